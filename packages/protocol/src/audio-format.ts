import { z } from 'zod';

export const defaultPcmRate = 24000;
/** Hz of the PCM audio a client may send and be sent: the reference has 24,000 alone. */
const pcmRate = z.int().min(8000).max(48000);
/** Samples as 32-bit floats: Inworld's, and of no other dialect (see `ParseOptions.beyondGa`). */
export const float32Type = 'audio/float32';

const g711 = <Type extends 'audio/pcmu' | 'audio/pcma'>(type: Type) =>
  z
    .strictObject({ type: z.literal(type), rate: z.literal(8000).nullish() })
    .transform((): { type: Type } => ({ type }));

const pcm = <Type extends 'audio/pcm' | typeof float32Type>(type: Type) =>
  z
    .strictObject({ type: z.literal(type), rate: pcmRate.nullish() })
    .transform(({ rate }): { type: Type; rate: number } => ({ type, rate: rate ?? defaultPcmRate }));

export const audioFormatSchema = z.discriminatedUnion('type', [
  pcm('audio/pcm'),
  pcm(float32Type),
  g711('audio/pcmu'),
  g711('audio/pcma'),
]);

/** PCM16 or 32-bit floats, mono, little endian, or G.711 at 8 kHz (µ-law, A-law). */
export const audioFormatObject = z.discriminatedUnion('type', [
  z.object({ type: z.literal('audio/pcm'), rate: pcmRate }),
  z.object({ type: z.literal(float32Type), rate: pcmRate }),
  z.object({ type: z.literal('audio/pcmu') }),
  z.object({ type: z.literal('audio/pcma') }),
]);
export type AudioFormat = z.output<typeof audioFormatObject>;

export const pcm24k: AudioFormat = { type: 'audio/pcm', rate: defaultPcmRate };

const sampleBytes = { 'audio/pcm': 2, [float32Type]: 4, 'audio/pcmu': 1, 'audio/pcma': 1 } as const;

export const formatRateHz = (format: AudioFormat): number => ('rate' in format ? format.rate : 8000);
export const formatBytesPerSample = ({ type }: AudioFormat): number => sampleBytes[type];
export const isSameFormat = (a: AudioFormat, b: AudioFormat): boolean =>
  a.type === b.type && formatRateHz(a) === formatRateHz(b);
