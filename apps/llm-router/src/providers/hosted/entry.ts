import type { LanguageModelV3, SharedV3ProviderOptions } from '@ai-sdk/provider';
import type { ModelEntry } from '../../catalogue/entry';
import { chatFormat } from '../lean/chat/format';
import type { WireFormat, WireQuirks } from '../lean/format';
import type { EffortScale } from '../effort';
import type { Capabilities } from '../provider';

/** Makes the AI SDK's model of that name. */
export type LoadedModels = (model: string) => LanguageModelV3;

/** One hosted provider as this environment configures it. */
export interface HostedEntry {
  readonly id: string;
  readonly capabilities: Capabilities;
  /** Empty = the provider is not configured; [''] = it is, and needs no key. */
  readonly keys: readonly string[];
  /** Loads the provider's package; called at the first use, once for each key. */
  readonly load: (key: string) => LoadedModels;
  /** The name its options have in the AI SDK; absent = its own. */
  readonly optionsName?: string;
  /** The AI SDK's mark on a message up to which the prompt is to be kept; absent = it keeps prompts by itself or never. */
  readonly cacheMark?: (known: ModelEntry | undefined) => SharedV3ProviderOptions | undefined;
  /** How to speak to it without the AI SDK; undefined = only through that. */
  readonly wire?: Wire;
}

export interface Wire {
  readonly format: WireFormat;
  readonly baseUrl: string;
  readonly quirks?: WireQuirks;
}

/** OpenAI's own models, which take turns in any order. */
export const anyTurns: Capabilities = {
  tools: true,
  images: true,
  systemAnywhere: true,
  guidance: 'full',
  settings: ['topP', 'stop', 'seed', 'frequencyPenalty', 'presencePenalty', 'format'],
};
export const full: Capabilities = { ...anyTurns, turns: {} };
export const withSettings = (
  capabilities: Capabilities,
  settings: Capabilities['settings'] = [],
): Capabilities => ({
  ...capabilities,
  settings,
});
export const withEffort = (capabilities: Capabilities, effort: EffortScale): Capabilities => ({
  ...capabilities,
  effort,
});
export const textOnly: Capabilities = { ...full, images: false };
export const systemFirst: Capabilities = { ...full, systemAnywhere: false };
/** They refuse a conversation that ends with the assistant's turn. */
export const userLast: Capabilities = { ...systemFirst, turns: { userLast: /./ } };
/** Claude up to 4.5 goes on with the assistant's words, by its names at Anthropic, clouds and OpenRouter. */
const olderClaude = /claude-(?:v?[123](?!\d)|instant|[a-z]+-4(?:[-.][0-5])?(?!\d)(?![-.]\d{1,2}(?!\d)))/
  .source;
/** All but the models that are known to go on. */
export const claudeTurns = new RegExp(`^(?!.*${olderClaude})`);
export const bedrockTurns = new RegExp(`^(?!.*(?:amazon\\.nova|${olderClaude}))`);
/** Of these makers alone. */
export const openRouterTurns = new RegExp(`^(?:google|mistralai)/|^anthropic/(?!${olderClaude})`);
export const ending = (capabilities: Capabilities, userLast: RegExp): Capabilities => ({
  ...capabilities,
  turns: { ...capabilities.turns, userLast },
});

export const urlOf = (baseURL: string | undefined) => (baseURL === undefined ? {} : { baseURL });
export const keyOf = (apiKey: string) => (apiKey === '' ? {} : { apiKey });

/** OpenAI's chat completions at an address. */
export const chatWire = (
  given: string | undefined,
  usual: string,
  quirks: WireQuirks = {},
): { wire: Wire } => ({
  wire: { format: chatFormat, baseUrl: given ?? usual, quirks },
});
