import { z } from 'zod';
import { audioFormatObject, audioFormatSchema } from './audio-format';
import { clientItemSchema, itemReferenceSchema } from './client-item';
import { errorTypes } from './errors';
import { conversationItem } from './item';
import { promptSchema } from './prompt';
import { reasoningSchema, temperatureSchema } from './reasoning';
import { maxOutputTokensObject, modalityObject } from './session';
import { maxOutputTokensSchema, modalitiesSchema, modelSchema, voiceSchema } from './session-patch';
import { toolChoiceSchema } from './tool-choice';
import { toolsSchema } from './tools';
import { responseUsageObject } from './usage';

const responseStatus = z.enum(['in_progress', 'completed', 'cancelled', 'incomplete', 'failed']);
export type ResponseStatus = z.output<typeof responseStatus>;

const responseStatusDetails = z.discriminatedUnion('type', [
  z.object({ type: z.literal('cancelled'), reason: z.enum(['turn_detected', 'client_cancelled']) }),
  z.object({ type: z.literal('incomplete'), reason: z.enum(['max_output_tokens', 'content_filter']) }),
  z.object({
    type: z.literal('failed'),
    error: z.object({ type: errorTypes, code: z.string(), message: z.string() }),
  }),
]);
export type ResponseStatusDetails = z.output<typeof responseStatusDetails>;

const metadataObject = z.record(z.string(), z.string());
export type Metadata = z.output<typeof metadataObject>;

const usageLineObject = z.object({
  service: z.enum(['llm', 'stt', 'tts']),
  /** `answer`, `filler`, `memory`, `search`, `speculation`, `hedge`, `retry`, `transcription` or `speech`. */
  purpose: z.string(),
  /** "provider/model", or an engine's id. */
  model: z.string(),
  /** US dollars as a decimal; null: the price is not known. */
  cost: z.string().nullable(),
  input_tokens: z.int().exactOptional(),
  /** Parts of `input_tokens`. */
  cached_tokens: z.int().exactOptional(),
  image_tokens: z.int().exactOptional(),
  output_tokens: z.int().exactOptional(),
  estimated: z.boolean().exactOptional(),
  characters: z.int().exactOptional(),
  audio_ms: z.int().exactOptional(),
});

/** What a response used and what that cost, for clients that asked for extensions. */
const receiptObject = z.object({
  /** Everything that was charged since the last response ended, each thing once. */
  usage: z.array(usageLineObject),
  /** Decimals. `total` is null where the price of a line is not known; `known` leaves such lines out. */
  cost: z.object({
    currency: z.literal('usd'),
    total: z.string().nullable(),
    known: z.string(),
    session: z.string(),
  }),
});

export const responseObject = z.object({
  object: z.literal('realtime.response'),
  id: z.string(),
  status: responseStatus,
  status_details: responseStatusDetails.nullable(),
  /** Items without audio bytes; empty while in progress. */
  output: z.array(conversationItem),
  /** null: out of band. */
  conversation_id: z.string().nullable(),
  output_modalities: z.tuple([modalityObject]),
  max_output_tokens: maxOutputTokensObject,
  audio: z.object({ output: z.object({ format: audioFormatObject, voice: z.string() }) }),
  /** null while in progress. */
  usage: responseUsageObject.nullable(),
  metadata: metadataObject.nullable(),
  parley: receiptObject.exactOptional(),
});

/** `temperature`: set in dialects that have it, and so never seen by a client of another. */
export type Response = z.output<typeof responseObject> & { readonly temperature?: number };

const metadataSchema = z
  .record(z.string(), z.string().max(512))
  .refine((pairs) => Object.keys(pairs).length <= 16, { error: 'Expected at most 16 pairs.' })
  .refine((pairs) => Object.keys(pairs).every((key) => key.length <= 64), {
    error: 'Expected keys of at most 64 characters.',
  });

/** null is as good as absent: clients that write all of their fields, as LiveKit's in Python, say so of what is the session's. */
const override = <T extends z.ZodType>(schema: T) => schema.nullable().exactOptional();

const audioParamsSchema = z
  .strictObject({
    output: override(
      z
        .strictObject({ voice: override(voiceSchema), format: override(audioFormatSchema) })
        .transform(({ voice, format }) => ({
          ...(voice == null ? {} : { voice }),
          ...(format == null ? {} : { format }),
        })),
    ),
  })
  .transform(({ output }) => (output == null ? {} : { output }));

/** All of it overrides the session for this response alone. */
export const responseParamsSchema = z
  .strictObject({
    conversation: override(z.enum(['auto', 'none'])),
    /** Replaces the conversation as context; `[]` is an empty context. */
    input: override(z.array(z.discriminatedUnion('type', [itemReferenceSchema, clientItemSchema]))),
    /** Beyond OpenAI's protocol: another model for this response. */
    model: override(modelSchema),
    instructions: override(z.string()),
    tools: override(toolsSchema),
    tool_choice: override(toolChoiceSchema),
    output_modalities: override(modalitiesSchema),
    audio: override(audioParamsSchema),
    max_output_tokens: override(maxOutputTokensSchema),
    parallel_tool_calls: override(z.boolean()),
    reasoning: reasoningSchema.exactOptional(),
    /** See `ParseOptions.beyondGa`. */
    temperature: override(temperatureSchema),
    metadata: metadataSchema.nullable().exactOptional(),
    prompt: promptSchema.exactOptional(),
  })
  .transform(
    ({
      conversation,
      input,
      model,
      instructions,
      tools,
      tool_choice,
      output_modalities,
      audio,
      max_output_tokens,
      parallel_tool_calls,
      temperature,
      ...rest
    }) => ({
      ...rest,
      ...(conversation == null ? {} : { conversation }),
      ...(input == null ? {} : { input }),
      ...(model == null ? {} : { model }),
      ...(instructions == null ? {} : { instructions }),
      ...(tools == null ? {} : { tools }),
      ...(tool_choice == null ? {} : { tool_choice }),
      ...(output_modalities == null ? {} : { output_modalities }),
      ...(audio == null ? {} : { audio }),
      ...(max_output_tokens == null ? {} : { max_output_tokens }),
      ...(parallel_tool_calls == null ? {} : { parallel_tool_calls }),
      ...(temperature == null ? {} : { temperature }),
    }),
  );

export type ResponseParams = z.output<typeof responseParamsSchema>;
