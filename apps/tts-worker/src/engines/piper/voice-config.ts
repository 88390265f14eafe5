import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The part of a Piper voice's JSON that is used. */
const schema = z.object({
  audio: z.object({ sample_rate: z.number().int().min(8_000).max(48_000) }),
  inference: z.object({ noise_scale: z.number(), length_scale: z.number().positive(), noise_w: z.number() }),
  num_speakers: z.number().int().default(1),
  phoneme_id_map: z.record(z.string(), z.array(z.number().int().nonnegative())),
});

export type PiperVoiceConfig = z.output<typeof schema>;

export const readVoiceConfig = (path: string): PiperVoiceConfig =>
  schema.parse(JSON.parse(readFileSync(path, 'utf8')));
