import { v1 } from '@parley/contracts';
import { EngineError } from '@parley/engines-kit';
import type { Spans } from '@parley/telemetry';
import type { Answer, AnswerEnd, Listener } from '../answering/answer';
import type { Answers } from '../answering/answers';
import type { AttemptFacts } from '../answering/facts';
import type { Candidate, Plan } from '../answering/plan';
import { toWireEvent, toWireReason } from '../chat/to-wire';
import type { ToldEvent, Usage } from '../chat/types';
import { contextOf } from '../context/cuts';
import type { GenerationMetrics } from './metrics';
import type { Outbox } from './outbox';
import { chatSpan } from './span';

export interface GenerationOptions {
  readonly outbox: Outbox;
  readonly metrics: GenerationMetrics;
  readonly answers: Answers;
  readonly spans: Spans;
  /** Chooses the models and makes their prompts; may throw an EngineError. */
  readonly plan: () => Plan;
  /** What one model alone read and wrote for the answer. */
  readonly used: (model: string, usage: Usage) => void;
  /** What a cancelled answer had used. */
  readonly spent: (generation: number, attempts: readonly AttemptFacts[]) => void;
}

/** One answer on the bus, from its request to the one event that ends it: finished (cancelled included) or failed. */
export class Generation implements Listener {
  readonly #startMs = performance.now();
  readonly #deltas = new Set<string>();
  #firstTokenMs = 0;
  #provider = 'none';
  #model: Candidate['model'] | undefined;
  #answer: Answer | undefined;
  #routing: Plan['routing'];
  #cancelled = false;

  constructor(
    readonly number: number,
    private readonly options: GenerationOptions,
  ) {}

  get cancelled(): boolean {
    return this.#cancelled;
  }

  cancel(): void {
    this.#cancelled = true;
    this.#answer?.cancel();
  }

  /** Resolves when the last event is sent; never rejects. */
  async run(): Promise<void> {
    const { metrics, answers, plan: makePlan } = this.options;
    metrics.started();
    try {
      const plan = makePlan();
      this.#routing = plan.routing;
      this.#answer = answers.begin(plan, this);
    } catch (error) {
      await this.ended({ type: 'failed', failure: asEngineError(error) }, []);
      return;
    }
    await this.#answer.run();
  }

  async began({ model }: Candidate, attempts: () => readonly AttemptFacts[]): Promise<void> {
    this.#provider = model.id.provider;
    this.#model = model;
    if (this.#firstTokenMs === 0) {
      this.#firstTokenMs = Math.max(1, this.#elapsedMs());
      this.options.metrics.firstToken(this.#provider, this.#firstTokenMs);
    }
    const routing = this.#routing ?? null;
    await this.options.outbox.put({ started: { model: model.name, attempts: [...attempts()], routing } });
  }

  async alive(): Promise<void> {
    await this.options.outbox.put({ alive: {} });
  }

  /** A call that comes whole is told in one delta first: its deltas always add up to it. */
  async told(event: ToldEvent): Promise<void> {
    const { outbox } = this.options;
    if (event.type === 'tool_call_delta') this.#deltas.add(event.callId);
    if (event.type === 'tool_call' && !this.#deltas.has(event.callId)) {
      const { callId, name, argumentsJson } = event;
      await outbox.put(toWireEvent({ type: 'tool_call_delta', callId, name, argumentsDelta: argumentsJson }));
    }
    await outbox.put(toWireEvent(event));
  }

  async ended(end: AnswerEnd, attempts: readonly AttemptFacts[]): Promise<void> {
    const { metrics, outbox, spans } = this.options;
    // What was not sent of a cancelled answer is of no use to anyone now.
    if (end.type === 'cancelled') outbox.drop();
    await outbox.put(this.#last(end, [...attempts]));
    if (end.type === 'finished') {
      metrics.used(this.#provider, end.usage);
      if (attempts.length === 1 && this.#model !== undefined) this.options.used(this.#model.name, end.usage);
    }
    metrics.ended(this.#provider, outcomeOf(end), this.#elapsedMs());
    spans.record(
      chatSpan(end, {
        startMs: this.#startMs,
        firstTokenMs: this.#firstTokenMs,
        model: this.#model?.name ?? '',
        attempts,
      }),
    );
    await outbox.finish();
    if (end.type === 'cancelled') this.options.spent(this.number, attempts);
  }

  #last(end: AnswerEnd, attempts: v1.Attempt.$Properties[]): v1.GenerateEvent.$Properties {
    if (end.type === 'failed') {
      const { errorClass, code, message } = end.failure;
      return { failed: { class: errorClass, code, message, attempts } };
    }
    const { CANCELLED } = v1.GenerationFinished.Reason;
    const times = { firstTokenMs: Math.round(this.#firstTokenMs), totalMs: Math.round(this.#elapsedMs()) };
    return end.type === 'finished'
      ? {
          finished: {
            reason: toWireReason(end.reason),
            usage: end.usage,
            ...times,
            attempts,
            contextFill: this.#contextFill(end.usage),
          },
        }
      : { finished: { reason: CANCELLED, usage: {}, ...times, attempts } };
  }

  #contextFill({ inputTokens, outputTokens }: Usage): number {
    return this.#model === undefined ? 0 : (inputTokens + outputTokens) / contextOf(this.#model);
  }

  #elapsedMs(): number {
    return performance.now() - this.#startMs;
  }
}

const outcomeOf = (end: AnswerEnd): string => {
  if (end.type === 'failed') return end.failure.errorClass;
  return end.type === 'finished' ? end.reason : 'cancelled';
};

const asEngineError = (error: unknown): EngineError =>
  EngineError.isInstance(error)
    ? error
    : new EngineError('unknown', 'internal_error', 'an internal failure', { cause: error });
