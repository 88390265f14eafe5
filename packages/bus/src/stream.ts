/**
 * The stream: a bidirectional, ordered, owned, cancellable exchange of frames between one caller and one
 * worker. Callbacks rather than iterators: audio passes here fifty times a second for every session.
 */

/** A payload frame as the receiver sees it. `payload` is a view: copy it to keep it beyond the callback. */
export interface InboundFrame {
  readonly payload: Uint8Array;
  readonly generation: number;
  readonly seq: number;
  /** Came on the shared subject (live audio), not on the stream's own. */
  readonly shared: boolean;
}

export interface SendOptions {
  /** Defaults to the highest generation sent so far on this side. */
  readonly generation?: number;
  /** Absolute, unix ms. A frame that arrives later is dropped by the receiver. */
  readonly deadlineUnixMs?: number;
}

/** Why a stream ended. `lost`: the peer's heartbeats stopped, or frames were lost beyond repair; retryable. */
export type StreamClose =
  | { readonly kind: 'ended' }
  | { readonly kind: 'lost'; readonly message: string }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly retryable: boolean };

export interface StreamHandlers {
  onFrame(frame: InboundFrame): void;
  /** The peer abandoned this generation and every older one. */
  onCancel?(generation: number): void;
  /** The peer sends no more payload. */
  onEnd?(): void;
  /**
   * The worker is stopping: reopen elsewhere when it suits. It closes the stream as `failed`, `draining`,
   * retryable, when its time is up.
   */
  onDraining?(): void;
  /** Exactly once, last. */
  onClose(close: StreamClose): void;
}

/** One side of an open stream. */
export interface Stream {
  readonly id: string;
  readonly sessionId: string;
  readonly workerId: string;
  readonly closed: boolean;
  /** Payload frames that may be sent now; 0 = wait for `ready()`. */
  readonly credit: number;
  /**
   * Sends one payload frame now. Returns false, and sends nothing, when there is no credit left or the
   * stream is closed: nothing is queued without a bound. A payload of an abandoned generation counts as sent.
   * Throws BusError `invalid_message` for one of more than 12 MiB.
   */
  send(payload: Uint8Array, options?: SendOptions): boolean;
  /** Resolves when there is credit; rejects with a BusError once the stream is closed. */
  ready(): Promise<void>;
  /** Lets the peer send `frames` more. With `manualCredit` unset, credit is returned as frames are handled. */
  grant(frames: number): void;
  /** Abandons this generation and every older one: frames of theirs still under way are dropped here. */
  cancel(generation: number): void;
  /** Half close. */
  end(): void;
  /** Full close; the peer's onClose sees `ended`, or `failed` when an error is given. */
  close(error?: { code: string; message: string; retryable: boolean }): void;
}

export interface OpenOptions {
  /** "stt", "llm", "tts", "persona". */
  readonly service: string;
  readonly sessionId: string;
  /** Encoded service-specific open message. */
  readonly config: Uint8Array;
  readonly handlers: StreamHandlers;
  /** Open must succeed within this time. Default 1,000 ms. */
  readonly timeoutMs?: number;
  /** Subject of the session's audio, so that the worker hears what is published once. */
  readonly sharedSubject?: string;
  /** Payload frames the worker may send before the first grant. Default 64. */
  readonly credit?: number;
  /** Credit is returned by `grant` alone. Default false. */
  readonly manualCredit?: boolean;
  /** Workers not to be asked again, after a failure there. */
  readonly avoidWorkers?: readonly string[];
  readonly traceparent?: string;
}

export interface Incoming {
  readonly stream: Stream;
  readonly config: Uint8Array;
  readonly traceparent: string;
}

export interface ServeOptions {
  readonly service: string;
  readonly workerId: string;
  /** Streams taken at a time; counted before an open is answered. */
  readonly slots: number;
  /** Payload frames a caller may send before the first grant. Default 256. */
  readonly credit?: number;
}

/** Called once the slot is counted, before the claim is sent. Throw a BusError to refuse. */
export type AcceptStream = (incoming: Incoming) => StreamHandlers | Promise<StreamHandlers>;

export interface Serving {
  readonly service: string;
  readonly streams: number;
  /** Leaves the queue group, lets open streams finish, closes what is left after `timeoutMs`. */
  drain(timeoutMs: number): Promise<void>;
}

/** Publishes what several workers hear, once. */
export interface Broadcast {
  readonly subject: string;
  /** Dropped while the bus is not connected. Throws BusError `invalid_message` for more than 512 KiB. */
  send(payload: Uint8Array): void;
}

/** Answers one request; throw a BusError to refuse it. */
export type AnswerRequest = (payload: Uint8Array) => Promise<Uint8Array>;

export type BusStatus = 'connected' | 'reconnecting' | 'closed';

export interface Bus {
  readonly status: BusStatus;
  onStatus(listener: (status: BusStatus) => void): () => void;
  /** Rejects with BusError: `no_capacity` (at once), `refused`, `timeout`, `disconnected`. */
  open(options: OpenOptions): Promise<Stream>;
  serve(options: ServeOptions, accept: AcceptStream): Promise<Serving>;
  broadcast(subject: string): Broadcast;
  /** Request/reply where a stream is too much (model list); one of those who answer is asked. */
  request(subject: string, payload: Uint8Array, timeoutMs: number): Promise<Uint8Array>;
  /**
   * The same of all who answer, where they are not alike (voices, recognisers): until nobody has answered for 300 ms.
   * Refusals are left out; rejects when there is nothing else.
   */
  gather(subject: string, payload: Uint8Array, timeoutMs: number): Promise<readonly Uint8Array[]>;
  respond(subject: string, handler: AnswerRequest): Promise<void>;
  close(): Promise<void>;
}

export const audioSubject = (sessionId: string): string => `parley.audio.${sessionId}`;
