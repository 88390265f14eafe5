import { z } from 'zod';

/** Hz of the PCM audio a client may send and be sent: the reference has 24,000 alone. */
export const pcmRates = [8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000] as const;
export const defaultPcmRate = 24000;

const g711 = <Type extends 'audio/pcmu' | 'audio/pcma'>(type: Type) =>
  z
    .strictObject({ type: z.literal(type), rate: z.literal(8000).nullish() })
    .transform((): { type: Type } => ({ type }));

export const audioFormatSchema = z.discriminatedUnion('type', [
  z
    .strictObject({ type: z.literal('audio/pcm'), rate: z.literal(pcmRates).nullish() })
    .transform(({ type, rate }) => ({ type, rate: rate ?? defaultPcmRate })),
  g711('audio/pcmu'),
  g711('audio/pcma'),
]);

/** PCM16 mono little endian, or G.711 at 8 kHz (µ-law, A-law). */
export const audioFormatObject = z.discriminatedUnion('type', [
  z.object({ type: z.literal('audio/pcm'), rate: z.literal(pcmRates) }),
  z.object({ type: z.literal('audio/pcmu') }),
  z.object({ type: z.literal('audio/pcma') }),
]);
export type AudioFormat = z.output<typeof audioFormatObject>;

export const pcm24k: AudioFormat = { type: 'audio/pcm', rate: defaultPcmRate };

export const formatRateHz = (format: AudioFormat): number =>
  format.type === 'audio/pcm' ? format.rate : 8000;
export const formatBytesPerSample = (format: AudioFormat): number => (format.type === 'audio/pcm' ? 2 : 1);
export const isSameFormat = (a: AudioFormat, b: AudioFormat): boolean =>
  a.type === b.type && formatRateHz(a) === formatRateHz(b);
