import type { InboundFrame, Stream, StreamClose, StreamHandlers } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { EngineError } from '@parley/engines-kit';
import type { Logger, Spans } from '@parley/telemetry';
import type { Answers } from '../answering/answers';
import type { Plan } from '../answering/plan';
import { parseRequest } from '../chat/parse-request';
import type { ChatRequest } from '../chat/types';
import { Cuts } from '../context/cuts';
import { assemble } from '../prompt/assemble';
import { NoteLedger } from '../prompt/note-ledger';
import type { ResolvedModel } from '../providers/registry';
import type { Planner } from '../routing/planner';
import { Generation } from './generation';
import type { GenerationMetrics } from './metrics';
import { Outbox } from './outbox';
import { promptCacheKeyOf } from '../providers/prompt-cache';

export interface ConversationOptions {
  readonly stream: Stream;
  readonly planner: Planner;
  readonly answers: Answers;
  readonly metrics: GenerationMetrics;
  readonly logger: Logger;
  readonly spans: Spans;
  readonly coalesceMs: number;
}

/** One stream: the answers of one conversation, one at a time; a newer one ends the older. */
export class Conversation implements StreamHandlers {
  readonly #ledger = new NoteLedger();
  readonly #cuts = new Cuts();
  readonly #promptCacheKey: string;
  /** The last request, and the model that was asked: no more, for each holds the whole conversation. */
  #asked: { readonly model: string; readonly request: ChatRequest } | undefined;
  readonly #used = new Map<string, ResolvedModel>();
  #current: Generation | undefined;
  #newest = 0;
  #preparing: AbortController | undefined;
  /** What was to be prepared while a cancelled answer was not over yet. */
  #next: v1.GenerateRequest.$Properties | undefined;
  #ended = false;

  constructor(private readonly options: ConversationOptions) {
    this.#promptCacheKey = promptCacheKeyOf(options.stream.sessionId);
  }

  onFrame({ payload, generation }: InboundFrame): void {
    const input = this.#decode(payload, generation);
    if (input?.input === 'request') this.#start(generation, input.request ?? {});
    else if (input?.input === 'prepare') void this.#prepare(input.prepare ?? {});
  }

  onCancel(generation: number): void {
    if (this.#current !== undefined && this.#current.number <= generation) this.#current.cancel();
    this.#newest = Math.max(this.#newest, generation);
  }

  onEnd(): void {
    this.#ended = true;
    if (this.#current === undefined) this.options.stream.close();
  }

  onClose(_close: StreamClose): void {
    this.#current?.cancel();
    this.#preparing?.abort();
    this.#next = undefined;
    for (const { provider, id } of this.#used.values()) provider.release?.(id.model, this.options.stream.id);
  }

  #decode(payload: Uint8Array, generation: number): v1.GenerateInput | undefined {
    try {
      return decode(v1.GenerateInput, payload);
    } catch (error) {
      this.options.logger.warn({ err: error }, 'a generate input could not be read');
      this.#run(generation, () => {
        throw new EngineError('caller_fault', 'invalid_request', 'the request could not be read');
      });
      return undefined;
    }
  }

  #start(generation: number, wire: v1.GenerateRequest.$Properties): void {
    this.#run(generation, () => this.#plan(wire, false));
  }

  #run(generation: number, plan: () => Plan): void {
    if (generation < this.#newest || generation === this.#current?.number) return;
    this.#newest = generation;
    this.#current?.cancel();
    this.#preparing?.abort();
    this.#next = undefined;
    const { stream, coalesceMs } = this.options;
    const outbox = new Outbox({ stream, generation, coalesceMs });
    const current = new Generation(generation, {
      ...this.options,
      outbox,
      plan,
      used: (model, { inputTokens }) => {
        const asked = this.#asked;
        if (asked?.model === model) this.#cuts.learn(asked.request, model, inputTokens);
      },
      spent: (cancelled, attempts) => void this.#tellSpent(cancelled, [...attempts]),
    });
    this.#current = current;
    void current.run().then(() => this.#over(current));
  }

  /** Told as of what comes after it: frames of a cancelled generation reach nobody. */
  async #tellSpent(cancelled: number, attempts: v1.Attempt.$Properties[]): Promise<void> {
    const { stream } = this.options;
    const payload = encode(v1.GenerateEvent, { spent: { generation: cancelled, attempts } });
    const generation = Math.max(cancelled + 1, this.#newest);
    try {
      while (!stream.closed && !stream.send(payload, { generation })) await stream.ready();
    } catch (error) {
      this.options.logger.debug({ err: error }, 'nobody is left to be told what was used');
    }
  }

  #over(generation: Generation): void {
    if (this.#current !== generation) return;
    this.#current = undefined;
    if (this.#ended) return this.options.stream.close();
    const next = this.#next;
    this.#next = undefined;
    if (next !== undefined) void this.#prepare(next);
  }

  #plan(wire: v1.GenerateRequest.$Properties, prepare: boolean): Plan {
    const parsed = parseRequest(wire);
    return this.options.planner.plan({
      request: parsed,
      seed: this.options.stream.sessionId,
      assemble: (request, model) => {
        this.#used.set(model.name, model);
        const whole = assemble(request, {
          model: model.id.model,
          cacheKey: this.options.stream.id,
          promptCacheKey: this.#promptCacheKey,
          ledger: this.#ledger,
          guidance: model.provider.capabilities.guidance,
          prepare,
        });
        if (request.truncation === undefined || prepare || model.provider.cutsPrompts === true) return whole;
        const fitted = this.#cuts.fit(whole, model, request.truncation);
        this.#ledger.cut(whole.messages.length - fitted.messages.length);
        this.#asked = { model: model.name, request: fitted };
        return fitted;
      },
    });
  }

  /** Best effort, one at a time, the newest wins; an answer under way is never disturbed. */
  async #prepare(wire: v1.GenerateRequest.$Properties): Promise<void> {
    if (this.#current?.cancelled === true) this.#next = wire;
    if (this.#current !== undefined) return;
    this.#preparing?.abort();
    const controller = new AbortController();
    this.#preparing = controller;
    try {
      const [first] = this.#plan(wire, true).candidates;
      await first?.model.provider.prepare?.(first.request(), { signal: controller.signal });
    } catch (error) {
      if (!controller.signal.aborted) this.options.logger.debug({ err: error }, 'a prompt was not prepared');
    }
  }
}
