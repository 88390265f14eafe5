import type { Bus, InboundFrame, Incoming, Stream, StreamHandlers } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { replyText, tone, type Conversation } from './conversation';
import type { EngineBuses } from './engine-bus';
import { Speakers } from './speakers';

/** Told of what passes a session at its engines. */
export interface EngineWatch {
  /** Audio from `atMs` of the session on. */
  heard(sessionId: string, atMs: number): void;
  replyBegins(sessionId: string): void;
  spoke(sessionId: string): void;
}

const nothing = (): void => undefined;
const samplesPerMs = 16;
/** A recogniser is so late, too. */
const tellAfterMs = 100;
const longestTimerMs = 2 ** 31 - 1;

/**
 * Engines that take no time and nearly no CPU, on the real bus: a hearing that finds a turn in every cycle of the
 * conversation, a model that says one sentence, and a voice that speaks in real time. What is left is the gateway.
 */
export async function serveEngines(
  { hearing, deaf }: EngineBuses,
  watch: EngineWatch,
  conversation: Conversation,
  pieceMs: number,
): Promise<void> {
  const serve = (bus: Bus, service: string, accept: (incoming: Incoming) => StreamHandlers) =>
    bus.serve({ service, workerId: `bench-${service}`, slots: 100_000 }, accept);
  const reply = new Reply(pieceMs, conversation.replyMs);
  const speakers = new Speakers(pieceMs);
  await Promise.all([
    serve(hearing, 'stt', (incoming) => new Ear(incoming, watch, conversation)),
    serve(deaf, 'persona', () => ({ onFrame: nothing, onClose: nothing })),
    serve(deaf, 'llm', thinking),
    serve(deaf, 'tts', (incoming) => speaking(incoming, reply, speakers, watch)),
  ]);
}

/** Finds the turns of the conversation by the clock, from the first frame on. */
class Ear implements StreamHandlers {
  /** Callers do not speak in chorus. */
  readonly #offsetMs: number;
  readonly #stream: Stream;
  readonly #first: number;
  #beganMs: number | undefined;
  #utterance: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    { stream, config }: Incoming,
    private readonly watch: EngineWatch,
    private readonly cycle: Conversation,
  ) {
    this.#stream = stream;
    this.#first = decode(v1.HearOpen, config).nextUtterance;
    this.#utterance = this.#first;
    this.#offsetMs = Math.floor(Math.random() * cycle.periodMs);
  }

  onFrame({ payload, shared }: InboundFrame): void {
    if (!shared) return;
    const atMs = decode(v1.AudioFrame, payload).startSample / samplesPerMs;
    this.watch.heard(this.#stream.sessionId, atMs);
    if (this.#beganMs !== undefined) return;
    this.#beganMs = performance.now() - atMs;
    this.#awaitTurn();
  }

  onClose(): void {
    clearTimeout(this.#timer);
  }

  #awaitTurn(): void {
    const { periodMs, speechStartMs, speechEndMs } = this.cycle;
    const periodStartMs = this.#offsetMs + (this.#utterance - this.#first) * periodMs;
    this.#at(periodStartMs + speechStartMs, (startSample) => {
      const utterance = this.#utterance;
      this.#send({ speechStarted: { utterance, startSample } });
      this.#at(periodStartMs + speechEndMs, (endSample) => {
        this.#send({ speechStopped: { utterance, endSample, speechEndSample: endSample } });
        this.#send({ turnCommitted: { utterance, startSample, endSample } });
        this.#send({ final: { utterance, text: 'Yes, please.', language: 'en' } });
        this.#utterance += 1;
        this.#awaitTurn();
      });
    });
  }

  /** Told once the audio up to there has surely come. */
  #at(atMs: number, tell: (sample: number) => void): void {
    const inMs = (this.#beganMs ?? 0) + atMs + tellAfterMs - performance.now();
    // Whoever is never to speak is not waited for.
    if (inMs > longestTimerMs) return;
    this.#timer = setTimeout(() => tell(Math.round(atMs) * samplesPerMs), inMs);
  }

  #send(event: v1.HearingEvent.$Properties): void {
    this.#stream.send(encode(v1.HearingEvent, event));
  }
}

function thinking({ stream }: Incoming): StreamHandlers {
  return {
    onFrame: ({ payload, generation }) => {
      if (decode(v1.GenerateInput, payload).request == null) return;
      const send = (event: v1.GenerateEvent.$Properties) =>
        stream.send(encode(v1.GenerateEvent, event), { generation });
      send({ text: { text: replyText } });
      const usage = { inputTokens: 20, cachedInputTokens: 0, outputTokens: 12 };
      send({ finished: { reason: v1.GenerationFinished.Reason.STOP, usage } });
    },
    onClose: nothing,
  };
}

/** Every reply: its pieces, encoded once. */
class Reply {
  readonly pieces: readonly Uint8Array[];

  constructor(pieceMs: number, replyMs: number) {
    const pcm = tone(pieceMs);
    this.pieces = Array.from({ length: Math.ceil(replyMs / pieceMs) }, (_, index) => {
      const startSample = (index * pcm.byteLength) / 2;
      return encode(v1.SpeechEvent, { audio: { audio: { startSample, sampleRate: 24_000, pcm } } });
    });
  }
}

function speaking(
  { stream }: Incoming,
  { pieces }: Reply,
  speakers: Speakers,
  watch: EngineWatch,
): StreamHandlers {
  const { sessionId } = stream;
  let stop = nothing;
  const speak = (generation: number): void => {
    const send = (event: v1.SpeechEvent.$Properties) =>
      stream.send(encode(v1.SpeechEvent, event), { generation });
    watch.replyBegins(sessionId);
    send({ segmentStarted: { textStart: 0, textEnd: replyText.length } });
    const say = (index: number): void => {
      watch.spoke(sessionId);
      stream.send(pieces[index]!, { generation });
    };
    stop = speakers.begin(pieces.length, say, () => {
      send({ segmentDone: {} });
      send({ done: {} });
    });
  };
  return {
    onFrame: ({ payload, generation }) => {
      const { begin, finish } = decode(v1.SpeakInput, payload);
      if (begin != null) stop();
      if (finish != null) speak(generation);
    },
    onCancel: () => stop(),
    onClose: () => stop(),
  };
}
