import { z } from 'zod';

/** One way to judge the clip's pauses. */
const variantSchema = z.strictObject({
  name: z.string(),
  mode: z.enum(['server_vad', 'semantic_vad']),
  /** server_vad. */
  silenceMs: z.number().optional(),
  /** semantic_vad. */
  eagerness: z.enum(['low', 'medium', 'high', 'auto']).optional(),
  /** In place of the eagerness' own. */
  row: z
    .strictObject({
      minDelayMs: z.number(),
      doubtfulDelayMs: z.number(),
      maxDelayMs: z.number(),
      threshold: z.number(),
    })
    .optional(),
  /** `smart-turn-0.5`: complete from 0.5 on, else the longest wait. */
  estimator: z.enum(['fused', 'text', 'prosody', 'smart-turn', 'smart-turn-0.5']).optional(),
  expected: z.array(z.enum(['phone', 'email', 'code', 'address'])).optional(),
});

/** A line in: a clip, and how it is to be heard. */
export const replayRequestSchema = z.strictObject({
  id: z.string(),
  /** PCM16 16 kHz mono, base64. */
  pcm: z.string(),
  /** Nothing that happens later is of interest, once no turn is open. */
  untilMs: z.number(),
  language: z.string(),
  /** The assistant is heard meanwhile: what is only shown is decoded too, and every message is told. */
  over: z.boolean().default(false),
  /** What the recogniser is said to hear, after the time its own reading took. */
  transcript: z.string().optional(),
  variants: z.array(variantSchema),
  /** Ends of cuts, ms: what the recogniser makes of the clip so far. */
  readsMs: z.array(z.number()).optional(),
});

export type Variant = z.output<typeof variantSchema>;
export type ReplayRequest = z.output<typeof replayRequestSchema>;

/** Something that was told. Times are ms from the start of the clip. */
export interface ReplayEvent {
  readonly kind: 'started' | 'candidate' | 'reopened' | 'committed' | 'final';
  readonly atMs: number;
  readonly utterance: number;
  readonly text?: string;
  readonly continues?: boolean;
}

export interface ReplayDecision {
  readonly atMs: number;
  readonly action: string;
  readonly reason: string;
  readonly silenceMs: number;
  readonly probability?: number;
  readonly smartTurn?: number;
  /** What the fused estimator saw. */
  readonly inputs: Readonly<Record<string, number>>;
  readonly text?: string;
}

export interface ReplayMessage {
  readonly atMs: number;
  /** A HearingEvent, base64. */
  readonly bytes: string;
}

export interface ReplayResult {
  readonly variant: string;
  /** Where the assistant is heard. */
  readonly messages: readonly ReplayMessage[];
  readonly events: readonly ReplayEvent[];
  readonly decisions: readonly ReplayDecision[];
}

/** A line out. */
export interface ReplayAnswer {
  readonly id: string;
  readonly results: readonly ReplayResult[];
  /** One for each of `readsMs`. */
  readonly texts: readonly string[];
  /** What the engines really took, ms. */
  readonly decodesMs: readonly number[];
  readonly listensMs: readonly number[];
}
