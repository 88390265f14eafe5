import { concatBytes } from '@parley/audio';
import { hearingSamplesPerMs } from '../../engine/deadlines';

/** Audio that may be ahead of what is heard: less than is kept for another stt-worker. */
export const aheadMs = 45_000;
/** So much more than a voice would have said by now is a voice still. */
export const burstMs = 5_000;

const none: Uint8Array = new Uint8Array(0);
const monotonicMs = (): number => performance.now();

interface Room {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

function closedRoom(): Room {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

/**
 * Audio that comes faster than anybody speaks, as of a file, goes no further ahead of what is heard than can be kept:
 * the rest of one append waits here, and the client's next events where they come in. A voice is never held back, nor
 * is anything longer than a voice would take for it.
 */
export class Intake {
  #rest = none;
  #taken = 0;
  #heard = 0;
  /** By when a voice would have said what was taken. */
  #saidAtMs = -Infinity;
  #timer: NodeJS.Timeout | undefined;
  #room: Room | undefined;
  #bytesPerSecond = 0;

  constructor(
    /** Passes audio on, and returns how many samples (16 kHz) have been in all. */
    private readonly take: (audio: Uint8Array) => number,
    private readonly nowMs: () => number = monotonicMs,
  ) {}

  /** Resolves when more may come; undefined: it may. */
  get room(): Promise<void> | undefined {
    return this.#room?.promise;
  }

  /** `audio` is copied as far as it must wait. */
  push(audio: Uint8Array, bytesPerSecond: number): void {
    this.#bytesPerSecond = bytesPerSecond;
    if (this.#rest.byteLength > 0) {
      this.#rest = concatBytes(this.#rest, audio);
      return;
    }
    const left = this.#takeOf(audio);
    if (left !== undefined) this.#rest = new Uint8Array(left);
    if (this.#room !== undefined || this.#waitMs() > 0) this.#settle();
  }

  /** Everything before this sample is heard. */
  heardTo(sample: number): void {
    this.#heard = Math.max(this.#heard, sample);
    if (this.#room !== undefined) this.#goOn();
  }

  /** What waits is forgotten. */
  close(): void {
    this.#rest = none;
    this.#heard = Infinity;
    this.#settle();
  }

  #goOn(): void {
    this.#rest = this.#takeOf(this.#rest) ?? none;
    this.#settle();
  }

  /** Returns what has to wait, if anything. */
  #takeOf(audio: Uint8Array): Uint8Array | undefined {
    const pieceBytes = this.#bytesPerSecond;
    let at = 0;
    for (; at < audio.byteLength && this.#waitMs() <= 0; at += pieceBytes) {
      this.#take(audio.byteLength <= pieceBytes ? audio : audio.subarray(at, at + pieceBytes));
    }
    return at < audio.byteLength ? audio.subarray(at) : undefined;
  }

  #take(piece: Uint8Array): void {
    const before = this.#taken;
    this.#taken = this.take(piece);
    const tookMs = (this.#taken - before) / hearingSamplesPerMs;
    this.#saidAtMs = Math.max(this.#saidAtMs, this.nowMs()) + tookMs;
  }

  /** How long nothing is taken unless more is heard. */
  #waitMs(): number {
    if (this.#taken - this.#heard < aheadMs * hearingSamplesPerMs) return 0;
    return this.#saidAtMs - this.nowMs() - burstMs;
  }

  #settle(): void {
    clearTimeout(this.#timer);
    const waitMs = this.#waitMs();
    if (waitMs > 0) {
      this.#room ??= closedRoom();
      this.#timer = setTimeout(() => this.#goOn(), Math.ceil(waitMs));
      return;
    }
    this.#room?.resolve();
    this.#room = undefined;
  }
}
