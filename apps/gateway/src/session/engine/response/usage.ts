import {
  inputAudioMsPerToken,
  outputAudioMsPerToken,
  responseUsage,
  type ResponseUsage,
} from '@parley/protocol';
import type { LlmUsage } from './state';

/** Used where the model did not get to report: cut off answers. */
const charsPerToken = 4;

export interface Consumed {
  /** null: the model did not report. */
  readonly llm: LlmUsage | null;
  /** User audio that was new to this response. */
  readonly inputAudioMs: number;
  readonly outputAudioMs: number;
  readonly outputChars: number;
}

export function usageOf({ llm, inputAudioMs, outputAudioMs, outputChars }: Consumed): ResponseUsage {
  return responseUsage({
    inputText: llm?.inputTokens ?? 0,
    cachedText: Math.min(llm?.cachedInputTokens ?? 0, llm?.inputTokens ?? 0),
    inputAudio: Math.ceil(inputAudioMs / inputAudioMsPerToken),
    outputText: llm?.outputTokens ?? Math.ceil(outputChars / charsPerToken),
    outputAudio: Math.ceil(outputAudioMs / outputAudioMsPerToken),
  });
}
