import { setTimeout as sleep } from 'node:timers/promises';
import { EngineError } from '@parley/engines-kit';
import type { ChatEvent, ChatRequest } from '../../../chat/types';
import { cutAt, droppedBy } from '../../../context/cut';
import { after } from '../../../context/fit';
import { Answer } from './answer';
import { asWords } from './as-words';
import { Evaluator } from './evaluator';
import type { LlamaContextSequence, Token } from './llama-types';
import type { LoadedModel } from './load-model';
import { SequencePool, type Slot } from './sequences';
import type { Prompt } from './template';

type SequenceSlot = Slot<LlamaContextSequence>;

interface Preparation {
  readonly slot: SequenceSlot;
  readonly controller: AbortController;
  readonly done: Promise<void>;
}

export interface WorkOptions {
  readonly signal: AbortSignal;
  readonly emit: (event: ChatEvent) => void;
}

/** The voice is being made of the answer's last words when it ends: what nobody waits for comes after that. */
const settleDelayMs = 1_000;

/** Answers for several conversations on one model, each with its prompt kept evaluated. */
export class LlamaEngine {
  readonly #pool: SequencePool<LlamaContextSequence>;
  readonly #evaluator: Evaluator;
  readonly #preparations = new Map<string, Preparation>();

  constructor(
    private readonly loaded: LoadedModel,
    private readonly options: { readonly threads: number; readonly maxTokens: number },
  ) {
    this.#pool = new SequencePool(loaded.sequences);
    this.#evaluator = new Evaluator(loaded, options.threads);
  }

  /** Emits the answer and, last, `finished`; after an abort nothing more. */
  async generate(request: ChatRequest, { signal, emit }: WorkOptions): Promise<void> {
    if (request.tools.length > 0 && request.toolChoice.kind !== 'none' && !this.loaded.template.tools) {
      throw new EngineError('caller_fault', 'tools_not_supported', 'this model cannot call tools');
    }
    const maxTokens = Math.min(
      request.maxOutputTokens ?? this.options.maxTokens,
      this.loaded.contextTokens >> 1,
    );
    await this.#stopPreparing(request.cacheKey);
    const asked = { ...request, tools: request.toolChoice.kind === 'none' ? [] : request.tools };
    const built = this.loaded.prompts.forAnswer(asked, {
      dropped: droppedBy(this.#pool.owned(request.cacheKey)?.cut, request.messages),
      answerTokens: maxTokens,
      truncation: request.truncation,
    });
    const slot = await this.#take(request.cacheKey, built.tokens);
    try {
      slot.cut = cutAt(request.messages, built.dropped);
      const cachedInputTokens = held(slot.sequence, built.tokens.slice(0, -1));
      const answer = new Answer({
        loaded: this.loaded,
        evaluator: this.#evaluator,
        sequence: slot.sequence,
        request: asked,
        inWords: () => {
          const words = { ...built.prompt, messages: asWords(built.prompt.messages), tools: [] };
          const { truncation } = request;
          return this.loaded.prompts.forAnswer(words, { dropped: 0, answerTokens: maxTokens, truncation })
            .tokens;
        },
        maxTokens,
        signal,
        emit,
      });
      const { reason, text, outputTokens } = await answer.write(built.tokens);
      if (signal.aborted) return;
      emit({
        type: 'finished',
        reason,
        usage: { inputTokens: built.tokens.length, cachedInputTokens, outputTokens },
      });
      if (reason !== 'tool_calls') this.#settle(request.cacheKey, slot, answered(built.prompt, text));
    } finally {
      if (this.#preparations.get(request.cacheKey)?.slot !== slot) this.#pool.giveBack(slot);
    }
  }

  /** Evaluates what is known of a prompt ahead of its request. */
  async prepare(
    request: ChatRequest,
    signal: AbortSignal,
  ): Promise<{ inputTokens: number; cachedInputTokens: number }> {
    await this.#stopPreparing(request.cacheKey);
    const dropped = droppedBy(this.#pool.owned(request.cacheKey)?.cut, request.messages);
    const prompt = { ...request, messages: after(request.messages, dropped) };
    const tokens = this.loaded.prompts.stable(this.loaded.prompts.clean(prompt));
    const slot = await this.#take(request.cacheKey, tokens);
    slot.cut = cutAt(request.messages, dropped);
    const cachedInputTokens = held(slot.sequence, tokens);
    await this.#begin(request.cacheKey, slot, tokens, { signal }).done;
    return { inputTokens: tokens.length, cachedInputTokens };
  }

  release(cacheKey: string): void {
    this.#preparations.get(cacheKey)?.controller.abort();
    this.#pool.release(cacheKey);
  }

  /** After an answer, what surely comes before the next message: the work of a few tokens, out of its way. */
  #settle(cacheKey: string, slot: SequenceSlot, prompt: Prompt): void {
    let tokens: readonly Token[];
    try {
      tokens = this.loaded.prompts.stable(prompt);
    } catch {
      return; // a template that wants no such conversation: the next turn evaluates it all the same
    }
    if (tokens.length < this.loaded.contextTokens)
      this.#begin(cacheKey, slot, tokens, { afterMs: settleDelayMs });
  }

  #begin(
    cacheKey: string,
    slot: SequenceSlot,
    tokens: readonly Token[],
    { signal, afterMs = 0 }: { readonly signal?: AbortSignal; readonly afterMs?: number },
  ): Preparation {
    const controller = new AbortController();
    const either = signal === undefined ? controller.signal : AbortSignal.any([controller.signal, signal]);
    const run = async (): Promise<void> => {
      try {
        if (afterMs > 0) await sleep(afterMs, undefined, { signal: either }).catch(() => undefined);
        if (either.aborted) return;
        await this.#evaluator.align(slot.sequence, tokens);
        await this.#evaluator.fill(slot.sequence, tokens, 0, { signal: either });
      } catch {
        await slot.sequence.clearHistory();
      } finally {
        if (this.#preparations.get(cacheKey) === preparation) this.#preparations.delete(cacheKey);
        this.#pool.giveBack(slot);
      }
    };
    const preparation: Preparation = { slot, controller, done: Promise.resolve().then(run) };
    this.#preparations.set(cacheKey, preparation);
    return preparation;
  }

  async #stopPreparing(cacheKey: string): Promise<void> {
    const preparation = this.#preparations.get(cacheKey);
    preparation?.controller.abort();
    await preparation?.done;
  }

  async #take(cacheKey: string, tokens: readonly Token[]): Promise<SequenceSlot> {
    const overlap = (sequence: LlamaContextSequence) => held(sequence, tokens);
    const slot = this.#pool.take(cacheKey, overlap);
    if (slot !== undefined) return slot;
    await Promise.all([...this.#preparations.keys()].map((key) => this.#stopPreparing(key)));
    const freed = this.#pool.take(cacheKey, overlap);
    if (freed !== undefined) return freed;
    throw new EngineError('transient', 'busy', 'every sequence of the model is in use');
  }
}

const answered = (prompt: Prompt, text: string): Prompt => ({
  ...prompt,
  messages: [...prompt.messages, { role: 'assistant', text, toolCalls: [] }],
});

/** How many of these tokens the sequence holds from the start on. */
const held = (sequence: LlamaContextSequence, tokens: readonly Token[]): number =>
  sequence.compareContextTokens([...tokens]).firstDifferentIndex;
