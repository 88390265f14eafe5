import type { ChatMessage } from '../../../chat/types';
import { fit } from '../../../context/fit';
import { boundsOf, type Truncation } from '../../../context/truncation';
import { neutralizePrompt, type Neutralize } from './neutralize';
import type { ChatTemplate, Prompt } from './template';

export interface PromptTokensOptions<Token> {
  readonly template: ChatTemplate;
  readonly neutralize: Neutralize;
  /** Control tokens in the text count as such. */
  readonly tokenize: (text: string) => readonly Token[];
  readonly contextTokens: number;
}

/** A small context is cut deeper: on a small machine every cut means to read all that is left anew. */
const retention = 0.6;

/** Prompts of one model as tokens. */
export class PromptTokens<Token> {
  constructor(private readonly options: PromptTokensOptions<Token>) {}

  /** The prompt up to where the answer begins, with the oldest turns cut off if they must be. */
  forAnswer(
    prompt: Prompt,
    {
      dropped,
      answerTokens,
      truncation,
    }: {
      readonly dropped: number;
      readonly answerTokens: number;
      readonly truncation?: Truncation | undefined;
    },
  ): { tokens: readonly Token[]; dropped: number; prompt: Prompt } {
    const clean = neutralizePrompt(prompt, this.options.neutralize);
    const encode = (messages: readonly ChatMessage[]) => this.#encode({ ...clean, messages }, true);
    const fixedTokens = encode([{ role: 'user', text: '', images: [] }]).length;
    const fitted = fit(clean.messages, {
      ...boundsOf(truncation, this.options.contextTokens - answerTokens - fixedTokens, retention),
      dropped,
      countTokens: (messages) => encode(messages).length - fixedTokens,
    });
    return {
      tokens: encode(fitted.messages),
      dropped: fitted.dropped,
      prompt: { ...clean, messages: fitted.messages },
    };
  }

  /**
   * The part of a prompt that stays whatever is said next: up to the words of an unfinished user message, or of
   * the one to come. `prompt` is clean already when it comes from `forAnswer`.
   */
  stable(prompt: Prompt): readonly Token[] {
    const last = prompt.messages.at(-1);
    if (last?.role === 'user') {
      const before = prompt.messages.slice(0, -1);
      const more = { ...last, text: `${last.text} x` };
      return this.#common(
        { ...prompt, messages: [...before, last] },
        { ...prompt, messages: [...before, more] },
      );
    }
    const next = (text: string): Prompt => ({
      ...prompt,
      messages: [...prompt.messages, { role: 'user', text, images: [] }],
    });
    return this.#common(next('a'), next('1'));
  }

  clean(prompt: Prompt): Prompt {
    return neutralizePrompt(prompt, this.options.neutralize);
  }

  #common(a: Prompt, b: Prompt): readonly Token[] {
    const left = this.#encode(a, false);
    const right = this.#encode(b, false);
    const end = left.findIndex((token, index) => token !== right[index]);
    return left.slice(0, Math.min(end < 0 ? left.length : end, this.options.contextTokens));
  }

  #encode(prompt: Prompt, answer: boolean): readonly Token[] {
    return this.options.tokenize(this.options.template.render(prompt, { answer }));
  }
}
