import { accessEnvironment, isLoopback, isOpen } from '@parley/admission';
import { flag, host, integer, list, loadEnv, milliseconds, serviceEnv, z } from '@parley/config';
import { hostedEnvironment } from './providers/hosted/environment';
import { searchEnvironment } from './tools/search/environment';

export const configSchema = z
  .object({
    ...serviceEnv({ healthPort: 8082, slots: 64 }),
    NODE_ENV: z.string().optional(),
    PARLEY_MODELS_DIR: z.string().optional(),

    /** "provider/model" of requests that name none. */
    PARLEY_LLM_MODEL: z.string().default('local/qwen2.5-coder-0.5b'),
    /** "name=provider/model,pattern*=default" */
    PARLEY_MODEL_ALIASES: z.string().default(''),
    /** Of who uses the door. Redis also keeps the routers that are made over REST. */
    ...accessEnvironment,
    /** YAML: routers of the operator, and scores of models. */
    PARLEY_ROUTERS_FILE: z.string().optional(),
    PARLEY_LLM_FIRST_TOKEN_TIMEOUT_MS: milliseconds(15_000),
    /** The same while another model is left to ask. */
    PARLEY_LLM_FALLBACK_TIMEOUT_MS: milliseconds(4_000),
    /** A model that has said nothing for so long gets a second one beside it; 0 = never. Both are paid for. */
    PARLEY_LLM_HEDGE_MS: milliseconds(0),
    PARLEY_LLM_TOKEN_TIMEOUT_MS: milliseconds(10_000),
    PARLEY_LLM_TOTAL_TIMEOUT_MS: milliseconds(120_000),

    /** Of the OpenAI-compatible door; unset = there is none, 0 = any free port. */
    PARLEY_LLM_DOOR_PORT: integer(0, 65_535).optional(),
    PARLEY_LLM_DOOR_HOST: host,
    /** Answers at a time through the door. */
    PARLEY_LLM_DOOR_REQUESTS: integer(1, 100_000).prefault('1000'),

    /** `lean`: Parley's own path to providers whose wire format it speaks; `ai-sdk`: the AI SDK's for all. */
    PARLEY_LLM_ADAPTER: z.enum(['lean', 'ai-sdk']).default('lean'),
    ...hostedEnvironment,

    /** Internal hosts and networks that tools may be on: "10.1.0.0/16,search.internal:8080,*.lab". */
    PARLEY_OUTBOUND_ALLOW: list,
    /** A call of an MCP tool. */
    PARLEY_TOOL_TIMEOUT_MS: milliseconds(30_000),
    /** Connecting to an MCP server, and asking for its tools. */
    PARLEY_TOOL_LIST_TIMEOUT_MS: milliseconds(10_000),
    /** Characters of a tool's output that reach the model. */
    PARLEY_TOOL_OUTPUT_CHARS: integer(100, 200_000).prefault('16000'),
    ...searchEnvironment,

    /** "name=/path/model.gguf,…": further local models. */
    PARLEY_LOCAL_GGUF: z.string().default(''),
    /** Local models in memory at a time. */
    PARLEY_LOCAL_MODELS_LIMIT: integer(1, 16).prefault('2'),
    /** Conversations that one local model keeps evaluated; each costs memory for its context. */
    PARLEY_LOCAL_SEQUENCES: integer(1, 64).prefault('4'),
    PARLEY_LOCAL_CONTEXT_TOKENS: integer(512, 131_072).prefault('4096'),
    /** 0 = one per core, 4 at the most. */
    PARLEY_LOCAL_THREADS: integer(0, 128).prefault('0'),
    /** Requests waiting for a local model; more are refused. */
    PARLEY_LOCAL_QUEUE: integer(0, 10_000).prefault('32'),
    /** Bound on answers that ask for none. */
    PARLEY_LOCAL_MAX_TOKENS: integer(1, 32_768).prefault('400'),
    PARLEY_LOCAL_NICE: integer(0, 19).prefault('5'),

    /** Loads the stand-in `test/scripted`. */
    PARLEY_TEST_ENGINES: flag(false),
    PARLEY_TEST_LLM_FIRST_TOKEN_MS: milliseconds(0),
    PARLEY_TEST_LLM_TOKEN_MS: milliseconds(0),
    /** By which the wait for the first token scatters, log-normal. */
    PARLEY_TEST_JITTER_PERCENT: integer(0, 100).prefault('0'),
  })
  .refine((config) => !(config.PARLEY_TEST_ENGINES && config.NODE_ENV === 'production'), {
    path: ['PARLEY_TEST_ENGINES'],
    message: 'the stand-in engines are for tests and never for production',
  })
  .refine(
    (config) =>
      config.PARLEY_LLM_DOOR_PORT === undefined || !isOpen(config) || isLoopback(config.PARLEY_LLM_DOOR_HOST),
    {
      path: ['PARLEY_LLM_DOOR_HOST'],
      message: 'without PARLEY_API_KEYS or PARLEY_REQUIRE_KEYS=1 the door opens on loopback only',
    },
  );

export type Config = z.output<typeof configSchema>;

export const config = (): Config => loadEnv(configSchema);
