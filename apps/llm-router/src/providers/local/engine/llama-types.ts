/** node-llama-cpp is an ES module: its types are named here once, its code is loaded by `loadModel`. */
export type {
  Llama,
  LlamaContext,
  LlamaContextSequence,
  LlamaGrammar,
  LlamaGrammarEvaluationState,
  LlamaModel,
  SequenceEvaluateOptions,
  Token,
  TokenBias,
} from 'node-llama-cpp' with { 'resolution-mode': 'import' };
