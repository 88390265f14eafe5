import { z } from 'zod';
import { audioFormatSchema } from './audio-format';
import { noiseReductionSchema } from './noise-reduction';
import { listeningSettingsSchema, parleySettingsSchema } from './parley-settings';
import { promptSchema } from './prompt';
import { reasoningSchema, temperatureSchema } from './reasoning';
import type { Modality } from './session';
import { toolChoiceSchema } from './tool-choice';
import { toolsSchema } from './tools';
import { tracingSchema } from './tracing';
import { transcriptionSchema } from './transcription';
import { truncationSchema } from './truncation';
import { listeningDetectionSchema, turnDetectionSchema } from './turn-detection';

export const modalitiesSchema = z
  .array(z.enum(['audio', 'text']))
  .refine((list) => list.length === 1, { error: "Expected ['audio'] or ['text']." })
  .transform((list): [Modality] => [list[0] ?? 'audio']);

/** "provider/model", a router or another name: llm-router says which there are. */
export const modelSchema = z.string().min(1).max(256);

export const maxOutputTokensSchema = z.union([z.literal('inf'), z.int().min(1).max(4096)]);

/** A voice's name, or a custom voice as `{id}`. */
export const voiceSchema = z
  .union([z.string().min(1).max(256), z.strictObject({ id: z.string().min(1).max(256) })])
  .transform((voice) => (typeof voice === 'string' ? voice : voice.id));

const includeSchema = z
  .union([z.null(), z.array(z.literal('item.input_audio_transcription.logprobs'))])
  .transform(() => null);

const inputPatch = {
  format: audioFormatSchema.exactOptional(),
  transcription: transcriptionSchema.nullable().exactOptional(),
  noise_reduction: noiseReductionSchema.exactOptional(),
};

/** Values of the protocol that only their default is supported of (see unsupported.ts) are fixed here. */
const realtimePatchSchema = z.strictObject({
  type: z.literal('realtime'),
  model: modelSchema.exactOptional(),
  output_modalities: modalitiesSchema.exactOptional(),
  instructions: z.string().exactOptional(),
  tools: toolsSchema.exactOptional(),
  tool_choice: toolChoiceSchema.exactOptional(),
  max_output_tokens: maxOutputTokensSchema.exactOptional(),
  parallel_tool_calls: z.boolean().exactOptional(),
  reasoning: reasoningSchema.exactOptional(),
  /** See `ParseOptions.beyondGa`. */
  temperature: temperatureSchema.exactOptional(),
  tracing: tracingSchema.exactOptional(),
  truncation: truncationSchema.exactOptional(),
  prompt: promptSchema.exactOptional(),
  include: includeSchema.exactOptional(),
  parley: parleySettingsSchema.exactOptional(),
  audio: z
    .strictObject({
      input: z
        .strictObject({
          ...inputPatch,
          turn_detection: turnDetectionSchema.nullable().exactOptional(),
        })
        .exactOptional(),
      output: z
        .strictObject({
          format: audioFormatSchema.exactOptional(),
          voice: voiceSchema.exactOptional(),
          speed: z.number().min(0.25).max(1.5).exactOptional(),
        })
        .exactOptional(),
    })
    .exactOptional(),
});

const transcriptionPatchSchema = z.strictObject({
  type: z.literal('transcription'),
  include: includeSchema.exactOptional(),
  parley: listeningSettingsSchema.exactOptional(),
  audio: z
    .strictObject({
      input: z
        .strictObject({ ...inputPatch, turn_detection: listeningDetectionSchema.nullable().exactOptional() })
        .exactOptional(),
    })
    .exactOptional(),
});

export const sessionPatchSchema = z.discriminatedUnion('type', [
  realtimePatchSchema,
  transcriptionPatchSchema,
]);

/** `session.update`'s session, valid in itself, with defaults filled inside what is replaced whole. */
export type SessionPatch = z.output<typeof sessionPatchSchema>;
