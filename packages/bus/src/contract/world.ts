import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamSettings } from '../core/settings';
import type {
  Bus,
  InboundFrame,
  Incoming,
  ServeOptions,
  Serving,
  Stream,
  StreamClose,
  StreamHandlers,
} from '../stream';

/** One way to have several processes on one bus. */
export interface World {
  /** A further process's bus; closed at the end of the test. */
  connect(): Promise<Bus>;
  /** The process of this bus dies without a word. */
  die(bus: Bus): Promise<void>;
  /** The message system goes away and comes back; what is under way is lost. */
  restart(): Promise<void>;
  dispose(): Promise<void>;
}

export interface WorldMaker {
  readonly name: string;
  make(settings?: Partial<StreamSettings>): Promise<World>;
}

/** On a busy machine a test may stand still for long: nobody is to be missed where that is not the point. */
export const patience: Partial<StreamSettings> = { lostAfterMs: 20_000 };

/** A stream opened with all the time in the world. */
export const plain = { service: 'stt', sessionId: 's1', config: Buffer.alloc(0), timeoutMs: 20_000 };

export const bytes = (text: string): Uint8Array => Buffer.from(text);
export const text = (payload: Uint8Array): string => Buffer.from(payload).toString();

/** Opens again until it is claimed: a freed slot takes a moment to be known everywhere. */
export async function patiently(open: () => Promise<Stream>): Promise<Stream> {
  for (;;) {
    try {
      return await open();
    } catch {
      await sleep(10);
    }
  }
}

/** Handlers that note what they are told. */
export class Recorder implements StreamHandlers {
  readonly frames: { text: string; generation: number; shared: boolean }[] = [];
  readonly cancels: number[] = [];
  readonly closes: StreamClose[] = [];
  readonly events: string[] = [];
  ended = 0;
  drainings = 0;
  readonly #waiting = new Set<() => void>();

  constructor(private readonly also: Partial<StreamHandlers> = {}) {}

  get texts(): string[] {
    return this.frames.map((frame) => frame.text);
  }

  get close(): StreamClose | undefined {
    return this.closes[0];
  }

  onFrame(frame: InboundFrame): void {
    this.frames.push({ text: text(frame.payload), generation: frame.generation, shared: frame.shared });
    this.#note(`frame ${text(frame.payload)}`);
    this.also.onFrame?.(frame);
  }

  onCancel(generation: number): void {
    this.cancels.push(generation);
    this.#note(`cancel ${generation}`);
  }

  onEnd(): void {
    this.ended += 1;
    this.#note('end');
    this.also.onEnd?.();
  }

  onDraining(): void {
    this.drainings += 1;
    this.#note('draining');
  }

  onClose(close: StreamClose): void {
    this.closes.push(close);
    this.#note(`close ${close.kind}`);
  }

  /** Resolves as soon as the condition holds; the test's own time limit ends a wait in vain. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  #note(event: string): void {
    this.events.push(event);
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}

/** A worker that records its streams, and what it does with each. */
export class TestWorker {
  readonly streams: { incoming: Incoming; stream: Stream; heard: Recorder }[] = [];
  serving: Serving | undefined;

  constructor(
    private readonly bus: Bus,
    private readonly behave: (incoming: Incoming) => Partial<StreamHandlers> = () => ({}),
  ) {}

  async serve(options: Partial<ServeOptions> = {}): Promise<this> {
    this.serving = await this.bus.serve(
      { service: 'stt', workerId: 'w1', slots: 4, ...options },
      (incoming) => {
        const heard = new Recorder(this.behave(incoming));
        this.streams.push({ incoming, stream: incoming.stream, heard });
        return heard;
      },
    );
    return this;
  }

  get last(): { incoming: Incoming; stream: Stream; heard: Recorder } {
    const last = this.streams.at(-1);
    if (last === undefined) throw new Error('no stream was accepted');
    return last;
  }
}

/** Sends each line back in capitals, in its own generation. */
export const shouting = ({ stream }: Incoming): Partial<StreamHandlers> => ({
  onFrame: ({ payload, generation }) => {
    stream.send(bytes(text(payload).toUpperCase()), { generation });
  },
});
