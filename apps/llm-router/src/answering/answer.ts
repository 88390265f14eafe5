import { EngineError } from '@parley/engines-kit';
import type { ToldEvent, ChatRequest, FinishReason, Usage } from '../chat/types';
import type { AnswerMetrics } from './answer-metrics';
import type { Breakers } from './breakers';
import { continueFrom } from './continuation';
import { nextDueMs } from './deadlines';
import { attemptFacts, type AttemptFacts } from './facts';
import { next } from './next';
import { noCalls } from './no-calls';
import { Cancellation } from '../providers/cancellation';
import type { Measures } from '../routing/measures';
import { longTurn } from './long-turn';
import { oneCall } from './one-call';
import { strictCalls } from './strict/strict-calls';
import type { Candidate, Plan } from './plan';
import { Splice } from './splice';
import {
  newAnswer,
  type AnswerContext,
  type AnswerEffect,
  type AnswerInput,
  type AnswerState,
  type Deadlines,
  type Takeover,
} from './state';

export type AnswerEnd =
  | { readonly type: 'finished'; readonly reason: FinishReason; readonly usage: Usage }
  | { readonly type: 'failed'; readonly failure: EngineError }
  | { readonly type: 'cancelled' };

/** Where an answer is told. What returns a promise is waited for before more is read. */
export interface Listener {
  /** Another model speaks from now on. */
  began(candidate: Candidate, attempts: () => readonly AttemptFacts[]): void | Promise<void>;
  told(event: ToldEvent): void | Promise<void>;
  /** Nothing was told for seconds, and something is done. */
  alive?(): void | Promise<void>;
  /** Forgets what it was told: the answer begins again. Absent: it has gone on with it already. */
  readonly anew?: (() => void) | undefined;
  /** The last call, and the only one of its kind. */
  ended(end: AnswerEnd, attempts: readonly AttemptFacts[]): void | Promise<void>;
}

export interface AnswerOptions {
  readonly plan: Plan;
  readonly deadlines: Deadlines;
  readonly breakers: Breakers;
  readonly metrics: AnswerMetrics;
  readonly measures: Pick<Measures, 'record'>;
  readonly listener: Listener;
}

interface Running {
  readonly cancellation: Cancellation;
  readonly candidate: Candidate;
  readonly splice: Splice;
  readonly hedge: boolean;
  request: ChatRequest | undefined;
}

const abandoned = new EngineError('unknown', 'abandoned', 'the answer is no longer wanted');

/** UTF-16 units of one call's arguments: more has no use, and would not go over the bus. */
const maxArgumentsChars = 1_000_000;

/** One answer: carries out what `next` decides. */
export class Answer {
  #state: AnswerState;
  readonly #deadlines: Deadlines;
  readonly #running: Running[] = [];
  readonly #context: AnswerContext & { nowMs: number; held: boolean };
  readonly #over: Promise<void>;
  /** Effects for the listener, in order. */
  readonly #untold: AnswerEffect[] = [];
  #telling: Promise<void> | undefined;
  #finish: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: AnswerOptions) {
    const { plan, breakers } = options;
    this.#deadlines =
      plan.deadlines === undefined ? options.deadlines : { ...options.deadlines, ...plan.deadlines };
    this.#state = newAnswer(plan.candidates.length, performance.now());
    this.#over = new Promise((resolve) => (this.#finish = resolve));
    const modelOf = (candidate: number) => plan.candidates[candidate]!.model;
    this.#context = {
      nowMs: 0,
      held: false,
      deadlines: this.#deadlines,
      admits: (candidate) => breakers.admits(modelOf(candidate)),
      together: (one, other) => modelOf(one).provider === modelOf(other).provider,
      refusal: (candidate) => breakers.refusal(modelOf(candidate)),
      takeover: (attempt) => this.#takeover(attempt),
    };
  }

  /** Two models write no JSON together. */
  #takeover(attempt: number): Takeover {
    if (this.#running[attempt]?.request?.settings?.format === undefined) return 'on';
    return this.options.listener.anew === undefined ? 'never' : 'anew';
  }

  /** Resolves when the listener took the end; never rejects. */
  async run(): Promise<void> {
    await this.#input({ type: 'start' });
    await this.#over;
  }

  cancel(): void {
    void this.#input({ type: 'cancel' });
  }

  /** Requests are made and let go at once; what the listener is told waits for what it was told before. */
  #input(input: AnswerInput): void | Promise<void> {
    this.#context.nowMs = performance.now();
    this.#context.held = this.#telling !== undefined;
    const [state, effects] = next(this.#state, input, this.#context);
    this.#state = state;
    for (const effect of effects) {
      if (!this.#act(effect)) this.#untold.push(effect);
    }
    return (this.#telling ??= this.#tellAll());
  }

  /** True for what is no business of the listener. */
  #act(effect: AnswerEffect): boolean {
    switch (effect.type) {
      case 'ask':
        this.#ask(effect.attempt, effect.candidate, effect.said);
        return true;
      case 'abandon':
        this.#abandon(effect.attempt);
        return true;
      case 'outcome':
        this.#outcome(effect.attempt, effect.failure, effect.outputTokens);
        return true;
      default:
        return false;
    }
  }

  /** Undefined when all was told without waiting. */
  #tellAll(): Promise<void> | undefined {
    for (let effect = this.#untold.shift(); effect !== undefined; effect = this.#untold.shift()) {
      const wait = this.#tell(effect);
      if (wait instanceof Promise) {
        return wait.then(() => {
          this.#taken();
          this.#telling = this.#tellAll();
          return this.#telling;
        });
      }
    }
    return undefined;
  }

  /** What stood still meanwhile begins to count anew. */
  #taken(): void {
    const { speaking } = this.#state;
    if (speaking === undefined) return;
    this.#context.nowMs = performance.now();
    [this.#state] = next(this.#state, { type: 'alive', attempt: speaking }, this.#context);
  }

  #tell(effect: AnswerEffect): void | Promise<void> {
    const { listener, metrics } = this.options;
    switch (effect.type) {
      case 'began': {
        if (this.#state.attempts[effect.attempt]?.hedge === true) metrics.hedge(true);
        return listener.began(this.#running[effect.attempt]!.candidate, () => this.#facts());
      }
      case 'tell':
        return listener.told(effect.event);
      case 'alive':
        return listener.alive?.();
      case 'anew':
        return listener.anew?.();
      case 'finished':
      case 'failed':
      case 'cancelled':
        return this.#end(effect);
      default:
        return undefined;
    }
  }

  #ask(attempt: number, index: number, said: string): void {
    const candidate = this.options.plan.candidates[index]!;
    const hedge = this.#state.attempts[attempt]?.hedge === true;
    const cancellation = new Cancellation(abandoned);
    const running: Running = { cancellation, candidate, splice: new Splice(said), hedge, request: undefined };
    this.#running[attempt] = running;
    this.options.breakers.asked(candidate.model);
    if (said !== '') this.options.metrics.continued();
    void this.#read(attempt, running, said);
    this.#watch();
  }

  async #read(attempt: number, running: Running, said: string): Promise<void> {
    const { cancellation, candidate, splice } = running;
    const { provider, name } = candidate.model;
    let type: 'text' | 'refusal' = 'text';
    try {
      const request = continueFrom(candidate.request(), said);
      running.request = request;
      const generated = provider.generate(request, cancellation);
      const events =
        request.toolChoice.kind === 'none' ? noCalls(generated) : strictCalls(generated, request.tools);
      for await (const event of request.parallelToolCalls === false ? oneCall(events) : events) {
        if (longTurn.isOver(this.#context.nowMs)) await longTurn.next();
        if (cancellation.cancelled) return;
        if (event.type === 'alive') {
          await this.#input({ attempt, ...event });
          continue;
        }
        if (event.type === 'text' || event.type === 'refusal') {
          type = event.type;
          await this.#input({ type: 'part', attempt, event: { type, text: splice.text(event.text) } });
          continue;
        }
        if (event.type === 'tool_call' && event.argumentsJson.length > maxArgumentsChars) {
          throw new EngineError('transient', 'answer_too_large', `${name}: a call is too large`);
        }
        const rest = splice.end();
        if (rest !== '') await this.#input({ type: 'part', attempt, event: { type, text: rest } });
        await this.#input({ type: 'part', attempt, event });
        if (event.type === 'finished') return;
      }
      throw new EngineError('transient', 'answer_cut', `${name}: the answer ended without an end`);
    } catch (error) {
      const failure = EngineError.isInstance(error)
        ? error
        : new EngineError('unknown', 'internal_error', 'an internal failure', { cause: error });
      await this.#input({ type: 'failed', attempt, failure });
    }
  }

  #abandon(attempt: number): void {
    const running = this.#running[attempt];
    if (running === undefined) return;
    running.cancellation.cancel();
    const { candidate, hedge } = running;
    if (this.#state.attempts[attempt]?.failure !== undefined) return;
    this.options.breakers.withdrawn(candidate.model);
    this.options.metrics.attempt(candidate.model.id.provider, 'abandoned');
    if (hedge && this.#state.speaking !== attempt) this.options.metrics.hedge(false);
  }

  #outcome(index: number, failure: EngineError | undefined, outputTokens: number): void {
    const { breakers, metrics, measures } = this.options;
    const { candidate, hedge } = this.#running[index]!;
    const { model } = candidate;
    const { firstTokenMs, askedAtMs, endedAtMs } = this.#state.attempts[index]!;
    metrics.attempt(model.id.provider, failure?.errorClass ?? 'ok');
    if (failure === undefined) {
      breakers.succeeded(model);
      measures.record(model.name, firstTokenMs, outputTokens, endedAtMs - askedAtMs - firstTokenMs);
      return;
    }
    breakers.failed(model, failure);
    if (hedge && firstTokenMs === 0) metrics.hedge(false);
  }

  #end(end: AnswerEnd): void | Promise<void> {
    clearTimeout(this.#timer);
    const wait = this.options.listener.ended(end, this.#facts());
    if (wait instanceof Promise) return wait.then(this.#finish);
    return this.#finish();
  }

  #facts(): readonly AttemptFacts[] {
    return attemptFacts(
      this.#state,
      this.options.plan,
      this.#running.map(({ request }) => request),
    );
  }

  /**
   * Set when a model is asked, for the earliest time at which anything can be due: it may fire too early, and is not
   * set anew for each token.
   */
  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#state.ended) return;
    const nowMs = performance.now();
    const { betweenTokensMs, totalMs } = this.#deadlines;
    const held = this.#telling !== undefined;
    const nextMs = held ? this.#state.startedAtMs + totalMs : nextDueMs(this.#state, this.#deadlines);
    const dueMs = Math.min(nextMs, nowMs + betweenTokensMs);
    this.#timer = setTimeout(
      () => {
        void this.#input({ type: 'tick' });
        this.#watch();
      },
      // Whole: with fractions a timer is another kind of object, which undoes what was compiled for all others.
      Math.max(1, Math.ceil(dueMs - nowMs)),
    );
  }
}
