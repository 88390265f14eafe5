import type { InboundFrame, Stream } from '@parley/bus';
import { decode, encode, readSpeechAudio, v1, type SpeechPiece } from '@parley/contracts';
import { underWay } from '../../engine/coordinator/ahead';
import type { VoiceRequest } from '../../engine/coordinator/effects';
import { limits } from '../../engine/deadlines';
import { headMessage, type Failure } from '../../engine/response/state';
import { Link, type LinkOpening, type LinkUser } from './link';
import { speechMetered, spokenMetered } from './meter-messages';
import type { LinkContext } from './ports';
import { beginMessage, toSynthesisEvent } from './speech-messages';

interface Waiting {
  readonly generation: number;
  readonly input: v1.SpeakInput.$Properties;
}

/** Frames under way at a time: enough that the worker never waits for the network. */
const window = 16;
/** Credit goes back in batches. */
const batch = 8;
const pauseMs = 50;

/** One lane's way to a voice. Synthesis runs ahead of playback only so far: beyond, no credit is given. */
export class SpeechLink implements LinkUser {
  /** Ids of the voices that speak under each name, as the worker of now has told. */
  readonly voices = new Map<string, string>();
  readonly #link: Link;
  /** Name of the voice that the stream was opened with. */
  #openedFor = '';
  #asked = { generation: 0, voice: '' };
  #waiting: Waiting[] = [];
  #drains = false;
  #owed = 0;
  #pacing: NodeJS.Timeout | undefined;

  constructor(
    private readonly context: LinkContext,
    private readonly lane: string,
    /** The voice it is for; undefined: the conversation's. */
    private readonly voice?: string,
  ) {
    this.#link = new Link(context, 'tts', this);
  }

  start(): void {
    this.#link.start();
  }

  begin(generation: number, request: VoiceRequest): void {
    // How long to wait was known for what was being said before, which may have been cut off.
    this.#unpace();
    this.#pace();
    this.#asked = { generation, voice: request.voice };
    this.#send({ generation, input: { begin: beginMessage(request) } });
  }

  text(generation: number, delta: string): void {
    const last = this.#waiting.at(-1);
    const held = last?.generation === generation ? last.input.text : undefined;
    if (held == null) return this.#send({ generation, input: { text: { delta } } });
    this.#waiting[this.#waiting.length - 1] = {
      generation,
      input: { text: { delta: `${held.delta ?? ''}${delta}` } },
    };
  }

  finish(generation: number): void {
    this.#send({ generation, input: { finish: {} } });
  }

  abandon(generation: number): void {
    this.#waiting = this.#waiting.filter((waiting) => waiting.generation > generation);
    if (this.#waiting.length === 0) this.#link.relent();
    this.#link.stream?.cancel(generation);
  }

  close(): void {
    this.#unpace();
    this.#link.close();
  }

  #notToBeHad(): void {
    const { generation, voice } = this.#asked;
    const message = `The voice '${voice.slice(0, 64)}' cannot be had at the moment: no worker has it.`;
    const failure: Failure = { type: 'server_error', code: 'tts_unavailable', message };
    const event = { type: 'speech_failed', failure, retryable: false } as const;
    this.context.dispatch({ type: 'speech', generation, event });
  }

  /** While nothing is to be said it looks for its own voice: of the workers there may be some that do not have it. */
  opening(): LinkOpening {
    const voice = this.voice ?? this.context.state().session.audio.output.voice;
    this.#openedFor = this.#waiting.length > 0 ? this.#asked.voice : voice;
    return { config: encode(v1.SpeakOpen, { voice: this.#openedFor }), credit: window, manualCredit: true };
  }

  onOpen(): void {
    this.#owed = 0;
    this.#unpace();
    this.#drains = false;
    this.voices.clear();
    this.#flush();
    this.context.dispatch({ type: 'link', service: 'tts', lane: this.lane, status: 'open' });
  }

  /** What was not sent is begun anew, from where the last worker was heard. */
  onLost(): void {
    this.#waiting = [];
    this.voices.clear();
    this.context.dispatch({ type: 'link', service: 'tts', lane: this.lane, status: 'lost' });
  }

  onUnavailable(): void {
    this.#waiting = [];
    if (this.#link.refused) return this.#notToBeHad();
    this.context.dispatch({ type: 'link', service: 'tts', lane: this.lane, status: 'unavailable' });
  }

  #send(message: Waiting): void {
    this.#waiting.push(message);
    this.#flush();
  }

  /** In order, as far as the worker's credit goes. */
  #flush(): void {
    const { stream } = this.#link;
    if (stream === undefined) {
      if (this.#waiting.length > 0) this.#link.demand();
      return;
    }
    for (;;) {
      const next = this.#waiting[0];
      if (next === undefined) return;
      if (!stream.send(encode(v1.SpeakInput, next.input), { generation: next.generation })) break;
      this.#waiting.shift();
    }
    this.#whenReady(stream);
  }

  #whenReady(stream: Stream): void {
    if (this.#drains) return;
    this.#drains = true;
    const go = (): void => {
      this.#drains = false;
      if (this.#link.stream === stream) this.#flush();
    };
    stream.ready().then(go, () => (this.#drains = false));
  }

  onFrame({ payload, generation }: InboundFrame): void {
    const piece = readSpeechAudio(payload);
    if (piece === undefined) this.#onEvent(decode(v1.SpeechEvent, payload), generation);
    else this.#onAudio(piece, generation);
    this.#owed += 1;
    this.#pace();
  }

  #onAudio(piece: SpeechPiece, generation: number): void {
    const { pcm, sampleRate } = piece;
    if (sampleRate > 0) this.context.metered(spokenMetered(piece, generation));
    if (pcm.byteLength < 2) return;
    this.context.dispatch({ type: 'speech', generation, event: { type: 'audio', pcm } });
  }

  #onEvent(message: v1.SpeechEvent, generation: number): void {
    this.#learn(message, generation);
    const metered = speechMetered(message, generation);
    if (metered !== undefined) this.context.metered(metered);
    const event = toSynthesisEvent(message);
    if (event !== undefined) this.context.dispatch({ type: 'speech', generation, event });
  }

  #learn({ voice, segmentStarted }: v1.SpeechEvent, generation: number): void {
    if (voice?.id) this.voices.set(this.#openedFor, voice.id);
    if (segmentStarted?.voice && generation === this.#asked.generation)
      this.voices.set(this.#asked.voice, segmentStarted.voice);
  }

  #pace(): void {
    if (this.#owed < batch || this.#pacing !== undefined) return;
    const aheadMs = this.context.aheadMs(this.lane) - limits.maxLeadMs;
    if (aheadMs <= 0) {
      this.#link.stream?.grant(this.#owed);
      this.#owed = 0;
      return;
    }
    this.#pacing = setTimeout(
      () => {
        this.#pacing = undefined;
        this.#pace();
      },
      Math.max(pauseMs, aheadMs),
    );
  }

  #unpace(): void {
    clearTimeout(this.#pacing);
    this.#pacing = undefined;
  }

  isIdle(): boolean {
    return underWay(this.context.state(), this.lane).every(
      (response) => headMessage(response)?.speech == null,
    );
  }
}
