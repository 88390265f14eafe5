import { EngineError } from '@parley/engines-kit';
import type {
  Llama,
  LlamaContextSequence,
  LlamaGrammarEvaluationState,
  LlamaModel,
  Token,
  TokenBias,
} from './llama-types';
import { neutralizer } from './neutralize';
import { PromptTokens } from './prompt-tokens';
import { ChatTemplate } from './template';

export interface LoadOptions {
  readonly path: string;
  readonly sequences: number;
  readonly contextTokens: number;
  readonly threads: number;
}

export interface LoadedModel {
  readonly llama: Llama;
  readonly model: LlamaModel;
  readonly sequences: readonly LlamaContextSequence[];
  /** Per sequence. */
  readonly contextTokens: number;
  readonly template: ChatTemplate;
  readonly prompts: PromptTokens<Token>;
  tokenize(text: string): readonly Token[];
  /** Keeps markup out of an answer that will be spoken. */
  readonly plainSpeech: TokenBias;
  /** Starts following a grammar given as GBNF. */
  grammar(gbnf: string): Promise<LlamaGrammarEvaluationState>;
  dispose(): Promise<void>;
}

/** Tokens evaluated in one step; several sequences share one. */
const batchTokens = 256;

/** Kinds of tokens in a GGUF vocabulary that are not text. */
const controlType = 3;

export async function loadModel(options: LoadOptions): Promise<LoadedModel> {
  const {
    getLlama,
    LlamaGrammarEvaluationState,
    LlamaLogLevel,
    TokenBias: Bias,
  } = await import('node-llama-cpp');
  const llama = await getLlama({
    build: 'never',
    gpu: false,
    progressLogs: false,
    logLevel: LlamaLogLevel.warn,
    maxThreads: options.threads,
  });
  const model = await llama.loadModel({ modelPath: options.path });
  const context = await model.createContext({
    sequences: options.sequences,
    contextSize: Math.min(options.contextTokens, model.trainContextSize),
    batchSize: batchTokens,
    threads: options.threads,
  });
  const { chat_template: source, ggml } = model.fileInfo.metadata.tokenizer;
  if (typeof source !== 'string') {
    throw new EngineError(
      'caller_fault',
      'no_chat_template',
      'the model has no chat template: it is not a chat model',
    );
  }
  const text = (token: Token | null) => (token === null ? '' : model.detokenize([token], true));
  const template = new ChatTemplate(source, {
    bos_token: text(model.tokens.bos),
    eos_token: text(model.tokens.eos),
  });
  const tokenize = (prompt: string): readonly Token[] => model.tokenize(prompt, true, 'trimLeadingSpace');
  return {
    llama,
    model,
    sequences: Array.from({ length: options.sequences }, () => context.getSequence()),
    contextTokens: context.contextSize,
    template,
    prompts: new PromptTokens({
      template,
      neutralize: neutralizer(controlTokens(ggml)),
      tokenize,
      contextTokens: context.contextSize,
    }),
    tokenize,
    plainSpeech: without(new Bias(model.tokenizer), model, ggml, /[`*#|Ċĉ\n\t]|<0x0A>/),
    grammar: async (grammar) =>
      new LlamaGrammarEvaluationState({ model, grammar: await llama.createGrammar({ grammar }) }),
    dispose: () => llama.dispose(),
  };
}

interface Vocabulary {
  readonly tokens?: readonly string[];
  readonly token_type?: readonly number[];
}

function controlTokens({ tokens = [], token_type: types = [] }: Vocabulary): string[] {
  return tokens.filter((_, index) => types[index] === controlType);
}

/**
 * Forbids tokens: of lists, headings, tables and code, with line breaks, backticks, stars and the like. A model
 * trained on code writes them however kindly it is asked not to. "Ċ" and "ĉ" are how vocabularies of bytes write
 * a line break and a tab.
 */
function without(
  bias: TokenBias,
  model: LlamaModel,
  { tokens = [], token_type: types = [] }: Vocabulary,
  pattern: RegExp,
): TokenBias {
  return [...model.iterateAllTokens()]
    .filter((_, index) => types[index] !== controlType && pattern.test(tokens[index] ?? ''))
    .reduce((sum, token) => sum.set(token, 'never'), bias);
}
