import { z } from 'zod';

const count = z.int().min(0);

/** `response.done` usage: always the full key set, zeros where nothing was counted. */
export const responseUsageObject = z.object({
  total_tokens: count,
  input_tokens: count,
  output_tokens: count,
  input_token_details: z.object({
    text_tokens: count,
    audio_tokens: count,
    image_tokens: count,
    cached_tokens: count,
    cached_tokens_details: z.object({ text_tokens: count, audio_tokens: count, image_tokens: count }),
  }),
  output_token_details: z.object({ text_tokens: count, audio_tokens: count }),
});
export type ResponseUsage = z.output<typeof responseUsageObject>;

export interface TokenCounts {
  readonly inputText?: number;
  readonly inputAudio?: number;
  readonly inputImage?: number;
  /** Part of `inputText`. */
  readonly cachedText?: number;
  readonly outputText?: number;
  readonly outputAudio?: number;
}

export function responseUsage(counts: TokenCounts = {}): ResponseUsage {
  const { inputText = 0, inputAudio = 0, inputImage = 0, cachedText = 0 } = counts;
  const { outputText = 0, outputAudio = 0 } = counts;
  const input = inputText + inputAudio + inputImage;
  return {
    total_tokens: input + outputText + outputAudio,
    input_tokens: input,
    output_tokens: outputText + outputAudio,
    input_token_details: {
      text_tokens: inputText,
      audio_tokens: inputAudio,
      image_tokens: inputImage,
      cached_tokens: cachedText,
      cached_tokens_details: { text_tokens: cachedText, audio_tokens: 0, image_tokens: 0 },
    },
    output_token_details: { text_tokens: outputText, audio_tokens: outputAudio },
  };
}

/** Usage of a user transcription, by length of the audio. */
export const transcriptionUsageObject = z.object({ type: z.literal('duration'), seconds: z.number().min(0) });
export type TranscriptionUsage = z.output<typeof transcriptionUsageObject>;

/** The reference service's rates: one token for so many milliseconds of audio. */
export const inputAudioMsPerToken = 100;
export const outputAudioMsPerToken = 50;
