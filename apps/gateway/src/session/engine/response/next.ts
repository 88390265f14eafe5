import type { Ctx } from '../ctx';
import { limits } from '../deadlines';
import { audioSent, runLost, segmentDone, segmentStarted, spokenOf, wordsKnown } from '../playout/ledger';
import { resumePosition } from '../playout/heard';
import { join } from './continuation';
import { stop } from './end';
import type { ModelEvent, ResponseEvent, ResponseOutput, SpeechEvent } from './events';
import { pump, type ResponseStep } from './pump';
import { called, run, settleCall, toolResult } from './run-calls';
import {
  awaitsModel,
  headMessage,
  type Failure,
  type MessageOutput,
  type ResponseState,
  type Speech,
} from './state';

/** One response, from its creation to its one end: thinking → speaking → done, cancelled, incomplete or failed. */
export function nextResponse(response: ResponseState, event: ResponseEvent, ctx: Ctx): ResponseStep {
  switch (event.type) {
    case 'ready':
      return response.llm.status === 'waiting' ? ask(response, '', ctx) : still(response);
    case 'alive':
      return still(awaitsModel(response) ? { ...response, llmAtMs: ctx.nowMs } : response);
    case 'text':
    case 'call_begun':
    case 'call':
    case 'finished':
    case 'model_failed':
      return awaitsModel(response) ? model(response, event, ctx) : still(response);
    case 'model_lost':
      return awaitsModel(response) ? modelLost(response, ctx) : still(response);
    case 'segment_started':
    case 'audio':
    case 'segment_done':
    case 'words_known':
    case 'speech_done':
    case 'speech_failed':
      return speech(response, event, ctx);
    case 'speech_lost':
      return speechLost(response, ctx);
    case 'tool_result':
      return toolResult(response, event.itemId, event.result, ctx);
    case 'run':
      return response.llm.status === 'waiting' ? run(response, event.calls, ctx) : still(response);
    case 'say':
      return response.llm.status === 'waiting' ? say(response, event.text, ctx) : still(response);
    case 'open_message':
      return openMessage(response, ctx);
    case 'limit':
      return stop(response, { limit: 'max_output_tokens' });
    case 'cancel':
      return stop(response, { reason: event.reason });
    case 'fail':
      return stop(response, { failure: event.failure });
  }
}

const still = (response: ResponseState): ResponseStep => ({ response, out: [] });

function ask(response: ResponseState, written: string, ctx: Ctx): ResponseStep {
  const generation = ctx.ids.generation();
  return {
    response: {
      ...response,
      generation,
      llm: { status: 'asked' },
      attempts: response.attempts + 1,
      llmAtMs: ctx.nowMs,
    },
    out: [{ type: 'ask', generation, written }],
  };
}

type Written = Exclude<ModelEvent, { type: 'alive' }>;

function model(state: ResponseState, event: Written, ctx: Ctx): ResponseStep {
  const written: ResponseState = { ...state, llm: { status: 'streaming' }, llmAtMs: ctx.nowMs };
  const before = settleCall(written, event, ctx);
  const after = modelGoesOn(before.response, event, ctx);
  return before.out.length === 0 ? after : { response: after.response, out: [...before.out, ...after.out] };
}

function modelGoesOn(response: ResponseState, event: Written, ctx: Ctx): ResponseStep {
  switch (event.type) {
    case 'text':
      return text(response, event.delta, ctx);
    case 'call_begun':
      return pump(textDone(response), ctx);
    case 'call':
      return called(textDone(response), event, ctx);
    case 'finished': {
      const { reason, usage } = event;
      return pump({ ...textDone(response), llm: { status: 'finished', reason }, usage }, ctx);
    }
    case 'model_failed':
      return pump({ ...textDone(response), llm: { status: 'failed', failure: event.failure } }, ctx);
  }
}

function text(response: ResponseState, delta: string, ctx: Ctx): ResponseStep {
  if (response.resuming === null) return write(response, delta, ctx);
  const held = response.resuming.held + delta;
  const { written } = response.resuming;
  const joined = join(written, held);
  switch (joined.kind) {
    case 'undecided':
      return still({ ...response, resuming: { written, held } });
    case 'joined':
      return write({ ...response, resuming: null }, joined.rest, ctx);
    case 'diverged':
      return withAbandon(giveUp({ ...response, resuming: null }, lost, ctx), response.generation);
  }
}

const emptyMessage = (ctx: Ctx): MessageOutput => ({
  kind: 'message',
  itemId: ctx.ids.item(),
  open: false,
  text: '',
  textDone: false,
  shown: 0,
  speech: null,
});

function say(response: ResponseState, words: string, ctx: Ctx): ResponseStep {
  const message = { ...emptyMessage(ctx), text: words, textDone: true };
  const llm = { status: 'finished', reason: 'stop' } as const;
  return pump({ ...response, llm, outputs: [message] }, ctx);
}

function openMessage(response: ResponseState, ctx: Ctx): ResponseStep {
  const unwritten =
    response.outputs.length === 0 && (response.llm.status === 'waiting' || awaitsModel(response));
  return unwritten ? pump({ ...response, outputs: [emptyMessage(ctx)] }, ctx) : still(response);
}

/** Adds to the message being written; blanks before its first word are dropped. */
function write(response: ResponseState, delta: string, ctx: Ctx): ResponseStep {
  const last = response.outputs.at(-1);
  const open = last?.kind === 'message' && !last.textDone ? last : undefined;
  const message = open ?? emptyMessage(ctx);
  const added = message.text === '' ? delta.trimStart() : delta;
  if (added === '') return still(response);
  if (open === undefined && response.outputs.length >= limits.maxOutputs) return still(response);
  const longer: MessageOutput = { ...message, text: message.text + added };
  const outputs =
    open === undefined
      ? [...response.outputs, longer]
      : response.outputs.with(response.outputs.length - 1, longer);
  if (longer.text.length <= limits.maxMessageChars) return pump({ ...response, outputs }, ctx);
  const ended = textDone({ ...response, outputs, llm: { status: 'finished', reason: 'length' } });
  return withAbandon(pump(ended, ctx), response.generation);
}

function textDone(response: ResponseState): ResponseState {
  const last = response.outputs.at(-1);
  const resumed = response.resuming === null ? response : { ...response, resuming: null };
  if (last?.kind !== 'message' || last.textDone) return resumed;
  const outputs = response.outputs.with(response.outputs.length - 1, { ...last, textDone: true });
  return { ...resumed, outputs };
}

const lost: Failure = {
  type: 'server_error',
  code: 'llm_unavailable',
  message: 'The language model was lost in the middle of the answer.',
};

/**
 * Nothing written: asked again. In the middle of a message: another worker goes on from there. After whole calls:
 * they are the answer.
 */
function modelLost(response: ResponseState, ctx: Ctx): ResponseStep {
  if (response.attempts >= limits.maxAttempts) return giveUp(response, lost, ctx);
  const last = response.outputs.at(-1);
  if (last === undefined) return ask({ ...response, doubtful: null }, '', ctx);
  if (last.kind !== 'message') {
    return pump({ ...response, doubtful: null, llm: { status: 'finished', reason: 'tool_calls' } }, ctx);
  }
  return ask({ ...response, doubtful: null, resuming: { written: last.text, held: '' } }, last.text, ctx);
}

/** What was written is still said, and then the response fails. */
const giveUp = (response: ResponseState, failure: Failure, ctx: Ctx): ResponseStep =>
  pump({ ...textDone(response), llm: { status: 'failed', failure } }, ctx);

/** The stream still writes, and nobody reads it any more. */
const withAbandon = (step: ResponseStep, generation: number): ResponseStep => ({
  response: step.response,
  out: [{ type: 'abandon_model', generation }, ...step.out],
});

function speech(response: ResponseState, event: SpeechEvent, ctx: Ctx): ResponseStep {
  const message = headMessage(response);
  if (message?.speech == null || message.speech.done) return still(response);
  const { speech } = message;
  const { base, ledger } = speech;
  const put = (changed: MessageOutput): ResponseState => ({
    ...response,
    outputs: response.outputs.with(response.head, changed),
    speechAtMs: ctx.nowMs,
  });
  switch (event.type) {
    case 'segment_started': {
      const textEnd = Math.min(event.textEnd, speech.fed - base.text);
      const started = segmentStarted(ledger, base, event.textStart, textEnd);
      return still(put({ ...message, speech: { ...speech, ledger: started } }));
    }
    case 'audio':
      return audio(response, message, speech, event, put);
    case 'segment_done':
      return still(
        put({ ...message, speech: { ...speech, ledger: segmentDone(ledger, base, event.words) } }),
      );
    case 'words_known':
      return still(put({ ...message, speech: { ...speech, ledger: wordsKnown(ledger, base, event.words) } }));
    case 'speech_done':
      if (!speech.finishSent) return still(response);
      return pump(put({ ...message, speech: { ...speech, done: true } }), ctx);
    case 'speech_failed':
      if (event.retryable && speech.attempts < limits.maxAttempts) return speechLost(response, ctx);
      return stop(response, { failure: event.failure });
  }
}

function audio(
  response: ResponseState,
  message: MessageOutput,
  speech: Speech,
  event: Extract<SpeechEvent, { type: 'audio' }>,
  put: (message: MessageOutput) => ResponseState,
): ResponseStep {
  const at = { outputIndex: response.head, itemId: message.itemId };
  const out: ResponseOutput[] = [];
  const shown = Math.max(message.shown, speech.ledger.segments.at(-1)?.textEnd ?? 0);
  if (shown > message.shown) {
    out.push({ type: 'transcript_delta', delta: message.text.slice(message.shown, shown), ...at });
  }
  out.push({ type: 'audio_delta', pcm: event.pcm, ...at });
  const ledger = audioSent(speech.ledger, event.pcm.byteLength, event.audioMs, event.playEndAtMs);
  return { response: put({ ...message, shown, speech: { ...speech, ledger } }), out };
}

/** Another worker says the rest, from the first word none of whose audio was sent. */
function speechLost(response: ResponseState, ctx: Ctx): ResponseStep {
  const message = headMessage(response);
  if (message?.speech == null || message.speech.done) return still(response);
  const { speech } = message;
  if (speech.attempts >= limits.maxAttempts) {
    return stop(response, {
      failure: { type: 'server_error', code: 'tts_unavailable', message: 'Speech synthesis was lost.' },
    });
  }
  const text = resumePosition(spokenOf(speech.ledger, message.text, false));
  const again: Speech = {
    generation: ctx.ids.generation(),
    base: { text, audioMs: speech.ledger.sentMs },
    fed: text,
    finishSent: false,
    done: false,
    ledger: runLost(speech.ledger, text),
    attempts: speech.attempts + 1,
  };
  const outputs = response.outputs.with(response.head, { ...message, speech: again });
  const resumed = pump({ ...response, outputs, speechAtMs: ctx.nowMs }, ctx);
  return {
    response: resumed.response,
    out: [{ type: 'speak_begin', generation: again.generation }, ...resumed.out],
  };
}
