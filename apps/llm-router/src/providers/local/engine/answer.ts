import { randomBytes } from 'node:crypto';
import type { AnswerFormat } from '../../../chat/settings';
import type { ChatEvent, ChatRequest, FinishReason, Tool } from '../../../chat/types';
import { AnswerReader } from './answer-reader';
import type { Evaluator, SampleOptions } from './evaluator';
import type { LlamaContextSequence, Token } from './llama-types';
import type { LoadedModel } from './load-model';
import { TokenText } from './token-text';
import {
  callClose,
  callGrammar,
  callIn,
  callOpen,
  formatGrammar,
  isAnswered,
  parseCall,
  startedCall,
  toolsFor,
  type WrittenCall,
} from './tool-calls';

export interface AnswerOptions {
  readonly loaded: LoadedModel;
  readonly evaluator: Evaluator;
  readonly sequence: LlamaContextSequence;
  readonly request: ChatRequest;
  /** The prompt once more, without calls and tools: for a model that answers an output with the same call. */
  readonly inWords: () => readonly Token[];
  readonly maxTokens: number;
  readonly signal: AbortSignal;
  readonly emit: (event: ChatEvent) => void;
}

export interface AnswerEnd {
  readonly reason: FinishReason;
  /** What the caller will have in the conversation after this. */
  readonly text: string;
  readonly outputTokens: number;
}

/** Characters of a tool's name. */
const maxNameChars = 64;

/** Calls that one answer may make. */
const maxCalls = 8;

/** One answer: words, then calls, as the model writes them. */
export class Answer {
  readonly #tools: readonly Tool[];
  #text = '';
  #sampled = 0;
  #calls = 0;

  constructor(private readonly options: AnswerOptions) {
    this.#tools = toolsFor(options.request.tools, options.request.toolChoice);
  }

  /** Writes the answer to this prompt. Ends early, with whatever was said, when aborted. */
  async write(prompt: readonly Token[]): Promise<AnswerEnd> {
    const choice = this.options.request.toolChoice.kind;
    const forced = this.#tools.length > 0 && (choice === 'required' || choice === 'function');
    const format = this.options.request.settings?.format;
    if (format !== undefined && !forced) await this.#formatted(prompt, format);
    else await this.#free(prompt, forced);
    return { reason: this.#reason(), text: this.#text, outputTokens: this.#sampled };
  }

  async #free(prompt: readonly Token[], forced: boolean): Promise<void> {
    let tokens = prompt;
    let calling = forced || (await this.#words(tokens));
    while (calling) {
      const said = this.#calls === 0 ? [...prompt, ...this.#encode(this.#text)] : tokens;
      const called = await this.#call(said, forced);
      if (called === undefined) {
        if (this.#calls === 0) await this.#words(this.#afresh(), true);
        return;
      }
      tokens = called;
      calling = !forced && this.#calls < maxCalls && this.#left > 0 && (await this.#another(tokens));
    }
  }

  /** Writes JSON, or a call in its place. */
  async #formatted(prompt: readonly Token[], format: AnswerFormat): Promise<void> {
    const { loaded, request, signal } = this.options;
    let tokens = prompt;
    if (this.#tools.length > 0) {
      const grammar = await loaded.grammar(formatGrammar(format, this.#tools));
      let written = '';
      for await (const piece of this.#sample(tokens, { grammar })) written += piece;
      if (signal.aborted) return;
      const call = callIn(written, this.#tools);
      if (call === undefined) return this.#say(written);
      if (!isAnswered(request.messages, call)) return this.#tell(call);
      tokens = this.#afresh();
    }
    const grammar = await loaded.grammar(formatGrammar(format, []));
    for await (const piece of this.#sample(tokens, { grammar })) this.#say(piece);
  }

  /** The prompt in words, with what was said already. */
  #afresh(): readonly Token[] {
    return [...this.options.inWords(), ...this.#encode(this.#text)];
  }

  get #left(): number {
    return this.options.signal.aborted ? 0 : this.options.maxTokens - this.#sampled;
  }

  #reason(): FinishReason {
    if (this.#calls > 0) return 'tool_calls';
    return this.#sampled >= this.options.maxTokens ? 'length' : 'stop';
  }

  /** Says words until the end of the answer, or until a call begins: then true. */
  async #words(tokens: readonly Token[], wordsOnly = false): Promise<boolean> {
    const reader = new AnswerReader(this.#tools.length > 0 && !wordsOnly, this.#text !== '');
    const { loaded, request } = this.options;
    const plain = request.spoken ? { bias: loaded.plainSpeech } : {};
    for await (const piece of this.#sample(tokens, plain)) {
      const { text, call } = reader.push(piece);
      this.#say(text);
      if (call) return true;
    }
    this.#say(reader.finish());
    return false;
  }

  /** Whether the model begins another call after the last; anything else it writes there is dropped. */
  async #another(tokens: readonly Token[]): Promise<boolean> {
    const reader = new AnswerReader(true);
    for await (const piece of this.#sample(tokens)) {
      const { text, call } = reader.push(piece);
      if (call) return true;
      if (text !== '') return false;
    }
    return false;
  }

  /**
   * Writes one call by the grammar and returns the tokens so far; undefined when it is a call of no tool that there
   * is, or one whose output is there already: small models would make it again for ever.
   */
  async #call(tokens: readonly Token[], forced: boolean): Promise<readonly Token[] | undefined> {
    const { loaded, signal } = this.options;
    const opened = [
      ...tokens,
      ...this.#encode(`${this.#calls > 0 || this.#text !== '' ? '\n' : ''}${callOpen}`),
    ];
    const tool = await this.#chosen(opened, forced);
    if (tool === undefined && !forced) return undefined;
    const { start, grammar: rest } =
      tool === undefined ? { start: '', grammar: callGrammar(this.#tools) } : startedCall(tool);
    const grammar = await loaded.grammar(rest);
    const begun = [...opened, ...this.#encode(start)];
    let written = start;
    for await (const piece of this.#sample(begun, { grammar, temperature: 0 })) written += piece;
    if (signal.aborted) return opened;
    const call = parseCall(written);
    if (!forced && isAnswered(this.options.request.messages, call)) return undefined;
    this.#tell(call);
    return [...opened, ...this.#encode(`${written}${callClose}`)];
  }

  /** The tool that the model names by itself: small ones think of some that nobody has, to say hello with. */
  async #chosen(opened: readonly Token[], forced: boolean): Promise<Tool | undefined> {
    if (forced && this.#tools.length === 1) return this.#tools[0];
    let written = '';
    for await (const piece of this.#sample([...opened, ...this.#encode('{"name": "')], { temperature: 0 })) {
      written += piece;
      if (written.includes('"') || written.length > maxNameChars) break;
    }
    return this.#tools.find(({ name }) => name === written.split('"')[0]);
  }

  async *#sample(
    tokens: readonly Token[],
    how: Partial<Pick<SampleOptions, 'grammar' | 'bias' | 'temperature'>> = {},
  ): AsyncGenerator<string> {
    const { evaluator, sequence, request, signal, loaded } = this.options;
    const text = new TokenText<Token>((pending, before) => loaded.model.detokenize(pending, false, before));
    const sampled = evaluator.sample(sequence, tokens, {
      temperature: request.temperature,
      signal,
      background: request.background,
      ...how,
    });
    for await (const token of sampled) {
      this.#sampled += 1;
      yield loaded.model.isSpecialToken(token) ? loaded.model.detokenize([token], true) : text.push(token);
      if (this.#left <= 0) return;
    }
  }

  #tell(call: WrittenCall): void {
    this.options.emit({ type: 'tool_call', callId: `call_${randomBytes(12).toString('hex')}`, ...call });
    this.#calls += 1;
  }

  #say(text: string): void {
    if (text === '') return;
    this.#text += text;
    this.options.emit({ type: 'text', text });
  }

  #encode(text: string): readonly Token[] {
    return text === '' ? [] : this.options.loaded.tokenize(text);
  }
}
