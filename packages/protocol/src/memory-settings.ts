import { z } from 'zod';

const counter = z.int().min(0).max(1_000_000_000);

export const memoryLimits = { facts: 200, factChars: 500, chars: 20_000 } as const;

/** What is remembered. A client may keep it and begin another session with it. */
export const memoryStateSchema = z.object({
  /** Rises each time something is remembered. */
  version: counter.exactOptional(),
  facts: z.array(z.string().max(memoryLimits.factChars)).max(memoryLimits.facts).exactOptional(),
  summary: z.string().max(memoryLimits.chars).exactOptional(),
  /** Both as one text. Where a client gives nothing else, it is the summary. */
  context_text: z
    .string()
    .max(2 * memoryLimits.chars)
    .exactOptional(),
  /** User turns since something was remembered last. */
  turns_since_gen: counter.exactOptional(),
  total_turns: counter.exactOptional(),
  /** Items that the model is no longer given, as they are remembered. */
  items_trimmed: counter.exactOptional(),
});

export type MemoryStatePatch = z.output<typeof memoryStateSchema>;

const settings = {
  enabled: z.boolean(),
  /** User turns between one remembering and the next. */
  turn_interval: z.int().min(1).max(1_000),
  /** Characters of summary and facts together. */
  max_memory_length: z.int().min(200).max(memoryLimits.chars),
  /** Items of the conversation that the model is given; with more, those that are remembered are left out. */
  max_transcript_items: z.int().min(4).max(1_000),
  max_facts: z.int().min(0).max(memoryLimits.facts),
  /** False: nothing is left out. */
  trim_after_summarize: z.boolean(),
  /** Who remembers; null: the session's model. */
  model: z.string().min(1).max(256).nullable(),
};

export const memorySettingsSchema = z.strictObject({
  enabled: settings.enabled.exactOptional(),
  turn_interval: settings.turn_interval.exactOptional(),
  max_memory_length: settings.max_memory_length.exactOptional(),
  max_transcript_items: settings.max_transcript_items.exactOptional(),
  max_facts: settings.max_facts.exactOptional(),
  trim_after_summarize: settings.trim_after_summarize.exactOptional(),
  model: settings.model.exactOptional(),
  /** What to begin with; null: everything is forgotten. */
  state: memoryStateSchema.nullable().exactOptional(),
});

export type MemorySettings = z.output<typeof memorySettingsSchema>;

/** What holds where the client says nothing. */
export const memoryDefaults = {
  enabled: false,
  turn_interval: 10,
  max_memory_length: 4_000,
  max_transcript_items: 40,
  max_facts: 40,
  trim_after_summarize: true,
  model: null,
} as const satisfies Required<Omit<MemorySettings, 'state'>>;
