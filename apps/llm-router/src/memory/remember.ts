import { v1 } from '@parley/contracts';
import { EngineError } from '@parley/engines-kit';
import type { Answer, AnswerEnd, Listener } from '../answering/answer';
import type { Answers } from '../answering/answers';
import type { AttemptFacts } from '../answering/facts';
import type { Candidate } from '../answering/plan';
import { parseRequest } from '../chat/parse-request';
import type { ToldEvent, ChatRequest } from '../chat/types';
import { contextOf } from '../context/cuts';
import { fixedTokens, messagesTokens } from '../context/estimate';
import type { Memory } from '../prompt/memory';
import { fillTemplate } from '../prompt/templates';
import type { ResolvedModel } from '../providers/registry';
import type { Planner } from '../routing/planner';
import { mergeMemory, type MemoryBounds } from './merge';
import { asJson, readNotes, rememberChoice, rememberTemplate, rememberTool } from './notes';
import { transcriptOf } from './transcript';

export interface RememberOptions {
  readonly planner: Planner;
  readonly answers: Answers;
  /** The session and the stream: for the variants of routers, and for what is kept of prompts. */
  readonly sessionId: string;
  readonly cacheKey: string;
}

/** Nobody waits: a model on this machine may stand still for as long as others are answered. */
const deadlines = { firstTokenMs: 600_000, fallbackMs: 60_000, betweenTokensMs: 600_000, totalMs: 600_000 };

/** Tokens of an answer beside those of the summary: the facts. */
const factTokens = 500;
const charsPerToken = 3;

/** A part of one conversation being remembered, by whichever model the request leads to. */
export class Remember implements Listener {
  readonly #used = new Map<string, ResolvedModel>();
  #answer: Answer | undefined;
  #model = '';
  #text = '';
  #argumentsJson: string | undefined;
  #end: AnswerEnd | undefined;
  #attempts: readonly AttemptFacts[] = [];

  constructor(private readonly options: RememberOptions) {}

  cancel(): void {
    this.#answer?.cancel();
  }

  /** Never rejects. */
  async run(request: v1.RememberRequest.$Properties): Promise<v1.RememberReply.$Properties> {
    try {
      return { remembered: await this.#run(request) };
    } catch (error) {
      const known = EngineError.isInstance(error);
      const { errorClass, code, message } = known
        ? error
        : { errorClass: 'unknown', code: 'internal_error', message: 'an internal failure' };
      return { failed: { class: errorClass, code, message, attempts: [...this.#attempts] } };
    } finally {
      for (const { provider, id } of this.#used.values()) provider.release?.(id.model, this.options.cacheKey);
    }
  }

  async #run(request: v1.RememberRequest.$Properties): Promise<v1.Remembered.$Properties> {
    const { messages, maxFacts, maxLength } = request;
    const bounds = { maxFacts: maxFacts ?? 0, maxChars: maxLength ?? 0 };
    const known = { summary: request.memory?.summary ?? '', facts: request.memory?.facts ?? [] };
    const asked = parseRequest({
      model: request.model ?? '',
      messages: messages ?? [],
      language: request.language ?? '',
      user: request.user ?? '',
      metadataJson: request.metadataJson ?? '',
    });
    const task = taskOf(request.template ?? '', bounds);
    const transcript = transcriptOf(known, asked.messages);
    const plan = this.options.planner.plan({
      request: { ...asked, messages: [] },
      seed: this.options.sessionId,
      assemble: (_, resolved) => this.#prompt(`${transcript}\n\n${task}`, bounds, resolved),
    });
    this.#answer = this.options.answers.begin({ ...plan, deadlines }, this);
    await this.#answer.run();
    return this.#remembered(known, bounds);
  }

  #prompt(text: string, bounds: MemoryBounds, model: ResolvedModel): ChatRequest {
    this.#used.set(model.name, model);
    const calls = model.provider.capabilities.tools && model.entry?.tools !== false;
    const request: ChatRequest = {
      model: model.id.model,
      cacheKey: this.options.cacheKey,
      promptCacheKey: '',
      system: '',
      memory: '',
      messages: [{ role: 'user', text: calls ? text : `${text}\n${asJson}`, images: [] }],
      tools: calls ? [rememberTool(bounds)] : [],
      toolChoice: calls ? rememberChoice : { kind: 'auto' },
      spoken: false,
      temperature: undefined,
      maxOutputTokens: Math.ceil(bounds.maxChars / 2 / charsPerToken) + factTokens,
      reasoningEffort: undefined,
      parallelToolCalls: undefined,
      background: true,
      truncation: { disabled: true, retentionRatio: undefined, postInstructionTokens: undefined },
    };
    refuseTooLong(request, model);
    return request;
  }

  #remembered(known: Memory, bounds: MemoryBounds): v1.Remembered.$Properties {
    const end = this.#end;
    if (end?.type === 'failed') throw end.failure;
    if (end?.type !== 'finished') throw new EngineError('unknown', 'cancelled', 'nobody waits for it');
    const { summary, facts } = mergeMemory(known, readNotes(this.#text, this.#argumentsJson), bounds);
    return {
      memory: { summary, facts: [...facts] },
      usage: end.usage,
      model: this.#model,
      attempts: [...this.#attempts],
    };
  }

  began({ model }: Candidate): void {
    this.#model = model.name;
  }

  told(event: ToldEvent): void {
    if (event.type === 'text') this.#text += event.text;
    if (event.type === 'tool_call') this.#argumentsJson ??= event.argumentsJson;
  }

  ended(end: AnswerEnd, attempts: readonly AttemptFacts[]): void {
    this.#attempts = attempts;
    this.#end = end;
  }
}

const taskOf = (template: string, { maxFacts, maxChars }: MemoryBounds): string =>
  fillTemplate(template || rememberTemplate, {
    max_facts: String(maxFacts),
    max_length: String(maxChars >> 1),
  });

/** Models on this machine count for themselves; of the others it is known only about. */
function refuseTooLong(request: ChatRequest, model: ResolvedModel): void {
  if (model.provider.cutsPrompts === true) return;
  const tokens = fixedTokens(request) + messagesTokens(request.messages) + (request.maxOutputTokens ?? 0);
  if (tokens <= contextOf(model)) return;
  const message = 'what is to be remembered is too long for the model';
  throw new EngineError('caller_fault', 'context_length_exceeded', message);
}
