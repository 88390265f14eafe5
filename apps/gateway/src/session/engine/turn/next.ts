import type { Ctx } from '../ctx';
import { hearingSamplesPerMs, limits } from '../deadlines';
import type { TurnEvent, TurnOutput } from './events';
import type { OpenTurn, PendingTurn, TurnConfig, TurnState } from './state';
import { failed, final, partial, pendingOf, type TurnStep } from './transcripts';

/**
 * One user contribution after the other: listening → speaking → candidate → committed, then its transcript. The
 * item id is given at speech start; late, doubled and replayed hearing events are told by utterance number.
 */
export function nextTurn(state: TurnState, event: TurnEvent, config: TurnConfig, ctx: Ctx): TurnStep {
  switch (event.type) {
    case 'audio':
      return { state: { ...state, receivedSamples: state.receivedSamples + event.samples }, out: [] };
    case 'speech_started':
      return started(state, event, config, ctx);
    case 'speech_stopped':
      return stopped(state, event.utterance, event.endSample);
    case 'speech_paused':
    case 'speech_resumed':
    case 'turn_candidate':
      return still(state);
    case 'turn_reopened':
      return reopened(state, event.utterance);
    case 'turn_committed':
      return committed(state, event, config, ctx);
    case 'partial':
      return partial(state, event.utterance, event.text, event.stableChars, config.announce);
    case 'final':
      return final(state, event.utterance, event.text, event.language);
    case 'transcript_failed':
      return failed(state, pendingOf(state, event.utterance), event.code, event.message);
    case 'commit':
      return commit(state, config, ctx);
    case 'clear':
      return clear(state);
    case 'reconfigured':
      return reconfigured(state, config);
    case 'transcript_overdue':
      return failed(
        state,
        state.pending.find((turn) => turn.itemId === event.itemId),
        'transcription_timeout',
        'The transcript did not arrive in time.',
      );
    case 'commit_overdue':
      return commitOverdue(state, config);
    case 'idle':
      return config.full === undefined ? silent(state, event.silenceMs, ctx) : still(state);
    case 'not_reheard':
      return abandon(state);
    case 'unavailable':
      return unavailable(state);
  }
}

const still = (state: TurnState): TurnStep => ({ state, out: [] });

interface Onset {
  readonly utterance: number;
  readonly startSample: number;
  readonly continues?: boolean;
}

function started(
  state: TurnState,
  { utterance, startSample, continues = false }: Onset,
  config: TurnConfig,
  ctx: Ctx,
): TurnStep {
  if (config.detection === null || utterance < state.nextUtterance) return still(state);
  const onset = startSample + config.detection.prefixPaddingMs * hearingSamplesPerMs;
  if (onset < state.clearedBefore) return still(state);
  if (state.open !== null && state.open.utterance >= utterance) return still(state);
  const abandoned = abandon(state);
  const open: OpenTurn = {
    utterance,
    itemId: ctx.ids.item(),
    startSample,
    endSample: null,
    shown: '',
    ...(continues && { continues }),
  };
  return {
    state: { ...abandoned.state, open },
    out: [...abandoned.out, { type: 'speech_started', itemId: open.itemId, startSample, utterance }],
  };
}

function stopped(state: TurnState, utterance: number, endSample: number): TurnStep {
  const { open } = state;
  if (open?.utterance !== utterance || open.endSample !== null) return still(state);
  const end = Math.max(endSample, open.startSample);
  return {
    state: { ...state, open: { ...open, endSample: end } },
    out: [
      { type: 'speech_stopped', itemId: open.itemId, endSample: end },
      { type: 'wait', for: 'commit', on: true },
    ],
  };
}

/** Speech went on after all, before anything was committed. */
function reopened(state: TurnState, utterance: number): TurnStep {
  const { open } = state;
  if (open?.utterance !== utterance || open.endSample === null) return still(state);
  const { itemId, startSample } = open;
  return {
    state: { ...state, open: { ...open, endSample: null } },
    out: [
      { type: 'wait', for: 'commit', on: false },
      { type: 'speech_started', itemId, startSample, utterance },
    ],
  };
}

function committed(
  state: TurnState,
  event: { readonly utterance: number; readonly startSample: number; readonly endSample: number },
  config: TurnConfig,
  ctx: Ctx,
): TurnStep {
  // Of what the engine commits itself this is only the worker's echo.
  if (event.utterance < state.nextUtterance) return still(state);
  if (config.detection === null) return passedOver(state, event.utterance);
  const opening = started(state, event, config, ctx);
  const ending = stopped(opening.state, event.utterance, event.endSample);
  const { open } = ending.state;
  if (open?.utterance !== event.utterance) return passedOver(state, event.utterance);
  const end = Math.max(event.endSample, open.startSample);
  const closing = close(ending.state, open, end, config.detection.createResponse, config);
  return { state: closing.state, out: [...opening.out, ...ending.out, ...closing.out] };
}

/** A turn that the worker ended and nobody wants: the worker takes no commit of that number any more. */
const passedOver = (state: TurnState, utterance: number): TurnStep =>
  still({ ...state, nextUtterance: utterance + 1 });

/** The open turn becomes an item, where there is room for one. */
function close(
  state: TurnState,
  open: OpenTurn,
  endSample: number,
  answer: boolean,
  { announce, full }: TurnConfig,
): TurnStep {
  const { utterance, itemId, startSample, shown, continues } = open;
  const bufferStart = Math.max(state.bufferStart, endSample);
  const ended = { ...state, open: null, nextUtterance: utterance + 1, bufferStart };
  const decided: TurnOutput[] =
    state.open?.endSample == null ? [] : [{ type: 'wait', for: 'commit', on: false }];
  if (full !== undefined) return { state: ended, out: [...decided, { type: 'dropped', itemId, full }] };
  const turn: PendingTurn = {
    utterance,
    itemId,
    startSample,
    endSample,
    answer,
    announce,
    shown,
    ...(continues === true && { continues }),
  };
  return {
    state: { ...ended, pending: [...state.pending, turn] },
    out: [...decided, { type: 'committed', turn }, { type: 'wait', for: 'transcript', itemId, on: true }],
  };
}

/** The client ends the turn itself; nothing answers it until the client says so. */
function commit(state: TurnState, config: TurnConfig, ctx: Ctx): TurnStep {
  const startSample = state.open?.startSample ?? idleStart(state, config);
  const endSample = state.receivedSamples;
  const heldMs = (endSample - startSample) / hearingSamplesPerMs;
  if (heldMs < limits.minCommitMs) {
    return { state, out: [{ type: 'commit_refused', heldMs: Math.max(0, heldMs) }] };
  }
  if (config.full !== undefined) return { state, out: [{ type: 'commit_impossible', full: config.full }] };
  const utterance = state.open?.utterance ?? state.nextUtterance;
  const open = state.open ?? { utterance, itemId: ctx.ids.item(), startSample, endSample: null, shown: '' };
  const ending = state.open === null ? still(state) : stopped(state, utterance, endSample);
  const closing = close(ending.state, open, endSample, false, config);
  return {
    state: closing.state,
    out: [
      ...ending.out,
      ...closing.out,
      { type: 'commit_utterance', utterance, startSample: open.startSample, endSample },
    ],
  };
}

/** Without speech, turn detection keeps no more than the padding; push-to-talk keeps everything. */
function idleStart(state: TurnState, { detection }: TurnConfig): number {
  if (detection === null) return state.bufferStart;
  const kept = detection.prefixPaddingMs * hearingSamplesPerMs;
  return Math.max(state.bufferStart, state.receivedSamples - kept);
}

function clear(state: TurnState): TurnStep {
  const abandoned = abandon(state);
  const upToSample = state.receivedSamples;
  return {
    state: { ...abandoned.state, bufferStart: upToSample, clearedBefore: upToSample },
    out: [...abandoned.out, { type: 'clear_audio', upToSample }, { type: 'cleared' }],
  };
}

/** To or from push-to-talk. A turn the VAD had opened stays in the buffer for the client to commit. */
function reconfigured(state: TurnState, config: TurnConfig): TurnStep {
  if (config.detection !== null) return still(state);
  const { state: after, out } = abandon(state);
  return { state: { ...after, bufferStart: state.open?.startSample ?? state.receivedSamples }, out };
}

/** The client was told of speech: it is told that it ended, and no item comes of it. */
function abandon(state: TurnState): TurnStep {
  const { open } = state;
  if (open === null) return still(state);
  const ending = stopped(state, open.utterance, state.receivedSamples);
  return {
    state: { ...state, open: null },
    out: [
      ...ending.out.filter((output) => output.type === 'speech_stopped'),
      { type: 'wait', for: 'commit', on: false },
      { type: 'abandoned', itemId: open.itemId, utterance: open.utterance },
    ],
  };
}

/** The worker saw the end of speech and never committed: the turn is over all the same. */
function commitOverdue(state: TurnState, config: TurnConfig): TurnStep {
  const { open } = state;
  if (open?.endSample == null) return still(state);
  const { utterance, startSample, endSample } = open;
  const answer = config.detection?.createResponse ?? false;
  const closing = close(state, open, endSample, answer, config);
  if (config.full !== undefined) return closing;
  return {
    state: closing.state,
    out: [...closing.out, { type: 'commit_utterance', utterance, startSample, endSample }],
  };
}

/** The buffered silence becomes a turn of which the recogniser needs to know nothing. */
function silent(state: TurnState, silenceMs: number, ctx: Ctx): TurnStep {
  if (state.open !== null || state.pending.length > 0) return still(state);
  const endSample = state.receivedSamples;
  const startSample = Math.max(state.bufferStart, endSample - silenceMs * hearingSamplesPerMs);
  return {
    state: { ...state, bufferStart: endSample },
    out: [{ type: 'silent', itemId: ctx.ids.item(), startSample, endSample }],
  };
}

function unavailable(state: TurnState): TurnStep {
  let step = abandon(state);
  for (const turn of state.pending) {
    const ended = failed(step.state, turn, 'stt_unavailable', 'Speech recognition is unavailable.');
    step = { state: ended.state, out: [...step.out, ...ended.out] };
  }
  return step;
}
