import { hasCall } from '../tools/pairing';
import { sent } from '../playout/clock';
import { pcmBytesPerMs } from '../response/plan';
import type { ModelEvent, Routing } from '../response/events';
import { awaitsModel, headMessage } from '../response/state';
import type { SynthesisEvent } from './events';
import { markLive, respond } from './outputs';
import type { Live } from './state';
import type { Step } from './step';

/** The model's answer to a request. What belongs to no running request any more is dropped. */
export function onModel(step: Step, generation: number, event: ModelEvent): void {
  const live = step.state.live.find(
    ({ response }) => response.generation === generation && awaitsModel(response),
  );
  if (live === undefined) return;
  const { id } = live.response;
  if (event.type === 'text' || event.type === 'call_begun' || event.type === 'call') {
    markLive(step, id, 'firstToken');
  }
  const current = step.live(id) ?? live;
  const writtenChars = current.writtenChars + (event.type === 'text' ? event.delta.length : 0);
  const named = event.type === 'call' ? { ...event, callId: callIdFor(step, current, event.callId) } : event;
  respond(step, { ...current, writtenChars }, named);
}

/** Told to clients that asked for extensions; the response itself goes on without it. */
export function onRouted(step: Step, generation: number, routing: Routing): void {
  const live = step.state.live.find(({ response }) => response.generation === generation);
  if (live === undefined) return;
  step.do({ type: 'extension', event: { type: 'parley.routing', responseId: live.response.id, ...routing } });
}

/** The model's own id, unless it gave none or one that the conversation has. */
function callIdFor(step: Step, { response }: Live, callId: string): string {
  const taken =
    hasCall(step.state.conversation.entries, callId) ||
    response.outputs.some((output) => output.kind === 'call' && output.callId === callId);
  return callId === '' || taken ? step.ctx.ids.call() : callId;
}

/** Speech of a message. What belongs to no running synthesis any more is dropped. */
export function onSpeech(step: Step, generation: number, event: SynthesisEvent): void {
  const live = step.state.live.find(({ response }) => {
    const speech = headMessage(response)?.speech;
    return speech?.generation === generation && !speech.done;
  });
  if (live === undefined) return;
  if (event.type !== 'audio') {
    if (event.type === 'segment_started') markLive(step, live.response.id, 'firstSegment');
    return respond(step, step.live(live.response.id) ?? live, event);
  }
  markLive(step, live.response.id, 'firstByte');
  const current = step.live(live.response.id) ?? live;
  const audioMs = event.pcm.byteLength / pcmBytesPerMs(live.response.plan);
  const clock = sent(current.clock, audioMs, step.ctx.nowMs);
  const playEndAtMs = clock.endAtMs;
  respond(step, { ...current, clock, sentMs: current.sentMs + audioMs }, { ...event, audioMs, playEndAtMs });
}
