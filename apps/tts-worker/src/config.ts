import { flag, integer, loadEnv, milliseconds, serviceEnv, z } from '@parley/config';

const schema = z
  .object({
    ...serviceEnv({ healthPort: 8083, slots: 16 }),
    NODE_ENV: z.string().default(''),
    PARLEY_TTS_VOICE: z.string().min(1).default('piper/joe'),
    /** Compute threads of each Piper process, and how many of these there are. */
    PARLEY_TTS_THREADS: integer(1, 64).prefault('2'),
    PARLEY_TTS_PROCESSES: integer(1, 32).prefault('1'),
    PARLEY_TEST_ENGINES: flag(false),
    PARLEY_TEST_TTS_FIRST_BYTE_MS: milliseconds(0, 60_000),
    /** By which such times scatter, log-normal. */
    PARLEY_TEST_JITTER_PERCENT: integer(0, 100).prefault('0'),
  })
  .refine((env) => !(env.PARLEY_TEST_ENGINES && env.NODE_ENV === 'production'), {
    path: ['PARLEY_TEST_ENGINES'],
    message: 'stand-in engines are not for production',
  })
  .refine((env) => env.PARLEY_TEST_ENGINES || !env.PARLEY_TTS_VOICE.startsWith('test/'), {
    path: ['PARLEY_TTS_VOICE'],
    message: 'a stand-in voice needs PARLEY_TEST_ENGINES=1',
  });

export type TtsConfig = z.output<typeof schema>;

export const config = (environment?: NodeJS.ProcessEnv): TtsConfig => loadEnv(schema, environment);
