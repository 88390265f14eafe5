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
  const inputImage = Math.min(llm?.imageTokens ?? 0, llm?.inputTokens ?? 0);
  const inputText = (llm?.inputTokens ?? 0) - inputImage;
  return responseUsage({
    inputText,
    inputImage,
    cachedText: Math.min(llm?.cachedInputTokens ?? 0, inputText),
    inputAudio: Math.ceil(inputAudioMs / inputAudioMsPerToken),
    outputText: llm?.outputTokens ?? Math.ceil(outputChars / charsPerToken),
    outputAudio: Math.ceil(outputAudioMs / outputAudioMsPerToken),
  });
}
