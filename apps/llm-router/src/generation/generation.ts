import { v1 } from '@parley/contracts';
import { EngineError } from '@parley/engines-kit';
import { toWireEvent, toWireReason } from '../chat/to-wire';
import type { ChatEvent, ChatRequest } from '../chat/types';
import type { ResolvedModel } from '../providers/registry';
import type { GenerationMetrics } from './metrics';
import type { Outbox } from './outbox';
import { untilAborted } from './until-aborted';
import { Watchdog, type Deadlines } from './watchdog';

export interface GenerationOptions {
  readonly outbox: Outbox;
  readonly metrics: GenerationMetrics;
  readonly deadlines: Deadlines;
  /** Makes the prompt and chooses the model; may throw an EngineError. */
  readonly build: () => { readonly model: ResolvedModel; readonly request: ChatRequest };
}

/** The caller no longer wants the answer. */
const cancelled = new EngineError('unknown', 'cancelled', 'the answer was cancelled');

/**
 * One answer, from its request to the one event that ends it: finished (cancelled included) or failed.
 */
export class Generation {
  readonly #abort = new AbortController();
  readonly #startMs = performance.now();
  #firstTokenMs = 0;
  #provider = 'none';
  readonly #deltas = new Set<string>();

  constructor(
    readonly number: number,
    private readonly options: GenerationOptions,
  ) {}

  cancel(): void {
    this.#abort.abort(cancelled);
  }

  /** Resolves when the last event is sent; never rejects. */
  async run(): Promise<void> {
    const { outbox, metrics } = this.options;
    metrics.started();
    let outcome: string;
    try {
      outcome = await this.#answer();
    } catch (error) {
      outcome = await this.#failed(error);
    }
    metrics.ended(this.#provider, outcome, this.#elapsedMs());
    await outbox.finish();
  }

  async #answer(): Promise<string> {
    const { build, outbox } = this.options;
    const { model, request } = build();
    this.#provider = model.id.provider;
    const { signal } = this.#abort;
    const watchdog = new Watchdog(this.options.deadlines, (error) => this.#abort.abort(error));
    try {
      for await (const event of untilAborted(model.provider.generate(request, { signal }), signal)) {
        watchdog.progress();
        if (this.#firstTokenMs === 0) await this.#began(model);
        if (event.type === 'finished') return await this.#finished(event);
        for (const wire of this.#toWire(event)) await outbox.put(wire);
      }
    } finally {
      watchdog.stop();
      // Whatever is still open at the provider is let go.
      this.#abort.abort(cancelled);
    }
    throw new EngineError('transient', 'answer_cut', `${model.name}: the answer ended without an end`);
  }

  async #began({ id, name }: ResolvedModel): Promise<void> {
    this.#firstTokenMs = Math.max(1, this.#elapsedMs());
    this.options.metrics.firstToken(id.provider, this.#firstTokenMs);
    const attempt = {
      provider: id.provider,
      model: id.model,
      status: 'ok',
      latencyMs: Math.round(this.#firstTokenMs),
    };
    await this.options.outbox.put({ started: { model: name, attempts: [attempt] } });
  }

  async #finished({ reason, usage }: Extract<ChatEvent, { type: 'finished' }>): Promise<string> {
    this.options.metrics.used(this.#provider, usage);
    await this.#end(toWireReason(reason), usage);
    return reason;
  }

  async #failed(error: unknown): Promise<string> {
    if (error === cancelled || this.#abort.signal.reason === cancelled) {
      // What was not sent is of no use to anyone now.
      this.options.outbox.drop();
      await this.#end(v1.GenerationFinished.Reason.CANCELLED, {});
      return 'cancelled';
    }
    const failure = EngineError.isInstance(error)
      ? error
      : new EngineError('unknown', 'internal_error', 'an internal failure', { cause: error });
    await this.options.outbox.put({
      failed: { class: failure.errorClass, code: failure.code, message: failure.message },
    });
    return failure.errorClass;
  }

  async #end(reason: v1.GenerationFinished.Reason, usage: v1.TokenUsage.$Properties): Promise<void> {
    await this.options.outbox.put({
      finished: {
        reason,
        usage,
        firstTokenMs: Math.round(this.#firstTokenMs),
        totalMs: Math.round(this.#elapsedMs()),
      },
    });
  }

  /** A call that comes whole is told in one delta first: its deltas always add up to it. */
  #toWire(event: Exclude<ChatEvent, { type: 'finished' }>): v1.GenerateEvent.$Properties[] {
    if (event.type === 'tool_call_delta') this.#deltas.add(event.callId);
    if (event.type !== 'tool_call' || this.#deltas.has(event.callId)) return [toWireEvent(event)];
    const { callId, name, argumentsJson } = event;
    return [
      toWireEvent({ type: 'tool_call_delta', callId, name, argumentsDelta: argumentsJson }),
      toWireEvent(event),
    ];
  }

  #elapsedMs(): number {
    return performance.now() - this.#startMs;
  }
}
