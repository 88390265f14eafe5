import { z } from 'zod';

export const audioFormatSchema = z.discriminatedUnion('type', [
  z
    .strictObject({ type: z.literal('audio/pcm'), rate: z.literal(24000).nullish() })
    .transform(() => ({ type: 'audio/pcm', rate: 24000 }) as const),
  z
    .strictObject({ type: z.literal('audio/pcmu'), rate: z.literal(8000).nullish() })
    .transform(() => ({ type: 'audio/pcmu' }) as const),
  z
    .strictObject({ type: z.literal('audio/pcma'), rate: z.literal(8000).nullish() })
    .transform(() => ({ type: 'audio/pcma' }) as const),
]);

/** PCM16 mono 24 kHz little endian, or G.711 at 8 kHz (µ-law, A-law). */
export const audioFormatObject = z.discriminatedUnion('type', [
  z.object({ type: z.literal('audio/pcm'), rate: z.literal(24000) }),
  z.object({ type: z.literal('audio/pcmu') }),
  z.object({ type: z.literal('audio/pcma') }),
]);
export type AudioFormat = z.output<typeof audioFormatObject>;

export const pcm24k: AudioFormat = { type: 'audio/pcm', rate: 24000 };

export const formatRateHz = (format: AudioFormat): number => (format.type === 'audio/pcm' ? 24000 : 8000);
export const formatBytesPerSample = (format: AudioFormat): number => (format.type === 'audio/pcm' ? 2 : 1);
