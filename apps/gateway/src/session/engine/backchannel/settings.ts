import type { BackchannelSettings } from '@parley/protocol';
import { onceFor } from '../once-for';

type Knob = Exclude<keyof BackchannelSettings, 'small_model' | 'prompt_template' | 'decider_kind'>;

/** What holds where the client has not said otherwise, as the reference has it where it says so. */
export const backchannelDefaults = {
  enabled: false,
  hard_deadline_ms: 1_500,
  history_tail_items: 4,
  temperature: 0.7,
  max_tokens: 6,
  eval_interval_ms: 800,
  min_speech_ms: 800,
  min_gap_ms: 4_000,
  max_per_turn: 3,
  volume_gain: 0.6,
  require_pause: false,
  allowed_phrases: [],
  rule_fire_probability: 0.5,
} satisfies Record<Knob, unknown>;

export type BackchannelPolicy = { readonly [K in Knob]: NonNullable<BackchannelSettings[K]> } & {
  readonly small_model: string;
  readonly prompt_template: string;
  /** Who decides: a small model, or chance. */
  readonly decider: 'llm' | 'rule';
};

/** A client may not have a session look more often than this. */
const shortestIntervalMs = 100;

const policyOf = onceFor((settings: BackchannelSettings): BackchannelPolicy => {
  const model = settings.small_model ?? '';
  const knobs = { ...backchannelDefaults };
  for (const [key, value] of Object.entries(settings))
    if (value !== null && Object.hasOwn(knobs, key)) Object.assign(knobs, { [key]: value });
  return {
    ...knobs,
    eval_interval_ms: Math.max(shortestIntervalMs, knobs.eval_interval_ms),
    small_model: model,
    prompt_template: settings.prompt_template ?? '',
    decider: model === '' || settings.decider_kind === 'rule' ? 'rule' : 'llm',
  };
});

const none: BackchannelSettings = {};

export const backchannelPolicyOf = (settings: BackchannelSettings = none): BackchannelPolicy =>
  policyOf(settings);
