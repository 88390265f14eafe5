import { z } from 'zod';

const ms = z.int().min(0).max(600_000).nullable().exactOptional();
const count = z.int().min(0).max(1_000).nullable().exactOptional();
const flag = z.boolean().nullable().exactOptional();
const text = (maxChars: number) => z.string().max(maxChars).nullable().exactOptional();

/** By language, ISO-639-1; `*` for any other. */
const phrases = z
  .record(
    z.string().regex(/^([a-z]{2,3}|\*)$/, { error: 'Expected a language as ISO-639-1, or *.' }),
    z.array(z.string().min(1).max(200)).min(1).max(50),
  )
  .nullable()
  .exactOptional();

/** A small model that writes a few words; without one they are chosen from phrases. */
const helper = {
  enabled: flag,
  small_model: text(256),
  hard_deadline_ms: ms,
  history_tail_items: count,
  temperature: z.number().min(0).max(2).nullable().exactOptional(),
  max_tokens: count,
  /** What the small model is told. */
  prompt_template: text(10_000),
};

/** Short words while an answer is awaited. null: the default. */
export const responsivenessSchema = z.strictObject({
  ...helper,
  /** Silence in which an answer is not late. */
  initial_wait_timeout_ms: ms,
  /** The same while a tool runs. */
  tool_wait_timeout_ms: ms,
  min_filler_gap_ms: ms,
  max_initial_per_turn: count,
  /** Pieces of the answer that may come before a filler that is not heard yet is given up. */
  max_buffer_deltas: count,
  enable_filler_on_first_assistant_reply: flag,
  /** Put after each filler, for the voice to pause. */
  pause_text: text(200),
  phrases,
  tool_phrases: phrases,
});
export type ResponsivenessSettings = z.output<typeof responsivenessSchema>;

/** Words of assent while the user speaks. null: the default. */
export const backchannelSchema = z.strictObject({
  ...helper,
  eval_interval_ms: ms,
  min_speech_ms: ms,
  min_gap_ms: ms,
  max_per_turn: count,
  volume_gain: z.number().min(0).max(4).nullable().exactOptional(),
  require_pause: flag,
  /** In any language; an empty list: those of the language. */
  allowed_phrases: z.array(z.string().min(1).max(100)).max(100).nullable().exactOptional(),
  decider_kind: z.enum(['llm', 'rule']).nullable().exactOptional(),
  rule_fire_probability: z.number().min(0).max(1).nullable().exactOptional(),
});
export type BackchannelSettings = z.output<typeof backchannelSchema>;
