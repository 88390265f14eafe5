import { wordsOfOpen } from '../playout/gate';
import { mainLane, type ResponseState } from '../response/state';
import { mark, type Mark } from '../timing/timing';
import { isWork, type ResponseEvent, type ResponseOutput, type ResponseWork } from '../response/events';
import { nextResponse } from '../response/next';
import { lastId } from '../conversation/items';
import { isHidden } from '../aside/aside';
import { applyAside } from './asides';
import { modelRequest, offerFor, voiceRequest } from './context';
import { ended } from './ended';
import { itemClosed, itemOpened } from './response-items';
import { runTool } from './run-tool';
import type { Live } from './state';
import type { Step } from './step';
import { tellPause, thaw } from './thaw';

/** Lets a response handle an event, and does what it says. */
export function respond(step: Step, live: Live, event: ResponseEvent): void {
  const current = event.type === 'cancel' || event.type === 'fail' ? ending(step, live) : live;
  const { response, out } = nextResponse(current.response, event, step.ctx);
  step.putLive({ ...current, response });
  for (const output of out) applyOutput(step, response.id, output);
}

/** What was heard is counted with all that is known of it, and without the time nobody played anything. */
function ending(step: Step, live: Live): Live {
  const { id, lane } = live.response;
  if (lane === mainLane && thaw(step)) tellPause(step, 'parley.output_audio.resumed');
  const thawed = step.live(id) ?? live;
  const words = wordsOfOpen(thawed.gate);
  if (words.length === 0) return thawed;
  const { response } = nextResponse(thawed.response, { type: 'words_known', words }, step.ctx);
  return { ...thawed, response };
}

export function markLive(step: Step, responseId: string, name: Mark): void {
  const live = step.live(responseId);
  if (live === undefined || live.marks[name] !== undefined) return;
  step.putLive({ ...live, marks: mark(live.marks, name, step.ctx.nowMs) });
}

/** Has the voice, or whoever is to stop, do it. */
export function order(
  step: Step,
  { lane, plan }: ResponseState,
  output: Exclude<ResponseWork, { type: 'ask' }>,
): void {
  if (output.type !== 'speak_begin') return step.do({ ...output, lane });
  step.do({ ...output, lane, request: voiceRequest(step.state, plan, step.ctx.nowMs) });
}

export function applyOutput(step: Step, responseId: string, output: ResponseOutput): void {
  const live = step.live(responseId);
  if (live === undefined) return;
  if (isWork(output)) {
    if (output.type !== 'ask') return order(step, live.response, output);
    return ask(step, live, output.generation, output.written);
  }
  if (live.aside !== null && isHidden(live.aside)) return applyAside(step, live, live.aside, output);
  switch (output.type) {
    case 'item_opened':
      return itemOpened(step, live, output);
    case 'run_tool':
      return runTool(step, output);
    case 'item_closed':
      return itemClosed(step, live, output);
    case 'ended':
      return ended(step, live, output.status, output.details);
    default:
      return show(step, live, output);
  }
}

type Shown = Exclude<
  ResponseOutput,
  ResponseWork | { type: 'item_opened' | 'run_tool' | 'item_closed' | 'ended' }
>;

function show(step: Step, live: Live, output: Shown): void {
  const ids = {
    response_id: live.response.id,
    item_id: output.itemId,
    output_index: output.outputIndex,
  };
  const part = { ...ids, content_index: 0 };
  switch (output.type) {
    case 'part_opened':
      return step.emit({
        type: 'response.content_part.added',
        ...part,
        part: output.modality === 'audio' ? { type: 'audio', transcript: '' } : { type: 'text', text: '' },
      });
    case 'text_delta':
      return step.emit({ type: 'response.output_text.delta', ...part, delta: output.delta });
    case 'transcript_delta':
      return step.emit({ type: 'response.output_audio_transcript.delta', ...part, delta: output.delta });
    case 'audio_delta': {
      const { format, conversational: keep } = live.response.plan;
      step.do({ type: 'emit_audio', ids: part, pcm: output.pcm, format, keep });
      if (!step.state.spoken) step.set({ spoken: true });
      if (live.marks.firstAudio === undefined) step.do({ type: 'assistant_speech', speaking: true });
      return markLive(step, live.response.id, 'firstAudio');
    }
    case 'part_closed':
      if (output.modality === 'text') {
        step.emit({ type: 'response.output_text.done', ...part, text: output.text });
        return step.emit({
          type: 'response.content_part.done',
          ...part,
          part: { type: 'text', text: output.text },
        });
      }
      step.emit({ type: 'response.output_audio.done', ...part });
      step.emit({ type: 'response.output_audio_transcript.done', ...part, transcript: output.text });
      return step.emit({
        type: 'response.content_part.done',
        ...part,
        part: { type: 'audio', transcript: output.text },
      });
    case 'server_arguments':
      step.emit({ type: 'response.mcp_call_arguments.delta', ...ids, delta: output.json, obfuscation: '' });
      return step.emit({ type: 'response.mcp_call_arguments.done', ...ids, arguments: output.json });
    case 'server_call': {
      const { itemId: item_id, outputIndex: output_index } = output;
      return step.emit({ type: `response.mcp_call.${output.what}`, output_index, item_id });
    }
    case 'arguments': {
      const call = { ...ids, call_id: output.callId };
      step.emit({ type: 'response.function_call_arguments.delta', ...call, delta: output.json });
      return step.emit({
        type: 'response.function_call_arguments.done',
        ...call,
        name: output.name,
        arguments: output.json,
      });
    }
  }
}

/** The request to the model; with it the response takes over what was heard since the last one. */
function ask(step: Step, live: Live, generation: number, written: string): void {
  const { lane, plan } = live.response;
  const offered = offerFor(step.state, plan, live.tools.chain);
  const request = modelRequest(step.state, plan, written, step.ctx.nowMs, offered);
  const tools = { ...live.tools, offered: offered.tools };
  step.do({ type: 'generate', lane, generation, request });
  if (live.response.attempts > 1) {
    step.putLive({ ...live, tools, failovers: live.failovers + 1 });
    return;
  }
  const asking: Live = {
    ...live,
    tools,
    knew: lastId(step.state.conversation),
    marks: mark(live.marks, 'request', step.ctx.nowMs),
  };
  const takes = plan.conversational && plan.input === null;
  step.putLive(takes ? takeOver(step, asking) : asking);
}

/** The response answers what was heard since the one before it. */
export function takeOver(step: Step, live: Live): Live {
  const { turnMarks, newAudioMs, speculation, conversation } = step.state;
  step.set({ turnMarks: null, newAudioMs: 0, speculation: { ...speculation, wastedInTurn: false } });
  return {
    ...live,
    knew: lastId(conversation),
    marks: { ...turnMarks?.marks, ...live.marks },
    turnItemId: turnMarks?.itemId ?? null,
    inputAudioMs: newAudioMs,
    speculated: live.speculated === 'none' && speculation.wastedInTurn ? 'wasted' : live.speculated,
  };
}
