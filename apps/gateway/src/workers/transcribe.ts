import { randomUUID } from 'node:crypto';
import type { Bus } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { hearingRateHz } from '../session/engine/deadlines';
import { WorkerError } from './worker-error';
import { WorkerStream } from './worker-stream';

export interface TranscriptionSettings {
  /** "provider/model"; empty = the default. */
  readonly model: string;
  /** ISO-639-1; empty = detected. */
  readonly language: string;
  readonly prompt: string;
  readonly threshold: number;
  readonly prefixPaddingMs: number;
  readonly silenceDurationMs: number;
}

/** A stretch of speech between two pauses. */
export interface Segment {
  readonly startSample: number;
  readonly endSample: number;
  readonly text: string;
  /** ISO-639-1; empty = unknown. */
  readonly language: string;
  /** 0–1; 0 = unknown. */
  readonly confidence: number;
}

/** The recording from its beginning, as PCM16 at 16 kHz; asked for again when it must be heard by another worker. */
export type Recording = () => AsyncIterable<Uint8Array>;

/** Audio that may be on its way or wait to be decoded: what a worker keeps is three times as much. */
const aheadSamples = 40 * hearingRateHz;
const pieceBytes = hearingRateHz;
/** Conversations go first: under load a recording may hear nothing for a while. */
const silentMs = 150_000;
const attempts = 3;

/** Told of every stretch that an engine has decoded. */
export type OnDecoded = (engine: string, audioMs: number) => void;

/**
 * The words of a recording, stretch by stretch, in order. Silence has none. A worker that is lost is replaced, from
 * the last stretch on. Throws WorkerError, or what `recording` throws.
 */
export async function* transcribe(
  bus: Bus,
  recording: Recording,
  settings: TranscriptionSettings,
  { signal, onDecoded }: { readonly signal: AbortSignal; readonly onDecoded: OnDecoded },
): AsyncGenerator<Segment, void, void> {
  const avoidWorkers: string[] = [];
  let from = 0;
  for (let attempt = 1; ; attempt += 1) {
    const config = hearOpen(settings, { startSample: from, recording: true });
    const sessionId = `door-${randomUUID()}`;
    const stream = await WorkerStream.open(bus, { service: 'stt', sessionId, config, avoidWorkers, signal });
    const pump = new Pump(stream, recording, from);
    try {
      pump.start();
      for await (const segment of segments(stream, pump, onDecoded)) {
        from = segment.endSample;
        if (segment.text !== '') yield segment;
      }
      return;
    } catch (error) {
      const lost = WorkerError.isInstance(error) && error.kind === 'lost' && !signal.aborted;
      if (!lost || attempt >= attempts) throw error;
      avoidWorkers.push(stream.workerId);
    } finally {
      pump.stop();
      stream.close();
    }
  }
}

async function* segments(
  stream: WorkerStream,
  pump: Pump,
  onDecoded: OnDecoded,
): AsyncGenerator<Segment, void, void> {
  const open = new Map<number, { startSample: number; endSample: number }>();
  for (;;) {
    const frame = await Promise.race([stream.next(silentMs), pump.failed]);
    if (frame === undefined) return;
    const event = decode(v1.HearingEvent, frame.payload);
    if (event.heardTo != null) pump.heardTo(event.heardTo.sample ?? 0);
    if (event.turnCommitted != null) {
      const { utterance, startSample, endSample } = event.turnCommitted;
      open.set(utterance ?? 0, { startSample: startSample ?? 0, endSample: endSample ?? 0 });
    }
    if (event.failed != null)
      throw new WorkerError('stt', 'failed', event.failed.message || 'It was not understood.');
    if (event.final != null) {
      const { utterance, text, language, confidence, engine, audioMs } = event.final;
      onDecoded(engine ?? '', audioMs ?? 0);
      const span = open.get(utterance ?? 0) ?? { startSample: 0, endSample: 0 };
      open.delete(utterance ?? 0);
      yield { ...span, text: (text ?? '').trim(), language: language ?? '', confidence: confidence ?? 0 };
    }
  }
}

/** Sends the recording as far ahead of what is heard as the worker can keep it. */
class Pump {
  /** Rejects when the recording cannot be read; never resolves. */
  readonly failed: Promise<never>;
  #fail: (error: unknown) => void = () => undefined;
  #heard: number;
  #stopped = false;
  #wake: () => void = () => undefined;

  constructor(
    private readonly stream: WorkerStream,
    private readonly recording: Recording,
    private readonly from: number,
  ) {
    this.#heard = from;
    this.failed = new Promise<never>((_resolve, reject) => (this.#fail = reject));
    this.failed.catch(() => undefined);
  }

  start(): void {
    this.#run().catch((error: unknown) => {
      // A stream that is lost says so itself.
      if (!this.#stopped && !WorkerError.isInstance(error)) this.#fail(error);
    });
  }

  heardTo(sample: number): void {
    this.#heard = Math.max(this.#heard, sample);
    this.#wake();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  async #run(): Promise<void> {
    let at = 0;
    for await (const pcm of this.recording()) {
      for (let offset = 0; offset < pcm.byteLength; offset += pieceBytes) {
        const piece = pcm.subarray(offset, offset + pieceBytes);
        const startSample = at;
        at += piece.byteLength / 2;
        if (at <= this.from) continue;
        await this.#room(at);
        if (this.#stopped) return;
        const audio = { startSample, sampleRate: hearingRateHz, pcm: piece };
        await this.stream.send(encode(v1.HearInput, { audio }));
      }
    }
    this.stream.end();
  }

  async #room(upTo: number): Promise<void> {
    while (!this.#stopped && upTo - this.#heard > aheadSamples) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

/** How a stream to the recogniser is opened, from `startSample` on. A recording waits behind conversations. */
export function hearOpen(
  settings: TranscriptionSettings,
  { startSample, recording }: { readonly startSample: number; readonly recording: boolean },
): Uint8Array {
  const { model, language, prompt, threshold, prefixPaddingMs, silenceDurationMs } = settings;
  return encode(v1.HearOpen, {
    config: {
      turnDetection: {
        mode: v1.TurnDetection.Mode.SERVER_VAD,
        ...{ threshold, prefixPaddingMs, silenceDurationMs },
      },
      transcription: { model, language, prompt },
    },
    startSample,
    nextUtterance: 1,
    sampleRate: hearingRateHz,
    recording,
  });
}
