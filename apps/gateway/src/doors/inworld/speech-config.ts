import { isSampleRate, MAX_SAMPLE_RATE, MIN_SAMPLE_RATE, USUAL_RATES } from '@parley/audio';
import { z } from 'zod';
import { unsupported } from '../../rest/audio/unsupported';
import type { SpeechSettings } from '../../workers/speech-line';
import type { AudioEncodingOptions } from '../audio-encoding';

export const audioEncodings = ['LINEAR16', 'MP3', 'OGG_OPUS', 'ALAW', 'MULAW', 'FLAC', 'PCM', 'WAV'] as const;
export type InworldEncoding = (typeof audioEncodings)[number];

const opusRates: readonly number[] = [8000, 12_000, 16_000, 24_000, 48_000];
const defaultRate = 24_000;
/** Inworld's own defaults: a client that sends them asks for nothing. */
const usualTemperatures = [1, 1.1, null];

const temperature = unsupported('These voices have no chance in them.', usualTemperatures);

const audioConfig = z
  .strictObject({
    audioEncoding: z
      .enum(['AUDIO_ENCODING_UNSPECIFIED', ...audioEncodings])
      .default('LINEAR16')
      .transform((encoding): InworldEncoding =>
        encoding === 'AUDIO_ENCODING_UNSPECIFIED' ? 'LINEAR16' : encoding,
      ),
    sampleRateHertz: z
      .int()
      .default(defaultRate)
      .transform((rate) => rate || defaultRate)
      .refine(isSampleRate, {
        message: `It must be between ${MIN_SAMPLE_RATE} and ${MAX_SAMPLE_RATE}.`,
      }),
    bitRate: z.int().min(0).max(512_000).optional(),
    bitrate: z.int().min(0).max(512_000).optional(),
    speakingRate: z
      .number()
      .transform((rate) => rate || 1)
      .refine((rate) => rate >= 0.5 && rate <= 1.5, { message: 'It must be between 0.5 and 1.5.' })
      .default(1),
    temperature,
  })
  .refine(
    ({ audioEncoding, sampleRateHertz }) =>
      audioEncoding !== 'OGG_OPUS' || opusRates.includes(sampleRateHertz),
    {
      path: ['sampleRateHertz'],
      message: `Opus has ${opusRates.join(', ')}.`,
    },
  )
  .refine(
    ({ audioEncoding, sampleRateHertz }) => audioEncoding !== 'MP3' || USUAL_RATES.includes(sampleRateHertz),
    { path: ['sampleRateHertz'], message: `MP3 has ${USUAL_RATES.join(', ')}.` },
  );

const language = z
  .string()
  .regex(/^([A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*)?$/, { message: 'It must be a language code.' })
  .transform((code) => code.toLowerCase().split(/[-_]/)[0] ?? '');

/** What a request to speak and a context of the socket have in common. */
export const speechConfigFields = {
  voiceId: z.string().min(1).max(256),
  modelId: z.string().max(256).default('').meta({
    description: 'Any name: which engine speaks is decided by the voice.',
  }),
  audioConfig: audioConfig.prefault({}),
  temperature,
  language: language.default(''),
  timestampType: z
    .enum(['TIMESTAMP_TYPE_UNSPECIFIED', 'WORD', 'CHARACTER'])
    .default('TIMESTAMP_TYPE_UNSPECIFIED')
    .refine((type) => type !== 'CHARACTER', {
      message: 'It is not supported by this server. There are times of words.',
    })
    .transform((type) => type === 'WORD'),
  timestampTransportStrategy: z
    .enum(['TIMESTAMP_TRANSPORT_STRATEGY_UNSPECIFIED', 'SYNC', 'ASYNC'])
    .default('SYNC')
    .transform((strategy) => strategy === 'ASYNC'),
  applyTextNormalization: z
    .enum(['APPLY_TEXT_NORMALIZATION_UNSPECIFIED', 'ON', 'OFF'])
    .refine((apply) => apply !== 'OFF', {
      message: 'It is not supported by this server. Text is always made speakable.',
    })
    .optional(),
  deliveryMode: unsupported('These voices have one.', ['', 'DELIVERY_MODE_UNSPECIFIED', 'BALANCED', null]),
};

const speechConfig = z.object(speechConfigFields);
export type SpeechConfig = z.output<typeof speechConfig>;

export const speechSettings = ({ voiceId, audioConfig, language }: SpeechConfig): SpeechSettings => ({
  voice: voiceId,
  sampleRate: audioConfig.sampleRateHertz,
  speed: audioConfig.speakingRate,
  language,
});

const encodings = {
  LINEAR16: 'pcm',
  MP3: 'mp3',
  OGG_OPUS: 'opus',
  ALAW: 'alaw',
  MULAW: 'mulaw',
  FLAC: 'flac',
  PCM: 'pcm',
  WAV: 'wav',
} as const;

export function encodingOptions({ audioConfig }: SpeechConfig): AudioEncodingOptions {
  const { audioEncoding, sampleRateHertz: sampleRate, bitRate, bitrate } = audioConfig;
  const wanted = bitRate || bitrate;
  return { encoding: encodings[audioEncoding], sampleRate, ...(wanted ? { bitrate: wanted } : {}) };
}
