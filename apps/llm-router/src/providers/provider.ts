import type { ChatEvent, ChatRequest } from '../chat/types';
import type { EffortScale } from './effort';
import type { SettingName } from '../chat/settings';
import type { GuidanceStyle } from '../prompt/guidance';
import type { TurnRules } from './turns';

/** What a provider's models can do, as far as it is known without asking them. */
export interface Capabilities {
  readonly tools: boolean;
  readonly images: boolean;
  /** System messages may stand anywhere, not only first. */
  readonly systemAnywhere: boolean;
  /** Which of Parley's own words its models are given. */
  readonly guidance: GuidanceStyle;
  /** Its words for how long to think; absent = it cannot be told. */
  readonly effort?: EffortScale;
  /** Which settings of chat completions it takes; absent = none. */
  readonly settings?: readonly SettingName[];
  /** Which order of turns it takes; absent = any. */
  readonly turns?: TurnRules;
  /** It gives its models tools whether calls are wanted or not; absent = where none is, it sees to it that none is made. */
  readonly ignoresNone?: boolean;
  /** Ids of calls that it takes; absent = any that are short and plain. */
  readonly callIds?: RegExp;
}

export interface ModelInfo {
  /** Name at the provider. */
  readonly name: string;
  /** 0 = unknown. */
  readonly contextTokens: number;
  readonly tools: boolean;
  readonly images: boolean;
}

export interface GenerateOptions {
  /** Aborted when the answer is no longer wanted: the provider lets go at once. */
  readonly signal: AbortSignal;
  /** The same for one listener, at less cost; undefined takes it away. */
  onCancel?(callback: (() => void) | undefined): void;
}

/** One source of language models. */
export interface ChatProvider {
  /** First part of "provider/model". */
  readonly id: string;
  readonly capabilities: Capabilities;
  /** It answers over a network: after failures its models are left alone for a while. */
  readonly hosted?: boolean;
  /** It counts a prompt's tokens exactly, and cuts what is too long itself. */
  readonly cutsPrompts?: boolean;
  /** Models known by name; a hosted provider takes others too. */
  models(): readonly ModelInfo[];
  /** Throws an EngineError of class caller_fault when it cannot have this model. */
  accept?(model: string): void;
  /** Gets ready for the first answer. */
  warm?(model: string): Promise<void>;
  /** Ends after `finished`; throws an EngineError. */
  generate(request: ChatRequest, options: GenerateOptions): AsyncIterable<ChatEvent>;
  /** Evaluates the prompt so far ahead of its request. Best effort. */
  prepare?(request: ChatRequest, options: GenerateOptions): Promise<void>;
  /** The conversation is over. */
  release?(model: string, cacheKey: string): void;
  stop?(): Promise<void>;
}
