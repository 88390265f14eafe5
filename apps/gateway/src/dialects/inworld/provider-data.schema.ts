import { backchannelSchema, responsivenessSchema } from '@parley/protocol';
import { z } from 'zod';

/** Every field may be left out, and null puts it back to its default. */
const word = z.string().max(16_384);
const code = z
  .string()
  .max(35)
  .regex(/^([a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8})*)?$/, {
    error: 'Expected a language code such as en or en-US.',
  });
const text = word.nullish();
const flag = z.boolean().nullish();
const share = z.number().min(0).max(1).nullish();
const number = z.number().nullish();
const count = z.int().min(0).max(1_000_000).nullish();
const silence = z.int().min(0).max(60_000).nullish();
const temperature = z.number().min(0).max(2).nullish();
const among = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  z.enum(values).nullish();
const branch = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape).nullish();

/** `session.providerData` as Inworld documents it; what of it this server does is in refused.ts and provider-data.ts. */
export const providerDataSchema = z.strictObject({
  stt: branch({
    prompt: text,
    voice_profile: flag,
    language_hints: z.array(code).max(32).nullish(),
    end_of_turn_confidence_threshold: share,
    vad_threshold: share,
    min_end_of_turn_silence: silence,
    max_turn_silence: silence,
  }),
  tts: branch({
    segmenter_strategy: among(
      'auto',
      'balanced',
      'sentence',
      'full_turn',
      'fast_start',
      'per_segment_context',
    ),
    steering_handling: among('repeat_each_chunk', 'emit_once'),
    language: code.nullish(),
    delivery_mode: among('DELIVERY_MODE_UNSPECIFIED', 'STABLE', 'BALANCED', 'CREATIVE'),
    conversational: flag,
    user_turn_mode: among('both', 'audio_only', 'text_only', 'none'),
    timestamp_type: among('TIMESTAMP_TYPE_UNSPECIFIED', 'WORD', 'CHARACTER'),
    timestamp_transport_strategy: among('TIMESTAMP_TRANSPORT_STRATEGY_UNSPECIFIED', 'SYNC', 'ASYNC'),
  }),
  memory: branch({
    enabled: flag,
    turn_interval: count,
    max_memory_length: count,
    max_transcript_items: count,
    max_facts: count,
    trim_after_summarize: flag,
    state: z.looseObject({}).nullish(),
  }),
  backchannel: backchannelSchema.nullish(),
  // The rest of it Parley has for itself.
  responsiveness: responsivenessSchema
    .omit({ tool_wait_timeout_ms: true, phrases: true, tool_phrases: true })
    .nullish(),
  caching: branch({
    enabled: flag,
    ttl: text,
    cache_instructions: flag,
    cache_tools: flag,
  }),
  text_generation_config: branch({
    reasoning: branch({
      effort: among('NONE', 'MINIMAL', 'LOW', 'MEDIUM', 'HIGH', 'XHIGH'),
      maxTokens: count,
      exclude: flag,
    }),
    maxNewTokens: count,
    temperature,
    topP: share,
    frequencyPenalty: number,
    presencePenalty: number,
    repetitionPenalty: number,
    stopSequences: z.array(word).nullish(),
    seed: z.int().nullish(),
    logitBias: z.union([z.array(z.unknown()), z.looseObject({})]).nullish(),
  }),
  auto_tool_response: flag,
  user_id: z.string().max(512).nullish(),
  metadata: z.record(z.string().max(64), z.string().max(512)).nullish(),
});

export type ProviderData = z.output<typeof providerDataSchema>;
