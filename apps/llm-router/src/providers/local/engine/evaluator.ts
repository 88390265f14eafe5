import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { LoadWatch } from '@parley/engines-kit';
import type {
  LlamaContextSequence,
  LlamaGrammarEvaluationState,
  SequenceEvaluateOptions,
  Token,
  TokenBias,
} from './llama-types';
import type { LoadedModel } from './load-model';
import { sampling } from './sampling';
import { ThreadGovernor } from './threads';

/** Tokens of a prompt evaluated at a time: what a cancel waits for at the most (a quarter of a second). */
const chunkTokens = 32;

/** How often work that nobody waits for looks whether it may go on. */
const yieldMs = 20;

export interface SampleOptions {
  /** undefined = the model's default of ours, and under a grammar the likeliest alone. */
  readonly temperature: number | undefined;
  readonly grammar?: LlamaGrammarEvaluationState;
  readonly bias?: TokenBias;
  readonly signal: AbortSignal;
  /** Nobody waits for it: it stands still while others are at work. */
  readonly background?: boolean;
}

/** Evaluates tokens on sequences of one model with as many threads as the machine can spare. */
export class Evaluator {
  readonly #governor: ThreadGovernor;
  readonly #load = new LoadWatch();
  #running = 0;
  /** Those of them that somebody waits for. */
  #awaited = 0;

  constructor(
    private readonly loaded: Pick<LoadedModel, 'llama' | 'model'>,
    threads: number,
  ) {
    this.#governor = new ThreadGovernor(threads, availableParallelism());
    this.#load.start();
  }

  /** Makes the sequence hold a start of these tokens and nothing else. */
  async align(sequence: LlamaContextSequence, tokens: readonly Token[]): Promise<void> {
    await sequence.adaptStateToTokens([...tokens], false);
  }

  /** Evaluates what the sequence lacks of these tokens, but for the last `leave`; stops early when aborted. */
  async fill(
    sequence: LlamaContextSequence,
    tokens: readonly Token[],
    leave: number,
    { signal, background = false }: Pick<SampleOptions, 'signal' | 'background'>,
  ): Promise<void> {
    this.#enter(background);
    try {
      for (let fresh = true; !signal.aborted; fresh = false) {
        if (background) await this.#giveWay(signal);
        const from = sequence.nextTokenIndex;
        const until = Math.min(from + chunkTokens, tokens.length - leave);
        if (until <= from) return;
        this.#spare(fresh, await this.#load.busyCoresAtLeast());
        await sequence.evaluateWithoutGeneratingNewTokens(tokens.slice(from, until));
      }
    } finally {
      this.#leave(background);
    }
  }

  /**
   * Evaluates what the sequence lacks of these tokens and samples on, without the token that ends the answer.
   * Ends when aborted, at most one token later.
   */
  async *sample(
    sequence: LlamaContextSequence,
    tokens: readonly Token[],
    options: SampleOptions,
  ): AsyncGenerator<Token> {
    await this.align(sequence, tokens.slice(0, -1));
    await this.fill(sequence, tokens, 1, options);
    if (options.signal.aborted) return;
    const answer: Token[] = [];
    const rest = tokens.slice(sequence.nextTokenIndex);
    const evaluation = sequence.evaluate(rest, evaluateOptions(options, answer));
    const { background = false } = options;
    this.#enter(background);
    try {
      for (let fresh = true; !options.signal.aborted; fresh = false) {
        if (background) await this.#giveWay(options.signal);
        this.#spare(fresh, this.#load.busyCores());
        const next = await evaluation.next();
        if (next.done === true || this.loaded.model.isEogToken(next.value)) return;
        answer.push(next.value);
        yield next.value;
      }
    } finally {
      this.#leave(background);
      await evaluation.return();
    }
  }

  #enter(background: boolean): void {
    this.#running += 1;
    if (!background) this.#awaited += 1;
  }

  #leave(background: boolean): void {
    this.#running -= 1;
    if (!background) this.#awaited -= 1;
  }

  async #giveWay(signal: AbortSignal): Promise<void> {
    if (this.#awaited === 0) return;
    this.#running -= 1;
    while (this.#awaited > 0 && !signal.aborted) await sleep(yieldMs);
    this.#running += 1;
  }

  #spare(fresh: boolean, othersBusy: number): void {
    const { user, system } = process.cpuUsage();
    const sample = { nowMs: performance.now(), cpuMs: (user + system) / 1_000, othersBusy };
    const threads = this.#governor.decide(sample, fresh && this.#running === 1);
    if (this.loaded.llama.maxThreads !== threads) this.loaded.llama.maxThreads = threads;
  }
}

function evaluateOptions(
  { temperature, grammar, bias }: SampleOptions,
  answer: readonly Token[],
): SequenceEvaluateOptions {
  const { topP, topK } = sampling;
  if (grammar !== undefined)
    return { temperature: temperature ?? 0, topP, topK, grammarEvaluationState: grammar };
  return {
    temperature: temperature ?? sampling.temperature,
    topP,
    topK,
    ...(bias === undefined ? {} : { tokenBias: bias }),
    repeatPenalty: {
      punishTokens: () => answer.slice(-sampling.repeatWindow),
      penalty: sampling.repeatPenalty,
      maxPunishTokens: sampling.repeatWindow,
    },
  };
}
