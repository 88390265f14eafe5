import {
  backchannelSchema,
  memoryDefaults,
  protocolError,
  responsivenessSchema,
  type ProtocolError,
} from '@parley/protocol';
import { noExtras, type ExtrasChange, type HearingHints } from '../../session/extras';
import type { Json } from '../codec';
import { providerDataSchema, type ProviderData } from './provider-data.schema';
import { refusalOf } from './refused';

/** What `providerData` asks for: of the GA session, and beyond it. */
export interface Asked {
  readonly ga: Json;
  /** Where the client wrote what is now in a field of the GA session. */
  readonly names: readonly (readonly [ga: string, client: string])[];
  readonly extras: ExtrasChange;
  readonly error?: never;
}

const root = 'session.providerData';

export function providerDataToGa(json: unknown): Asked | { readonly error: ProtocolError } {
  const result = providerDataSchema.safeParse(json);
  if (!result.success) {
    const issues = result.error.issues.map((issue) => ({
      ...issue,
      path: ['session', 'providerData', ...issue.path],
    }));
    return { error: protocolError(issues, { session: { providerData: json } }, null) };
  }
  const { data } = result;
  const error = refusalOf(data);
  if (error) return { error };
  const { ga, names } = generation(data);
  const parley = parleyOf(data);
  return {
    ga: Object.keys(parley).length === 0 ? ga : { ...ga, parley },
    names: [
      ['session.metadata', `${root}.metadata`],
      ...names,
      ...Object.keys(parley).map((key) => [`session.parley.${key}`, `${root}.${key}`] as const),
    ],
    extras: { ...extrasOf(data), said: { providerData: json } },
  };
}

function generation({ text_generation_config: config }: ProviderData): Pick<Asked, 'ga' | 'names'> {
  const fields: [name: string, value: unknown, path: string][] = [
    ['temperature', config?.temperature, 'temperature'],
    ['max_output_tokens', config?.maxNewTokens, 'maxNewTokens'],
    ['reasoning', reasoningOf(config?.reasoning?.effort), 'reasoning'],
  ];
  const there = fields.filter(([, value]) => value != null);
  return {
    ga: Object.fromEntries(there.map(([name, value]) => [name, value])),
    names: there.map(([name, , path]) => [`session.${name}`, `${root}.text_generation_config.${path}`]),
  };
}

/** Branches that Parley's own settings have under the same names; null: all of it as it is by default. */
function parleyOf({ responsiveness, backchannel, memory }: ProviderData): Json {
  return {
    ...pick(responsiveness, (knobs) => ({ responsiveness: knobs ?? nothing(responsivenessSchema) })),
    ...pick(backchannel, (knobs) => ({ backchannel: knobs ?? nothing(backchannelSchema) })),
    ...pick(memory, (knobs) => ({ memory: memoryOf(knobs) })),
  };
}

function memoryOf(memory: ProviderData['memory']): Json | null {
  if (memory == null) return null;
  const defaults: Json = { ...memoryDefaults, state: null };
  return Object.fromEntries(Object.entries(memory).map(([key, value]) => [key, value ?? defaults[key]]));
}

const nothing = ({ shape }: { readonly shape: object }): Json =>
  Object.fromEntries(Object.keys(shape).map((key) => [key, null]));

/** No reasoning is what a model does that nobody tells to. */
function reasoningOf(effort: string | null | undefined): unknown {
  if (effort == null) return undefined;
  return { effort: effort === 'NONE' ? null : effort.toLowerCase() };
}

function extrasOf({ stt, tts, auto_tool_response: answers, user_id, metadata }: ProviderData): ExtrasChange {
  return {
    ...(stt && { hearing: hearingOf(stt) }),
    ...pick(stt?.voice_profile, (voiceProfile) => ({ voiceProfile: voiceProfile ?? false })),
    ...pick(tts?.language, (code) => ({ speechLanguage: primary(code ?? '') })),
    ...pick(tts?.delivery_mode, (mode) => ({ steadyVoice: mode === 'STABLE' })),
    ...pick(tts?.segmenter_strategy, (strategy) => ({
      wholeSentences: strategy === 'sentence' || strategy === 'full_turn',
    })),
    ...pick(answers, (answersTools) => ({ answersTools: answersTools ?? true })),
    ...pick(user_id, (user) => ({ user: user ?? noExtras.user })),
    ...pick(metadata, (pairs) => ({ metadata: pairs })),
  };
}

function hearingOf(stt: NonNullable<ProviderData['stt']>): Partial<HearingHints> {
  return {
    ...pick(stt.prompt, (prompt) => ({ prompt })),
    ...pick(stt.language_hints, (languages) => ({ languages: languages && languages.map(primary) })),
    ...pick(stt.vad_threshold, (threshold) => ({ threshold })),
    ...pick(stt.end_of_turn_confidence_threshold, (confidence) => ({ confidence })),
    ...pick(stt.min_end_of_turn_silence, (minSilenceMs) => ({ minSilenceMs })),
    ...pick(stt.max_turn_silence, (maxSilenceMs) => ({ maxSilenceMs })),
  };
}

/** Nothing for what the client has not said. */
const pick = <Value, Change>(
  value: Value | undefined,
  change: (value: Value) => Change,
): Change | undefined => (value === undefined ? undefined : change(value));

/** `en-US` → `en`. */
const primary = (code: string): string => code.split(/[-_]/)[0]?.toLowerCase() ?? '';
