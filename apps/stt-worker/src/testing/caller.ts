import { int16ToBytes } from '@parley/audio';
import { audioSubject, type Bus, type Stream, type StreamClose } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { waitFor } from '@parley/testing';
import type { HearingConfig } from '../hearing/ports';

export interface CallerOptions {
  readonly config?: HearingConfig;
  readonly startSample?: number;
  readonly nextUtterance?: number;
  readonly sampleRate?: number;
  readonly recording?: boolean;
}

const pieceSamples = 320;
/** Whatever else the machine is at. */
const openMs = 20_000;

/** The gateway's side of a hearing stream. */
export class Caller {
  readonly events: v1.HearingEvent[] = [];
  readonly atMs: number[] = [];
  closed: StreamClose | undefined;
  position: number;
  stream!: Stream;

  private constructor(
    private readonly bus: Bus,
    readonly sessionId: string,
    options: CallerOptions,
  ) {
    this.position = options.startSample ?? 0;
  }

  static async open(bus: Bus, sessionId: string, options: CallerOptions = {}): Promise<Caller> {
    const caller = new Caller(bus, sessionId, options);
    const { config = {}, startSample = 0, nextUtterance = 1, sampleRate = 16_000 } = options;
    const { recording = false } = options;
    const { turnDetection = null, transcription = null } = config;
    caller.stream = await bus.open({
      service: 'stt',
      sessionId,
      timeoutMs: openMs,
      sharedSubject: audioSubject(sessionId),
      config: encode(v1.HearOpen, {
        config: { turnDetection, transcription },
        startSample,
        nextUtterance,
        sampleRate,
        recording,
      }),
      handlers: {
        onFrame: ({ payload }) => {
          caller.events.push(decode(v1.HearingEvent, payload.slice()));
          caller.atMs.push(performance.now());
        },
        onClose: (close) => (caller.closed = close),
      },
    });
    return caller;
  }

  /** Live audio, `speed` times as fast as real time. */
  async play(samples: Int16Array, speed = 1): Promise<void> {
    const broadcast = this.bus.broadcast(audioSubject(this.sessionId));
    const beganMs = performance.now();
    for (let at = 0; at < samples.length; at += pieceSamples) {
      const piece = samples.slice(at, at + pieceSamples);
      const dueMs = beganMs + (at + piece.length) / 16 / speed;
      const earlyMs = dueMs - performance.now();
      if (earlyMs > 1) await new Promise((resolve) => setTimeout(resolve, earlyMs));
      broadcast.send(this.#frame(this.position, piece));
      this.position += piece.length;
    }
  }

  /** Audio on the stream's own subject, as after a lost worker. */
  async replay(startSample: number, samples: Int16Array): Promise<void> {
    for (let at = 0; at < samples.length; at += pieceSamples) {
      const piece = samples.slice(at, at + pieceSamples);
      await this.say({
        audio: { startSample: startSample + at, sampleRate: 16_000, pcm: int16ToBytes(piece) },
      });
    }
  }

  async say(input: v1.HearInput.$Shape | v1.HearInput.$Properties): Promise<void> {
    await this.stream.ready();
    this.stream.send(encode(v1.HearInput, input));
  }

  /** Sends what is no message on the shared subject. */
  babble(bytes: Uint8Array): void {
    this.bus.broadcast(audioSubject(this.sessionId)).send(bytes);
  }

  /** Of all events but the edges of the voice, which come between any two. */
  get kinds(): string[] {
    return this.events
      .map(({ event }) => event ?? 'none')
      .filter((kind) => kind !== 'speechPaused' && kind !== 'speechResumed' && kind !== 'heardTo');
  }

  get texts(): string[] {
    return this.events.flatMap(({ event, final }) => (event === 'final' ? [final?.text ?? ''] : []));
  }

  /** Waits until so many turns have their final or failure. */
  async ends(count: number, timeoutMs = 60_000): Promise<void> {
    const ended = (): number => this.kinds.filter((kind) => kind === 'final' || kind === 'failed').length;
    await waitFor(`${count} transcripts`, timeoutMs, () => ended() >= count);
  }

  #frame(startSample: number, samples: Int16Array): Uint8Array {
    return encode(v1.AudioFrame, { startSample, sampleRate: 16_000, pcm: int16ToBytes(samples) });
  }
}
