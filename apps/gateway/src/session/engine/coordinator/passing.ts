import { maxResponseMsOf } from '../behaviour';
import { leadMs, sent, type PlaybackClock } from '../playout/clock';
import { pcmBytesPerMs } from '../response/plan';
import { headMessage, type MessageOutput, type Speech } from '../response/state';
import { aheadMs } from './ahead';
import type { Effect } from './effects';
import type { EngineEvent } from './events';
import { withChange, type Live, type SessionState } from './state';
import { hasRoom, openLeadMs, says } from './voice';

/**
 * Audio that does nothing but pass, fifty times a second for every session: counted on its way in, sent on its way
 * out, and told to the engine only when somebody asks for the state. By then it has come to what the whole engine would
 * have made of it (every test of the engine compares).
 */
export class Passing {
  #state: SessionState;
  /** Whether audio passes; undefined: nobody has looked. Audio that passes changes nothing of that. */
  #isSettled: boolean | undefined;
  #heardSamples = 0;
  /** When the last of it came; NaN: the state knows of all. */
  #heardAtMs = Number.NaN;
  #voice: Voice | undefined;

  /** The session's settings, at no cost. */
  readonly session: SessionState['session'];

  constructor(state: SessionState) {
    this.#state = state;
    this.session = state.session;
  }

  get state(): SessionState {
    const heardAtMs = this.#heardAtMs;
    const voice = this.#voice;
    if (!Number.isNaN(heardAtMs)) {
      this.#state = withChange(this.#state, { turn: this.turn, lastAudioAtMs: heardAtMs });
      this.#heardSamples = 0;
      this.#heardAtMs = Number.NaN;
    }
    if (voice !== undefined) {
      this.#state = withChange(this.#state, { live: this.#state.live.with(voice.at, voice.live) });
      this.#voice = undefined;
    }
    return this.#state;
  }

  /** Of the state, which is not made for it: it is asked for once a second by every session. */
  get turn(): SessionState['turn'] {
    const { turn } = this.#state;
    if (Number.isNaN(this.#heardAtMs)) return turn;
    return { ...turn, receivedSamples: turn.receivedSamples + this.#heardSamples };
  }

  /** As the state would say it. */
  aheadMs(lane: string, nowMs: number): number {
    return aheadMs(this.#state, lane, nowMs, this.#voice);
  }

  /** The effects of an event that passes. Undefined: it needs the whole engine, and nothing of it has been done. */
  take(event: EngineEvent, nowMs: number): readonly Effect[] | undefined {
    if (event.type === 'audio_received') return this.heard(event.samples, nowMs) ? nothing : undefined;
    if (event.type !== 'speech' || event.event.type !== 'audio') return undefined;
    return this.#spoken(event.generation, event.event.pcm, nowMs);
  }

  /** The client's audio. False: it needs the whole engine, and nothing has been done. */
  heard(samples: number, nowMs: number): boolean {
    if (!this.#passes) return false;
    this.#heardSamples += samples;
    this.#heardAtMs = nowMs;
    return true;
  }

  #spoken(generation: number, pcm: Uint8Array, nowMs: number): readonly Effect[] | undefined {
    if (!this.#passes) return undefined;
    const voice = this.#voice?.generation === generation ? this.#voice : Voice.of(this.state, generation);
    const effect = voice?.say(pcm, nowMs);
    if (effect === undefined) return undefined;
    if (voice !== this.#voice) this.#voice = voice;
    return [effect];
  }

  get #passes(): boolean {
    this.#isSettled ??= hasNothingDue(this.#state) && memoryRests(this.#state);
    return this.#isSettled;
  }
}

const nothing: readonly Effect[] = [];

type AudioEffect = Extract<Effect, { type: 'emit_audio' }>;

/** A message that is being spoken, its pieces added up. */
class Voice {
  readonly generation: number;
  readonly #bytesPerMs: number;
  readonly #maxMs: number;
  readonly #ids: AudioEffect['ids'];
  readonly #format: AudioEffect['format'];
  readonly #keep: boolean;
  /** Of the client's playback. */
  #endAtMs: number;
  /** Of the message. */
  #ledgerBytes: number;
  #ledgerMs: number;
  /** Of the response. */
  #sentMs: number;
  #speechAtMs: number;

  private constructor(
    state: SessionState,
    /** Of its response among those that live. */
    readonly at: number,
    private readonly before: Live,
    private readonly message: MessageOutput,
    private readonly speech: Speech,
    private readonly mostLeadMs: number,
  ) {
    const { response, clock, sentMs } = before;
    this.generation = speech.generation;
    this.#format = response.plan.format;
    this.#keep = response.plan.conversational;
    this.#bytesPerMs = pcmBytesPerMs(response.plan);
    this.#maxMs = maxResponseMsOf(state.session, state.defaults);
    this.#ids = {
      response_id: response.id,
      item_id: message.itemId,
      output_index: response.head,
      content_index: 0,
    };
    this.#endAtMs = clock.endAtMs;
    this.#ledgerBytes = speech.ledger.sentBytes;
    this.#ledgerMs = speech.ledger.sentMs;
    this.#sentMs = sentMs;
    this.#speechAtMs = response.speechAtMs;
  }

  /** Undefined: audio of that generation is nobody's, or brings more about than itself. */
  static of(state: SessionState, generation: number): Voice | undefined {
    const at = state.live.findIndex(({ response }) => says(response, generation));
    const live = state.live[at];
    const message = live === undefined ? undefined : headMessage(live.response);
    if (live === undefined || message?.speech == null) return undefined;
    const { marks, gate } = live;
    const isFirst = !state.spoken || marks.firstByte === undefined || marks.firstAudio === undefined;
    const showsText = (message.speech.ledger.segments.at(-1)?.textEnd ?? 0) > message.shown;
    if (isFirst || showsText || gate.held.length > 0) return undefined;
    const mostLeadMs = openLeadMs(state, live);
    return mostLeadMs === undefined
      ? undefined
      : new Voice(state, at, live, message, message.speech, mostLeadMs);
  }

  get clock(): PlaybackClock {
    return { endAtMs: this.#endAtMs };
  }

  /** The response as it is by now. */
  get live(): Live {
    const { response } = this.before;
    const ledger = {
      ...this.speech.ledger,
      sentBytes: this.#ledgerBytes,
      sentMs: this.#ledgerMs,
      playEndAtMs: this.#endAtMs,
    };
    const speech = { ...this.speech, ledger };
    const outputs = response.outputs.with(response.head, { ...this.message, speech });
    return {
      ...this.before,
      clock: this.clock,
      sentMs: this.#sentMs,
      response: { ...response, outputs, speechAtMs: this.#speechAtMs },
    };
  }

  /** Undefined: not now, or no more. */
  say(pcm: Uint8Array, nowMs: number): Effect | undefined {
    const audioMs = pcm.byteLength / this.#bytesPerMs;
    if (this.#sentMs + audioMs > this.#maxMs) return undefined;
    const { clock } = this;
    if (!hasRoom(leadMs(clock, nowMs), audioMs, this.mostLeadMs)) return undefined;
    this.#endAtMs = sent(clock, audioMs, nowMs).endAtMs;
    this.#ledgerBytes += pcm.byteLength;
    this.#ledgerMs += audioMs;
    this.#sentMs += audioMs;
    this.#speechAtMs = nowMs;
    return { type: 'emit_audio', ids: this.#ids, pcm, format: this.#format, keep: this.#keep };
  }
}

/** What is new in the conversation has been looked at, or nothing is remembered of it. */
const memoryRests = ({ session, memory, conversation }: SessionState): boolean =>
  session.parley?.memory?.enabled !== true || (memory.made === null && memory.looked === conversation);

/** Nothing would be done at the next event, whatever it is. */
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
  tools.early.length === 0 &&
  tools.approved.length === 0 &&
  tools.outOfBand.length === 0 &&
  session.parley?.responsiveness === undefined &&
  live.every(({ response, aside }) => response.llm.status !== 'waiting' && aside === null);
