import type { Bus, Incoming, Stream, StreamHandlers } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { cycle, replyMs, replyText, tone } from './conversation';

/** Told of what passes a session at its engines. */
export interface EngineWatch {
  /** Audio from `atMs` of the session on. */
  heard(sessionId: string, atMs: number): void;
  replyBegins(sessionId: string): void;
  spoke(sessionId: string): void;
}

const nothing = (): void => undefined;
const samplesPerMs = 16;

/**
 * Engines that take no time and nearly no CPU, on the real bus: a hearing that finds a turn in every cycle of the
 * conversation, a model that says one sentence, and a voice that speaks in real time. What is left is the gateway.
 */
export async function serveEngines(bus: Bus, watch: EngineWatch, pieceMs: number): Promise<void> {
  const serve = (service: string, accept: (incoming: Incoming) => StreamHandlers) =>
    bus.serve({ service, workerId: `bench-${service}`, slots: 100_000 }, accept);
  await Promise.all([
    serve('stt', (incoming) => hearing(incoming, watch)),
    serve('persona', () => ({ onFrame: nothing, onClose: nothing })),
    serve('llm', thinking),
    serve('tts', (incoming) => speaking(incoming, new Piece(pieceMs), watch)),
  ]);
}

function hearing({ stream }: Incoming, watch: EngineWatch): StreamHandlers {
  let utterance = 0;
  // Callers do not speak in chorus.
  const offsetMs = Math.floor(Math.random() * cycle.periodMs);
  let stage: 'waiting' | 'speaking' = 'waiting';
  const send = (event: v1.HearingEvent.$Properties) => stream.send(encode(v1.HearingEvent, event));
  const follow = (atMs: number): void => {
    const startMs = utterance * cycle.periodMs + cycle.speechStartMs + offsetMs;
    const endMs = utterance * cycle.periodMs + cycle.speechEndMs + offsetMs;
    const startSample = startMs * samplesPerMs;
    const endSample = endMs * samplesPerMs;
    if (stage === 'waiting' && atMs >= startMs) {
      stage = 'speaking';
      send({ speechStarted: { utterance, startSample } });
    }
    if (stage !== 'speaking' || atMs < endMs) return;
    stage = 'waiting';
    send({ speechStopped: { utterance, endSample, speechEndSample: endSample } });
    send({ turnCommitted: { utterance, startSample, endSample } });
    send({ final: { utterance, text: 'Yes, please.', language: 'en' } });
    utterance += 1;
  };
  return {
    onFrame: ({ payload, shared }) => {
      if (!shared) return;
      const atMs = decode(v1.AudioFrame, payload).startSample / samplesPerMs;
      watch.heard(stream.sessionId, atMs);
      follow(atMs);
    },
    onClose: nothing,
  };
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

/** A piece of every reply. */
class Piece {
  readonly pcm: Uint8Array;
  readonly count: number;

  constructor(readonly ms: number) {
    this.pcm = tone(ms);
    this.count = replyMs / ms;
  }
}

function speaking({ stream }: Incoming, piece: Piece, watch: EngineWatch): StreamHandlers {
  const voice = new Voice(stream, piece, watch);
  return {
    onFrame: ({ payload, generation }) => {
      const { begin, finish } = decode(v1.SpeakInput, payload);
      if (begin != null) voice.begin(generation);
      if (finish != null) voice.speak();
    },
    onCancel: () => voice.stop(),
    onClose: () => voice.stop(),
  };
}

/** One session's voice: the reply in pieces, each at its time. */
class Voice {
  #generation = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly stream: Stream,
    private readonly piece: Piece,
    private readonly watch: EngineWatch,
  ) {}

  begin(generation: number): void {
    this.stop();
    this.#generation = generation;
  }

  speak(): void {
    const { piece } = this;
    this.watch.replyBegins(this.stream.sessionId);
    const startMs = performance.now();
    let sent = 0;
    this.#send({ segmentStarted: { textStart: 0, textEnd: replyText.length } });
    this.#timer = setInterval(() => {
      while (sent < piece.count && startMs + sent * piece.ms <= performance.now()) {
        const startSample = (sent * piece.pcm.byteLength) / 2;
        this.watch.spoke(this.stream.sessionId);
        this.#send({ audio: { audio: { startSample, sampleRate: 24_000, pcm: piece.pcm } } });
        sent += 1;
      }
      if (sent < piece.count) return;
      this.stop();
      this.#send({ segmentDone: {} });
      this.#send({ done: {} });
    }, piece.ms);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #send(event: v1.SpeechEvent.$Properties): void {
    this.stream.send(encode(v1.SpeechEvent, event), { generation: this.#generation });
  }
}
