import { z } from 'zod';

/** What the engine program is started with, as text over the engine protocol. */
export interface LlamaSettings {
  /** Conversations kept evaluated, and answered at a time. */
  readonly sequences: number;
  /** Per sequence. */
  readonly contextTokens: number;
  /** Of answers that ask for none. */
  readonly maxTokens: number;
  /** Instructions that most conversations begin with; empty = none. */
  readonly warmText: string;
}

const count = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(1));

const schema = z.object({
  sequences: count,
  context_tokens: count,
  max_tokens: count,
  warm_text: z.string().default(''),
});

export function parseSettings(settings: Readonly<Record<string, string>>): LlamaSettings {
  const parsed = schema.parse(settings);
  return {
    sequences: parsed.sequences,
    contextTokens: parsed.context_tokens,
    maxTokens: parsed.max_tokens,
    warmText: parsed.warm_text,
  };
}

export const formatSettings = (settings: LlamaSettings): Record<string, string> => ({
  sequences: String(settings.sequences),
  context_tokens: String(settings.contextTokens),
  max_tokens: String(settings.maxTokens),
  warm_text: settings.warmText,
});
