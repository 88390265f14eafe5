import { z } from 'zod';
import { memorySettingsSchema } from './memory-settings';
import { backchannelSchema, responsivenessSchema } from './responsiveness';
import { templateNames, templatesPatchSchema } from './templates';

/** What becomes of a tool's result that comes when its response is over. */
export const schedulings = ['silent', 'when_idle', 'interrupt'] as const;
export type Scheduling = (typeof schedulings)[number];

/** How the session begins to speak by itself: with words that are said as they are, or that the model finds. */
const greetingSchema = z
  .strictObject({
    text: z.string().min(1).max(10_000).exactOptional(),
    instructions: z.string().min(1).max(10_000).exactOptional(),
    interruptible: z.boolean().exactOptional(),
  })
  .refine(({ text, instructions }) => (text === undefined) !== (instructions === undefined), {
    error: "Expected either 'text' or 'instructions'.",
  });
export type Greeting = z.output<typeof greetingSchema>;

/** What the session may spend; can be lowered, and not raised again. */
const budgetSchema = z.strictObject({
  /** US dollars, as a decimal. */
  usd: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,9})?$/, { error: 'Expected a decimal such as "0.50".' })
    .exactOptional(),
  tokens: z.int().min(0).exactOptional(),
  /** Share of a budget from which the client is warned. */
  warn_at: z.number().min(0).max(1).exactOptional(),
});

/** What `session.parley` may say of a session that only listens. */
export const listeningSettingsSchema = z.strictObject({ budget: budgetSchema.exactOptional() });

/** What `session.parley` may say; every key is optional and changes alone. */
export const parleySettingsSchema = z.strictObject({
  /** Begin to think, and to speak unheard, while it is not yet certain that the user's turn is over. */
  speculation: z.boolean().exactOptional(),
  /** Audio sent ahead of its playing at the most. */
  max_lead_ms: z.int().min(100).max(10_000).exactOptional(),
  /**
   * What the next turns are likely to hold: values that are said in pieces are not cut at a pause. Left out, the
   * parameters of the session's tools tell.
   */
  expected_input: z
    .array(z.enum(['phone', 'email', 'code', 'address']))
    .max(4)
    .exactOptional(),
  /** Spoken audio of one response at the most. It then ends as at its most tokens. */
  max_response_ms: z.int().min(1_000).max(3_600_000).exactOptional(),
  budget: budgetSchema.exactOptional(),
  interruption: z
    .strictObject({
      /**
       * `immediate`: any speech over the assistant ends its response, as the reference does. `decide`: the voice
       * falls silent at once, and goes on if it was only a cough or a word of assent.
       */
      mode: z.enum(['immediate', 'decide']).exactOptional(),
      /** Speech that interrupts by its length alone, whatever its words. */
      min_speech_ms: z.int().min(0).max(5_000).exactOptional(),
      /** Words that interrupt. */
      min_words: z.int().min(1).max(10).exactOptional(),
      /** Words of assent (“uh-huh”) do not interrupt. */
      ignore_backchannels: z.boolean().exactOptional(),
      /** A message the user types while the assistant speaks ends its response. */
      text_input: z.boolean().exactOptional(),
    })
    .exactOptional(),
  responsiveness: responsivenessSchema.exactOptional(),
  /** The server's own words to the model. */
  templates: templatesPatchSchema.exactOptional(),
  /** What is remembered of a conversation that grows long; null: all of it as in a new session. */
  memory: memorySettingsSchema.nullable().exactOptional(),
  backchannel: backchannelSchema.exactOptional(),
  greeting: greetingSchema.nullable().exactOptional(),
  /** Times in a row that a user who says nothing is spoken to; null: without an end. */
  max_idle_prompts: z.int().min(0).max(1_000).nullable().exactOptional(),
  /** Tools by their name, or all of an MCP server by its label. */
  tools: z
    .record(
      z.string().min(1).max(256),
      z.strictObject({
        /** Of results that come late, where the result does not say it itself. */
        scheduling: z.enum(schedulings).exactOptional(),
        /** What speech over its response does to a call that runs on the server. */
        on_interruption: z.enum(['continue', 'cancel']).exactOptional(),
      }),
    )
    .exactOptional(),
});

/** Parley's own settings of a session. Absent unless the client set some: other clients never see the key. */
export type ParleySettings = z.output<typeof parleySettingsSchema>;

/** Objects inside are merged key by key; null takes a template or the memory's settings away. */
export function mergeParley(
  current: ParleySettings | undefined,
  patch: ParleySettings | undefined,
): { parley?: ParleySettings } {
  if (patch === undefined) return current === undefined ? {} : { parley: current };
  const merged: ParleySettings = { ...current, ...patch };
  const { interruption, responsiveness, backchannel, templates, memory, budget } = patch;
  if (interruption !== undefined) merged.interruption = { ...current?.interruption, ...interruption };
  if (responsiveness !== undefined) merged.responsiveness = { ...current?.responsiveness, ...responsiveness };
  if (backchannel !== undefined) merged.backchannel = { ...current?.backchannel, ...backchannel };
  if (budget !== undefined) merged.budget = { ...current?.budget, ...budget };
  if (templates !== undefined) {
    merged.templates = { ...current?.templates, ...templates };
    for (const name of templateNames) if (merged.templates[name] === null) delete merged.templates[name];
  }
  if (memory === null) delete merged.memory;
  else if (memory !== undefined) merged.memory = { ...current?.memory, ...memory };
  return { parley: merged };
}

/** A budget is a promise to whoever set it. */
export function budgetRaised(
  current: ParleySettings['budget'],
  wanted: ParleySettings['budget'],
): 'usd' | 'tokens' | undefined {
  if (current?.usd !== undefined && wanted?.usd !== undefined && Number(wanted.usd) > Number(current.usd))
    return 'usd';
  const more = (wanted?.tokens ?? 0) > (current?.tokens ?? Infinity);
  return more ? 'tokens' : undefined;
}
