import { maxResponseMsOf } from '../behaviour';
import { audioSent } from '../playout/ledger';
import { sent } from '../playout/clock';
import { pcmBytesPerMs } from '../response/plan';
import { headMessage } from '../response/state';
import type { Effect } from './effects';
import type { EngineEvent } from './events';
import type { Handled, SessionState } from './state';
import { isOpen, says } from './voice';

/**
 * Audio that does nothing but pass, fifty times a second for every session: counted on its way in, sent on its way
 * out. Undefined: the event needs the whole engine, which would come to the same (every test of the engine compares).
 */
export function passed(state: SessionState, event: EngineEvent, nowMs: number): Handled | undefined {
  if (event.type === 'audio_received')
    return isSettled(state) ? heard(state, event.samples, nowMs) : undefined;
  if (event.type !== 'speech' || event.event.type !== 'audio' || !isSettled(state)) return undefined;
  return spoken(state, event.generation, event.event.pcm, nowMs);
}

/** Nothing is due that would be done at the next event, whatever it is. */
const isSettled = (state: SessionState): boolean => hasNothingDue(state) && memoryRests(state);

/** What is new in the conversation has been looked at, or nothing is remembered of it. */
const memoryRests = ({ session, memory, conversation }: SessionState): boolean =>
  session.parley?.memory?.enabled !== true || (memory.made === null && memory.looked === conversation);

const hasNothingDue = ({
  session,
  interruption,
  owed,
  tools,
  toolAnswered,
  speculation,
  live,
}: SessionState) =>
  !owed &&
  !toolAnswered &&
  interruption.veils.length === 0 &&
  interruption.pausedAtMs === null &&
  speculation.prospect?.draft == null &&
  tools.followUp === null &&
  tools.approved.length === 0 &&
  tools.outOfBand.length === 0 &&
  session.parley?.responsiveness === undefined &&
  live.every(({ response, aside }) => response.llm.status !== 'waiting' && aside === null);

const nothing: readonly Effect[] = [];

function heard(state: SessionState, samples: number, nowMs: number): Handled {
  const { turn } = state;
  return {
    state: {
      ...state,
      turn: { ...turn, receivedSamples: turn.receivedSamples + samples },
      lastAudioAtMs: nowMs,
    },
    effects: nothing,
  };
}

function spoken(
  state: SessionState,
  generation: number,
  pcm: Uint8Array,
  nowMs: number,
): Handled | undefined {
  const at = state.live.findIndex(({ response }) => says(response, generation));
  const live = state.live[at];
  const message = live === undefined ? undefined : headMessage(live.response);
  if (live === undefined || message?.speech == null) return undefined;
  const { response, marks, gate } = live;
  const { ledger } = message.speech;
  const isFirst = !state.spoken || marks.firstByte === undefined || marks.firstAudio === undefined;
  const showsText = (ledger.segments.at(-1)?.textEnd ?? 0) > message.shown;
  const audioMs = pcm.byteLength / pcmBytesPerMs(response.plan);
  if (live.sentMs + audioMs > maxResponseMsOf(state.session, state.defaults)) return undefined;
  if (isFirst || showsText || gate.held.length > 0 || !isOpen(state, live, audioMs, nowMs)) return undefined;
  const clock = sent(live.clock, audioMs, nowMs);
  const speech = { ...message.speech, ledger: audioSent(ledger, pcm.byteLength, audioMs, clock.endAtMs) };
  const outputs = response.outputs.with(response.head, { ...message, speech });
  const sentMs = live.sentMs + audioMs;
  const changed = { ...live, clock, sentMs, response: { ...response, outputs, speechAtMs: nowMs } };
  const { format, conversational: keep } = response.plan;
  const ids = {
    response_id: response.id,
    item_id: message.itemId,
    output_index: response.head,
    content_index: 0,
  };
  const effect: Effect = { type: 'emit_audio', ids, pcm, format, keep };
  return { state: { ...state, live: state.live.with(at, changed) }, effects: [effect] };
}
