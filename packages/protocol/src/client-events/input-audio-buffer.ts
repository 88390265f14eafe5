import { z } from 'zod';
import { base64Bytes, isBase64 } from '../base64';
import { clientEvent } from './envelope';

/** Decoded bytes in one append. */
export const maxAppendBytes = 15 * 1024 * 1024;

export const append = clientEvent('input_audio_buffer.append', {
  audio: z
    .string()
    .refine(isBase64, { error: "Invalid 'audio'. Expected base64-encoded audio bytes." })
    .refine((audio) => (base64Bytes(audio) ?? 0) <= maxAppendBytes, {
      error: "Invalid 'audio'. Expected at most 15 MiB of audio in one event.",
    }),
});
export const commit = clientEvent('input_audio_buffer.commit', {});
export const clear = clientEvent('input_audio_buffer.clear', {});
export const outputClear = clientEvent('output_audio_buffer.clear', {});
