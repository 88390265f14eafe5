import type { ResponsivenessSettings } from '@parley/protocol';
import { onceFor } from '../once-for';
import type { Wait } from './state';

type Knob = Exclude<
  keyof ResponsivenessSettings,
  'phrases' | 'tool_phrases' | 'small_model' | 'prompt_template'
>;

/** What holds where the client has not said otherwise, as the reference has it where it says so. */
export const fillerDefaults = {
  enabled: false,
  hard_deadline_ms: 2_000,
  history_tail_items: 4,
  temperature: 0.7,
  max_tokens: 12,
  initial_wait_timeout_ms: 1_200,
  tool_wait_timeout_ms: 1_200,
  min_filler_gap_ms: 8_000,
  max_initial_per_turn: 1,
  max_buffer_deltas: 0,
  enable_filler_on_first_assistant_reply: false,
  pause_text: '',
} as const satisfies Record<Knob, unknown>;

export type FillerPolicy = { readonly [K in Knob]: NonNullable<ResponsivenessSettings[K]> } & {
  /** Writes fillers; empty: they are phrases. */
  readonly small_model: string;
  readonly prompt_template: string;
  readonly phrases: ResponsivenessSettings['phrases'];
  readonly tool_phrases: ResponsivenessSettings['tool_phrases'];
};

const policyOf = onceFor((settings: ResponsivenessSettings): FillerPolicy => {
  const said = Object.entries(settings).filter(([, value]) => value !== null);
  const known = Object.fromEntries(said) as Partial<FillerPolicy>;
  const { small_model = '', prompt_template = '', phrases = null, tool_phrases = null } = known;
  return { ...fillerDefaults, ...known, small_model, prompt_template, phrases, tool_phrases };
});

const none: ResponsivenessSettings = {};

export const fillerPolicyOf = (settings: ResponsivenessSettings = none): FillerPolicy => policyOf(settings);

/** A small model is asked so long before its words are due: most answers come before, and cost nothing. */
export const writingMs = 600;

/** A wait that is bridged sooner is not yet noticed as one: a word opens the answer, and the voice has it ready. */
const openingBelowMs = 400;

export const opensAnswers = ({ initial_wait_timeout_ms: ms }: FillerPolicy): boolean => ms < openingBelowMs;

export const timeoutMs = (policy: FillerPolicy, { of }: Wait): number =>
  of === 'tool' ? policy.tool_wait_timeout_ms : policy.initial_wait_timeout_ms;
