import { userAudioItem } from './wire';
import { rateLimitError, requestError } from '@parley/protocol';
import { deadlines, hearingSamplesPerMs, limits } from '../deadlines';
import { append, find, lastId, update } from '../conversation/items';
import { entryOf, type Entry } from '../conversation/state';
import { newTurn } from '../filler/next';
import { interrupted } from '../playout/clock';
import { mark, type Marks } from '../timing/timing';
import type { HearingEvent, TurnEvent, TurnOutput } from '../turn/events';
import { nextTurn } from '../turn/next';
import type { Full, PendingTurn, TurnConfig } from '../turn/state';
import { announce, announceWithProfile } from './announce';
import { heard, nothingSaid, unheard } from './answers';
import { prepare, prepareWords } from './prepare';
import { listen } from './backchannels';
import { entriesFor } from './context';
import { isProtected } from './protection';
import { foresee } from './prospects';
import { bargeIn, startResponse } from './responses';
import { fullMessage, roomIn } from './room';
import { turnConfig } from './state';
import { learn, unveilAll, veil, weigh } from './veils';
import type { Step } from './step';

export function onHearing(step: Step, event: HearingEvent): void {
  const hearing = step.state.turn.open?.utterance ?? 0;
  // News of the turns before says nothing of the one that is open.
  if (step.state.rehearing && event.utterance >= hearing) {
    step.set({ rehearing: false });
    step.do({ type: 'clear_timer', key: 'rehear' });
  }
  if (event.type === 'speech_stopped' && step.state.turn.open?.utterance === event.utterance) {
    const { turn, lastAudioAtMs } = step.state;
    const agoMs = (turn.receivedSamples - event.speechEndSample) / hearingSamplesPerMs;
    const speechEnd = lastAudioAtMs - Math.max(0, agoMs);
    const itemId = turn.open?.itemId ?? '';
    step.set({ turnMarks: { itemId, marks: { ...marksOf(step, itemId), speechEnd } } });
  }
  if (event.type === 'turn_candidate') markCandidate(step, event.utterance);
  learn(step, event);
  turnEvent(step, event);
  const known = step.state.speculation.prospect?.text;
  foresee(step, event);
  listen(step, event);
  const open = step.state.turn.open?.utterance === event.utterance;
  if (event.type === 'partial' && open && event.text !== known) prepareWords(step, event.text);
}

/** Lets the turn machine handle an event, and does what it says. */
export function turnEvent(step: Step, event: TurnEvent, eventId?: string | null): void {
  if (event.type === 'commit') reveal(step);
  const { state, out } = nextTurn(step.state.turn, event, configOf(step), step.ctx);
  step.set({ turn: state });
  for (const output of out) {
    if (veil(step, output)) continue;
    // What was said before is told before.
    if (output.type === 'speech_started') reveal(step);
    apply(step, output, eventId);
  }
  reconsider(step);
}

function configOf({ state }: Step): TurnConfig {
  const config = turnConfig(state.session);
  if (roomIn(state) <= 0) return { ...config, full: 'items' };
  return state.turn.pending.length < limits.maxPendingTurns ? config : { ...config, full: 'turns' };
}

/** Whatever it turns out to be, the client is told of it now. */
export function reveal(step: Step): void {
  for (const output of unveilAll(step)) apply(step, output, undefined);
}

/** Tells the client of speech over the assistant once it is known to interrupt it. */
export function reconsider(step: Step): void {
  for (;;) {
    const told = weigh(step);
    if (told.length === 0) return;
    for (const output of told) apply(step, output, undefined);
    // What was said after it is looked at again: nothing else may come that would.
  }
}

function apply(step: Step, output: TurnOutput, eventId: string | null | undefined): void {
  switch (output.type) {
    case 'speech_started':
      return speechStarted(step, output);
    case 'speech_stopped':
      return step.emit({
        type: 'input_audio_buffer.speech_stopped',
        audio_end_ms: Math.round(output.endSample / hearingSamplesPerMs),
        item_id: output.itemId,
      });
    case 'committed':
      return committed(step, output.turn, output.turn.answer ? 'vad' : 'manual');
    case 'silent':
      return silent(step, output);
    case 'shown':
      return step.emit({
        type: 'conversation.item.input_audio_transcription.delta',
        item_id: output.itemId,
        content_index: 0,
        delta: output.delta,
      });
    case 'transcribed':
      return transcribed(step, output.turn, output.text, output.language);
    case 'transcript_failed':
      return transcriptFailed(step, output.turn, output.code, output.message);
    case 'commit_utterance':
    case 'clear_audio':
      return step.do(output);
    case 'cleared':
      return step.emit({ type: 'input_audio_buffer.cleared' });
    case 'commit_refused':
      return refuseCommit(step, output.heldMs, eventId);
    case 'commit_impossible':
      return noRoom(step, output.full, 'The audio stays in the buffer.', eventId);
    case 'dropped':
      noRoom(step, output.full, 'What was said is left out.', eventId);
      return nothingSaid(step);
    case 'abandoned':
      return nothingSaid(step);
    case 'wait':
      return wait(step, output);
  }
}

function speechStarted(
  step: Step,
  { itemId, startSample, utterance }: Extract<TurnOutput, { type: 'speech_started' }>,
): void {
  step.emit({
    type: 'input_audio_buffer.speech_started',
    audio_start_ms: Math.round(startSample / hearingSamplesPerMs),
    item_id: itemId,
  });
  step.do({ type: 'utterance_started', utterance, startSample });
  step.do({ type: 'clear_timer', key: 'idle' });
  if (step.state.session.audio.input.turn_detection?.interrupt_response === true && !isProtected(step)) {
    bargeIn(step);
    step.set({ clock: interrupted(step.state.clock, step.ctx.nowMs) });
  }
  // While the user speaks, the model reads what was said before.
  prepare(step);
}

type Span = Pick<PendingTurn, 'itemId' | 'startSample' | 'endSample' | 'continues'>;

function committed(
  step: Step,
  { itemId, startSample, endSample, continues = false }: Span,
  how: 'vad' | 'manual' | 'idle',
): void {
  const previousItemId = lastId(step.state.conversation);
  const item = userAudioItem(itemId, null);
  step.emit({ type: 'input_audio_buffer.committed', previous_item_id: previousItemId, item_id: itemId });
  step.emit({ type: 'conversation.item.added', previous_item_id: previousItemId, item });
  step.do({ type: 'keep_audio', itemId, startSample, endSample });
  step.do({ type: 'persist', change: { kind: 'item', previousItemId, item } });
  step.emit({ type: 'conversation.item.done', previous_item_id: previousItemId, item });
  const marks = marksOf(step, itemId);
  step.set({
    conversation: append(
      step.state.conversation,
      entryOf(item, { awaitingTranscript: true, silent: how === 'idle', continues }),
    ),
    turnMarks: { itemId, marks: mark(marks, 'commit', step.ctx.nowMs) },
    filler: newTurn(step.state.filler),
    idlePrompts: how === 'idle' ? step.state.idlePrompts + 1 : 0,
    newAudioMs: step.state.newAudioMs + (endSample - startSample) / hearingSamplesPerMs,
  });
  step.do({ type: 'observe', what: 'turn', label: how });
}

/** There are no words to wait for, and an answer is due all the same. */
function silent(step: Step, turn: Span): void {
  const { itemId, startSample, endSample } = turn;
  step.emit({
    type: 'input_audio_buffer.timeout_triggered',
    audio_start_ms: Math.round(startSample / hearingSamplesPerMs),
    audio_end_ms: Math.round(endSample / hearingSamplesPerMs),
    item_id: itemId,
  });
  committed(step, turn, 'idle');
  settleItem(step, itemId, '');
  if (turnConfig(step.state.session).announce) announce(step, turn, '');
  startResponse(step, {}, { auto: true });
}

function transcribed(step: Step, turn: PendingTurn, text: string, language: string): void {
  const { itemId, utterance, startSample, endSample } = turn;
  markTurn(step, 'transcript', itemId);
  settleItem(step, itemId, text);
  if (turn.announce) announceTurn(step, turn, text);
  step.do({ type: 'utterance_ended', utterance, startSample, endSample, transcript: text, language });
  if (language !== '') step.set({ language });
  if (text.trim() === '') nothingSaid(step);
  else if (turn.answer) heard(step);
}

function announceTurn(step: Step, turn: PendingTurn, transcript: string): void {
  if (!step.state.extras.voiceProfile) return announce(step, turn, transcript);
  const { itemId, utterance, startSample, endSample } = turn;
  announceWithProfile(step, { itemId, utterance, startSample, endSample, transcript });
}

function transcriptFailed(step: Step, turn: PendingTurn, code: string, message: string): void {
  const { itemId, utterance, startSample, endSample } = turn;
  settleItem(step, itemId, null);
  if (turn.announce) {
    step.emit({
      type: 'conversation.item.input_audio_transcription.failed',
      item_id: itemId,
      content_index: 0,
      error: { type: 'transcription_error', code, message, param: null },
    });
  }
  step.do({ type: 'utterance_ended', utterance, startSample, endSample, transcript: '', language: '' });
  unheard(step, code, message, turn.answer && code !== 'stt_unavailable');
}

/** The words of an item are known, or will never be. */
function settleItem(step: Step, itemId: string, text: string | null): void {
  if (find(step.state.conversation, itemId) === undefined) return;
  const settled = (entry: Entry): Entry => ({
    ...entry,
    awaitingTranscript: false,
    item: userAudioItem(itemId, text),
  });
  step.set({ conversation: update(step.state.conversation, itemId, settled) });
  const entry = find(step.state.conversation, itemId);
  if (text !== null && entry !== undefined)
    step.do({ type: 'persist', change: { kind: 'update', item: entry.item } });
}

function refuseCommit(step: Step, heldMs: number, eventId: string | null | undefined): void {
  step.error(
    {
      type: 'invalid_request_error',
      code: 'input_audio_buffer_commit_empty',
      message: `Error committing input audio buffer: buffer too small. Expected at least 100ms of audio, but buffer only has ${heldMs.toFixed(2)}ms of audio.`,
      param: null,
      event_id: null,
    },
    eventId,
  );
}

function noRoom(step: Step, full: Full, what: string, eventId: string | null | undefined): void {
  const { maxPendingTurns } = limits;
  const error =
    full === 'items'
      ? requestError('invalid_value', `${fullMessage} ${what}`)
      : rateLimitError(`The words of ${maxPendingTurns} turns are awaited already. ${what}`);
  step.error(error, eventId);
}

function wait(step: Step, output: Extract<TurnOutput, { type: 'wait' }>): void {
  const key = output.for === 'commit' ? 'commit' : (`transcript:${output.itemId}` as const);
  const afterMs = output.for === 'commit' ? deadlines.commitMs : deadlines.transcriptMs;
  step.do(output.on ? { type: 'set_timer', key, afterMs } : { type: 'clear_timer', key });
}

/** Words beyond what has been read come nearer, and have their time from now on; those before are owed by now. */
export function awaitAnew(step: Step, sample: number): void {
  const nearer = new Set<string>();
  for (const { itemId, endSample } of step.state.turn.pending) {
    if (endSample <= sample) continue;
    nearer.add(itemId);
    step.do({ type: 'set_timer', key: `transcript:${itemId}`, afterMs: deadlines.transcriptMs });
  }
  if (nearer.size === 0) return;
  for (const live of step.state.live) {
    const { response } = live;
    if (response.llm.status !== 'waiting') continue;
    if (!entriesFor(step.state, response.plan).some(({ item }) => nearer.has(item.id))) continue;
    step.putLive({ ...live, response: { ...response, llmAtMs: step.ctx.nowMs } });
  }
}

const marksOf = ({ state }: Step, itemId: string): Marks =>
  state.turnMarks?.itemId === itemId ? state.turnMarks.marks : {};

/** Of several, after speech went on, the last one counts. */
function markCandidate(step: Step, utterance: number): void {
  const { turn, turnMarks } = step.state;
  if (turn.open?.utterance !== utterance) return;
  const { itemId } = turn.open;
  // The turn before has not been answered: its marks are still needed.
  if (turnMarks !== null && turnMarks.itemId !== itemId) return;
  step.set({ turnMarks: { itemId, marks: { ...turnMarks?.marks, candidate: step.ctx.nowMs } } });
}

function markTurn(step: Step, name: 'transcript', itemId: string): void {
  const { turnMarks } = step.state;
  if (turnMarks?.itemId !== itemId) return;
  step.set({ turnMarks: { ...turnMarks, marks: mark(turnMarks.marks, name, step.ctx.nowMs) } });
}
