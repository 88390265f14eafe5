import type { Aside, Carrier } from '../aside/aside';
import { find, update } from '../conversation/items';
import type { ResponseOutput, ResponseWork } from '../response/events';
import { headMessage } from '../response/state';
import type { Live } from './state';
import type { Step } from './step';

/** What becomes of something that the client is not told of as of a response. */
export function applyAside(
  step: Step,
  live: Live,
  aside: Aside,
  output: Exclude<ResponseOutput, ResponseWork>,
): void {
  if (output.type === 'audio_delta' && aside.kind === 'filler' && aside.into !== null)
    return intoMessage(step, live, aside.into, output.pcm);
  if (output.type === 'audio_delta' && aside.kind === 'backchannel') {
    const { id, gain } = aside;
    const { format } = live.response.plan;
    return step.do({ type: 'emit_backchannel', id, pcm: output.pcm, format, gain });
  }
  if (output.type === 'ended') asideEnded(step, live, aside, output.status);
}

/** The message that carries it is still the one whose events are being sent. */
export function isCarried(step: Step, { responseId, itemId }: Carrier): boolean {
  const carrier = step.live(responseId);
  return carrier !== undefined && headMessage(carrier.response)?.itemId === itemId;
}

function intoMessage(step: Step, live: Live, into: Carrier, pcm: Uint8Array): void {
  if (!isCarried(step, into)) return;
  const { format } = live.response.plan;
  const ids = {
    response_id: into.responseId,
    item_id: into.itemId,
    output_index: into.outputIndex,
    content_index: 0,
  };
  step.do({ type: 'emit_audio', ids, pcm, format, keep: false });
  step.set({
    conversation: update(step.state.conversation, into.itemId, (entry) => ({
      ...entry,
      leadInMs: live.sentMs,
    })),
  });
  if (find(step.state.conversation, into.itemId) === undefined) return;
  if (!step.state.spoken) step.set({ spoken: true });
}

export function asideEnded(
  step: Step,
  { response, sentMs }: Live,
  aside: Aside,
  status: 'completed' | 'cancelled' | 'failed' | 'incomplete' | 'in_progress',
): void {
  const { id, lane } = response;
  step.dropLive(id);
  step.do({ type: 'clear_timer', key: `watch:${id}` }, { type: 'clear_timer', key: `pace:${id}` });
  step.do({ type: 'close_lane', lane });
  settle(step, aside, response, sentMs, status);
}

export function settle(
  step: Step,
  aside: Aside,
  response: Live['response'],
  heardMs: number,
  status: Parameters<typeof asideEnded>[3],
): void {
  const text = response.outputs.map((output) => (output.kind === 'message' ? output.text : '')).join('');
  const ended = status === 'cancelled' || status === 'failed' ? status : 'completed';
  step.settled.push({ id: response.id, aside, text, heardMs, status: ended });
}
