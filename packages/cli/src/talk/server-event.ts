import { z } from 'zod';

const responseIds = { response_id: z.string(), item_id: z.string() };
const estimates = z.array(z.object({ label: z.string(), confidence: z.number() })).default([]);

/** What was heard in the voice, as the extension event carries it. */
const perception = z.looseObject({
  emotion: estimates,
  age: estimates,
  accent: estimates,
  speakingRate: estimates,
  pitch: estimates,
  vocalStyle: estimates,
});

/** The server events a conversation needs; everything else is of no concern here. */
const known = z.discriminatedUnion('type', [
  z.object({ type: z.literal('session.created') }),
  z.object({ type: z.literal('session.updated') }),
  z.object({ type: z.literal('input_audio_buffer.speech_started'), item_id: z.string() }),
  z.object({ type: z.literal('input_audio_buffer.speech_stopped'), item_id: z.string() }),
  z.object({ type: z.literal('input_audio_buffer.committed'), item_id: z.string() }),
  z.object({
    type: z.literal('conversation.item.input_audio_transcription.delta'),
    item_id: z.string(),
    delta: z.string(),
  }),
  z.object({
    type: z.literal('conversation.item.input_audio_transcription.completed'),
    item_id: z.string(),
    transcript: z.string(),
  }),
  z.object({
    type: z.literal('conversation.item.input_audio_transcription.failed'),
    item_id: z.string(),
    error: z.object({ message: z.string() }),
  }),
  z.object({ type: z.literal('response.created'), response: z.object({ id: z.string() }) }),
  z.object({ type: z.literal('response.output_audio.delta'), ...responseIds, delta: z.string() }),
  z.object({ type: z.literal('response.output_audio_transcript.delta'), ...responseIds, delta: z.string() }),
  z.object({ type: z.literal('response.output_text.delta'), ...responseIds, delta: z.string() }),
  z.object({
    type: z.literal('response.done'),
    response: z.object({
      id: z.string(),
      status: z.string(),
      status_details: z
        .looseObject({
          reason: z.string().optional(),
          error: z.looseObject({ message: z.string().optional() }).nullish(),
        })
        .nullish(),
    }),
  }),
  z.object({ type: z.literal('parley.perception'), scope: z.string().optional(), perception }),
  z.looseObject({
    type: z.literal('parley.turn_timing'),
    stages: z.record(z.string(), z.unknown()),
    engines: z.record(z.string(), z.unknown()).optional(),
  }),
  z.object({
    type: z.literal('error'),
    error: z.object({ code: z.string().nullish(), message: z.string() }),
  }),
]);

export type KnownServerEvent = z.output<typeof known>;
export type Perception = z.output<typeof perception>;

const types = new Set(known.options.map((option) => option.shape.type.value as string));
const envelope = z.looseObject({ type: z.string() });

/** undefined for events that do not concern us. Throws on what is not an event, or a known one misshapen. */
export function parseServerEvent(text: string): KnownServerEvent | undefined {
  const event = envelope.parse(JSON.parse(text));
  return types.has(event.type) ? known.parse(event) : undefined;
}
