import { BusError, type Bus, type InboundFrame, type Stream, type StreamClose } from '@parley/bus';
import { WorkerError, type WorkerService } from './worker-error';

export interface WorkerStreamOptions {
  readonly service: WorkerService;
  readonly sessionId: string;
  readonly config: Uint8Array;
  readonly avoidWorkers?: readonly string[];
  /** Frames the worker may be ahead of who reads. */
  readonly window?: number;
  /** Who it is for has gone. */
  readonly signal?: AbortSignal;
}

export interface WorkerFrame {
  readonly payload: Uint8Array;
  readonly generation: number;
}

const openMs = 2_000;
const defaultWindow = 16;

type Waiting = {
  readonly resolve: (frame: WorkerFrame | undefined) => void;
  readonly reject: (error: WorkerError) => void;
};

/**
 * One stream of a door to a worker, read at the reader's pace: what is not read is not granted, so that a slow client
 * slows the worker and nothing piles up between.
 */
export class WorkerStream {
  readonly #frames: WorkerFrame[] = [];
  #stream: Stream | undefined;
  #close: StreamClose | undefined;
  #waiting: Waiting | undefined;

  private constructor(
    private readonly service: WorkerService,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** Rejects with WorkerError `unavailable` or `refused`. */
  static async open(bus: Bus, options: WorkerStreamOptions): Promise<WorkerStream> {
    const { service, window = defaultWindow, signal, ...rest } = options;
    const opened = new WorkerStream(service, signal);
    const handlers = {
      onFrame: (frame: InboundFrame) => opened.#onFrame(frame),
      onClose: (close: StreamClose) => opened.#onClose(close),
    };
    try {
      opened.#stream = await bus.open({
        ...rest,
        service,
        handlers,
        timeoutMs: openMs,
        credit: window,
        manualCredit: true,
      });
      signal?.addEventListener('abort', opened.#leave);
      if (signal?.aborted === true) opened.#leave();
      return opened;
    } catch (error) {
      if (!BusError.isInstance(error)) throw error;
      throw new WorkerError(service, error.code === 'refused' ? 'refused' : 'unavailable', error.message, {
        cause: error,
      });
    }
  }

  get workerId(): string {
    return this.#stream?.workerId ?? '';
  }

  get closed(): boolean {
    return this.#close !== undefined;
  }

  /** Waits for credit. Rejects with WorkerError `lost` when the stream ends before. */
  async send(payload: Uint8Array, generation?: number): Promise<void> {
    const options = generation === undefined ? {} : { generation };
    const stream = this.#stream;
    if (stream === undefined) return;
    try {
      while (!stream.send(payload, options)) await stream.ready();
    } catch (error) {
      throw new WorkerError(this.service, 'lost', 'The worker is gone.', { cause: error });
    }
  }

  /**
   * The next frame; undefined once the worker has ended the stream. Rejects with WorkerError when it is lost, has
   * failed, or tells nothing for `timeoutMs`. One call at a time.
   */
  async next(timeoutMs: number): Promise<WorkerFrame | undefined> {
    const frame = this.#frames.shift();
    if (frame !== undefined) {
      this.#stream?.grant(1);
      return frame;
    }
    if (this.signal?.aborted === true) throw this.#gone();
    if (this.#close !== undefined) return this.#ended(this.#close);
    const next = new Promise<WorkerFrame | undefined>(
      (resolve, reject) => (this.#waiting = { resolve, reject }),
    );
    const timer = setTimeout(
      () => this.#waiting?.reject(new WorkerError(this.service, 'lost', 'The worker is silent.')),
      timeoutMs,
    );
    try {
      return await next;
    } finally {
      clearTimeout(timer);
      this.#waiting = undefined;
    }
  }

  cancel(generation: number): void {
    this.#stream?.cancel(generation);
  }

  /** The worker is told that no more comes. */
  end(): void {
    this.#stream?.end();
  }

  /** Nothing of it is wanted any more. */
  close(): void {
    this.signal?.removeEventListener('abort', this.#leave);
    this.#frames.length = 0;
    this.#stream?.close();
  }

  readonly #leave = (): void => {
    this.#waiting?.reject(this.#gone());
    this.close();
  };

  #gone(): WorkerError {
    return new WorkerError(this.service, 'lost', 'Nobody waits for it any more.');
  }

  #onFrame({ payload, generation }: InboundFrame): void {
    // Copied: the bus takes its memory back when this returns.
    const frame = { payload: payload.slice(), generation };
    const waiting = this.#waiting;
    if (waiting === undefined) {
      this.#frames.push(frame);
      return;
    }
    this.#waiting = undefined;
    this.#stream?.grant(1);
    waiting.resolve(frame);
  }

  #onClose(close: StreamClose): void {
    this.#close = close;
    const waiting = this.#waiting;
    if (waiting !== undefined) this.#ended(close).then(waiting.resolve, waiting.reject);
  }

  async #ended(close: StreamClose): Promise<undefined> {
    if (close.kind === 'ended') return undefined;
    const passing = close.kind === 'lost' || close.retryable;
    throw new WorkerError(this.service, passing ? 'lost' : 'failed', close.message);
  }
}
