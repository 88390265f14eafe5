import { randomUUID } from 'node:crypto';
import type { Bus } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import type { Perception } from '../../session/engine/perception/perception';
import { hearingRateHz } from '../../session/engine/deadlines';
import { toPerceptionEvent } from '../../session/shell/links/perception-messages';
import { WorkerStream } from '../../workers/worker-stream';

/** A transcript waits so long for the voice that spoke it. */
const waitMs = 1_000;
const silentMs = 24 * 60 * 60_000;

/** How a live stream's turns are spoken. Its loss is never noticed: there is no profile then. */
export class Profiler {
  readonly #told = new Map<number, Perception>();
  readonly #waiting = new Map<number, () => void>();
  #latest: Perception | undefined;
  #gone = false;

  private constructor(private readonly stream: WorkerStream) {}

  static async open(bus: Bus): Promise<Profiler | undefined> {
    const config = encode(v1.PerceiveOpen, { startSample: 0, sampleRate: hearingRateHz, chunkMs: 0 });
    const sessionId = `door-${randomUUID()}`;
    try {
      const profiler = new Profiler(await WorkerStream.open(bus, { service: 'persona', sessionId, config }));
      void profiler.#read();
      return profiler;
    } catch {
      return undefined;
    }
  }

  /** As far as it was heard. */
  get latest(): Perception | undefined {
    return this.#latest;
  }

  async audio(startSample: number, pcm: Uint8Array): Promise<void> {
    await this.#send({ audio: { startSample, sampleRate: hearingRateHz, pcm } });
  }

  async started(utterance: number, startSample: number): Promise<void> {
    await this.#send({ utteranceStarted: { utterance, startSample } });
  }

  /** The voice of a whole turn, or the latest of it. */
  async ended(turn: v1.UtteranceEnded.$Properties): Promise<Perception | undefined> {
    await this.#send({ utteranceEnded: turn });
    const utterance = turn.utterance ?? 0;
    if (!this.#gone && !this.#told.has(utterance)) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        this.#waiting.set(utterance, () => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    this.#waiting.delete(utterance);
    const perception = this.#told.get(utterance) ?? this.#latest;
    this.#told.delete(utterance);
    return perception;
  }

  close(): void {
    this.#gone = true;
    for (const go of this.#waiting.values()) go();
    this.stream.close();
  }

  async #send(input: v1.PerceiveInput.$Properties): Promise<void> {
    if (this.#gone) return;
    try {
      await this.stream.send(encode(v1.PerceiveInput, input));
    } catch {
      this.close();
    }
  }

  async #read(): Promise<void> {
    try {
      for (;;) {
        const frame = await this.stream.next(silentMs);
        if (frame === undefined) break;
        const { scope, utterance, perception } = toPerceptionEvent(decode(v1.PerceptionEvent, frame.payload));
        this.#latest = perception;
        if (scope !== 'utterance') continue;
        this.#told.set(utterance, perception);
        this.#waiting.get(utterance)?.();
      }
    } catch {
      // A worker that is gone perceives nothing more.
    }
    this.close();
  }
}
