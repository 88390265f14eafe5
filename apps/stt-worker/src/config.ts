import { availableParallelism } from 'node:os';
import { flag, integer, loadEnv, milliseconds, serviceEnv, z } from '@parley/config';

const cores = availableParallelism();

export const configSchema = z
  .object({
    // A stream costs 1 % of a core while nobody speaks; how many may speak at once the engine decides.
    ...serviceEnv({ healthPort: 8081, slots: 8 * cores }),
    NODE_ENV: z.string().optional(),
    PARLEY_MODELS_DIR: z.string().optional(),

    /** "provider/model" of sessions that name none. */
    PARLEY_STT_MODEL: z.string().default('local/whisper-base'),
    /** Threads of one decode on an idle machine; fewer are used while other programs need the cores. */
    PARLEY_STT_THREADS: integer(1, 64).prefault(String(Math.min(2, cores))),
    /** Whisper processes for finals: decodes side by side, ~250 MB each. Partials have one of their own. */
    PARLEY_STT_PROCESSES: integer(1, 16).prefault('1'),
    /** Share of the engine's time that partial transcripts may take, per cent; 0 = no partials. */
    PARLEY_STT_PARTIAL_PERCENT: integer(0, 100).prefault('60'),
    /** Commit, or the last stretch of the session that was read → final transcript, at the most. */
    PARLEY_STT_FINAL_DEADLINE_MS: milliseconds(10_000, 120_000),

    /** By what `semantic_vad` tells the end of a turn from a pause. */
    PARLEY_STT_TURN_ESTIMATOR: z.enum(['fused', 'text', 'prosody', 'smart-turn']).default('fused'),
    /** The model that listens to pauses; `none` = pitch, level and words alone. */
    PARLEY_STT_TURN_MODEL: z.enum(['smart-turn-v3.2', 'none']).default('smart-turn-v3.2'),

    /** The model that reads transcripts: one of the model cache with the files model, tokenizer and languages; `none`. */
    PARLEY_STT_TEXT_MODEL: z.string().default('none'),

    /** Loads the stand-in `test/scripted`. */
    PARLEY_TEST_ENGINES: flag(false),
    PARLEY_TEST_STT_DELAY_MS: milliseconds(0, 60_000),
    /** By which each decode scatters, log-normal. */
    PARLEY_TEST_JITTER_PERCENT: integer(0, 100).prefault('0'),
    /** What it hears; "utterance <n>" when not set. */
    PARLEY_TEST_TRANSCRIPT: z.string().optional(),
    /** A file of what was heard of recordings so far, by the voice in them: see word-scripts.ts. */
    PARLEY_TEST_WORDS: z.string().optional(),
  })
  .refine((config) => !(config.PARLEY_TEST_ENGINES && config.NODE_ENV === 'production'), {
    path: ['PARLEY_TEST_ENGINES'],
    message: 'the stand-in engines are for tests and never for production',
  });

export type SttConfig = z.output<typeof configSchema>;

export const config = (): SttConfig => loadEnv(configSchema);
