import type { ReasoningEffort } from '../chat/types';

/** A provider's own words for the five efforts of the Realtime protocol. */
export type EffortScale = Readonly<Record<ReasoningEffort, string>>;

export const efforts = {
  five: { minimal: 'minimal', low: 'low', medium: 'medium', high: 'high', xhigh: 'xhigh' },
  three: { minimal: 'low', low: 'low', medium: 'medium', high: 'high', xhigh: 'high' },
  two: { minimal: 'low', low: 'low', medium: 'high', high: 'high', xhigh: 'high' },
  deepseek: { minimal: 'low', low: 'low', medium: 'high', high: 'high', xhigh: 'max' },
} as const satisfies Record<string, EffortScale>;

/**
 * Claude takes an effort from Opus 4.5 and from 4.6 of the others on. Older ones think by a budget of tokens, and then
 * want their thoughts back with every call, which a conversation here does not keep.
 */
export function claudeTakesEffort(model: string): boolean {
  const [, family, major, minor] = /claude-([a-z]+)-(\d+)(?:-(\d{1,2})(?!\d))?/.exec(model) ?? [];
  if (family === undefined) return false;
  const version = Number(major) + Number(minor ?? 0) / 10;
  return version >= (family === 'opus' ? 4.5 : 4.6);
}

/** Tokens to think in, for Gemini before 3 (ai.google.dev/gemini-api/docs/openai has the same numbers). */
const budgets: Readonly<Record<ReasoningEffort, number>> = {
  minimal: 1_024,
  low: 1_024,
  medium: 8_192,
  high: 24_576,
  xhigh: 24_576,
};

/** Gemini's `thinkingConfig`: a level from 3 on, tokens before. Only Flash knows the least level. */
export function geminiThinking(model: string, effort: ReasoningEffort): object {
  const version = Number(/gemini-(\d+)/.exec(model)?.[1] ?? 0);
  if (version < 3) return { thinkingBudget: budgets[effort] };
  const least = model.includes('flash') ? 'minimal' : 'low';
  return { thinkingLevel: effort === 'minimal' ? least : efforts.three[effort] };
}
