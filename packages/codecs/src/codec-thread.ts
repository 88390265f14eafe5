import { Worker } from 'node:worker_threads';
import { resolveProgram } from '@parley/engines-kit';
import { CodecError } from './errors';
import type { CodecReply, CodecRequest } from './messages';

export interface CodecThreadOptions {
  /** The built worker program. */
  readonly program?: string;
  /** A request that takes longer ends the thread and everything in it. */
  readonly timeoutMs?: number;
}

type Answer = Extract<CodecReply, { ok: true }>;

interface Pending {
  resolve(answer: Answer): void;
  reject(error: CodecError): void;
  readonly timer: NodeJS.Timeout;
}

const defaultTimeoutMs = 30_000;
/** What a hostile file may make a decoder take. */
const heapMb = 1024;

/** One life of the thread that encodes and decodes. */
export class CodecThread {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  readonly #timeoutMs: number;
  #gone = false;

  constructor({ program, timeoutMs = defaultTimeoutMs }: CodecThreadOptions = {}) {
    this.#timeoutMs = timeoutMs;
    this.#worker = new Worker(program ?? resolveProgram(__dirname, './worker/codec.worker.ts'), {
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    this.#worker.on('message', (reply: CodecReply) => this.#onReply(reply));
    this.#worker.on('error', (error) => this.#onGone(error instanceof Error ? error.message : String(error)));
    this.#worker.on('exit', (code) => this.#onGone(`the codec thread ended with code ${code}`));
    // It keeps nobody's process alive by itself.
    this.#worker.unref();
  }

  get gone(): boolean {
    return this.#gone;
  }

  ask(request: CodecRequest): Promise<Answer> {
    const { job } = request;
    if (this.#gone) return Promise.reject(new CodecError('codec_failed', 'the codec thread is gone'));
    if (this.#pending.has(job))
      return Promise.reject(new CodecError('codec_failed', 'one request at a time'));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => void this.#overdue(), this.#timeoutMs);
      this.#pending.set(job, { resolve, reject, timer });
      this.#worker.postMessage(request);
    });
  }

  /** Nobody waits for the outcome. */
  tell(request: CodecRequest): void {
    if (!this.#gone) this.#worker.postMessage(request);
  }

  async stop(): Promise<void> {
    this.#onGone('the codec thread was stopped');
    await this.#worker.terminate();
  }

  async #overdue(): Promise<void> {
    this.#onGone('a codec did not answer in time');
    await this.#worker.terminate();
  }

  #onReply(reply: CodecReply): void {
    const pending = this.#pending.get(reply.job);
    if (pending === undefined) return;
    this.#pending.delete(reply.job);
    clearTimeout(pending.timer);
    if (reply.ok) pending.resolve(reply);
    else pending.reject(new CodecError(reply.code, reply.message));
  }

  #onGone(message: string): void {
    this.#gone = true;
    for (const pending of this.#pending.values()) {
      clearTimeout(pending.timer);
      pending.reject(new CodecError('codec_failed', message));
    }
    this.#pending.clear();
  }
}
