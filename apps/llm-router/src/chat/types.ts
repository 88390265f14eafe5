import type { Truncation } from '../context/truncation';
import type { Settings } from './settings';

/** A conversation and its answer, as every provider sees them. */

export interface ToolCall {
  readonly callId: string;
  readonly name: string;
  /** A JSON object as text. */
  readonly argumentsJson: string;
}

export type ChatMessage =
  | { readonly role: 'system'; readonly text: string }
  | { readonly role: 'user'; readonly text: string; readonly images: readonly Image[] }
  | { readonly role: 'assistant'; readonly text: string; readonly toolCalls: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly text: string; readonly callId: string; readonly name: string };

export interface Image {
  /** "image/png" */
  readonly mediaType: string;
  readonly base64: string;
  /** How closely it is to be looked at, for providers that know the word. */
  readonly detail?: ImageDetail;
}

export const imageDetails = ['auto', 'low', 'high'] as const;
export type ImageDetail = (typeof imageDetails)[number];

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly parameters: JsonSchema;
  /** Arguments that do not fit the schema are no call. */
  readonly strict?: boolean;
}

export type ToolChoice =
  | { readonly kind: 'auto' | 'none' | 'required' }
  | { readonly kind: 'function'; readonly name: string };

export const reasoningEfforts = ['minimal', 'low', 'medium', 'high', 'xhigh'] as const;
export type ReasoningEffort = (typeof reasoningEfforts)[number];

/** What a provider is asked: complete, with the guidance in `system`. */
export interface ChatRequest {
  /** Name at the provider, without the provider's own. */
  readonly model: string;
  /** The conversation whose prompt prefix may be cached. */
  readonly cacheKey: string;
  /** The same through a conversation, for providers that keep prompts on the machine that read them; empty = none. */
  readonly promptCacheKey: string;
  readonly system: string;
  /** What is remembered of the conversation, behind `system`: it changes seldom, but it does. Empty = nothing. */
  readonly memory: string;
  readonly messages: readonly ChatMessage[];
  readonly tools: readonly Tool[];
  readonly toolChoice: ToolChoice;
  /** The answer will be spoken: nothing but plain words. */
  readonly spoken: boolean;
  /** 0–2; undefined = the provider's default. */
  readonly temperature: number | undefined;
  /** undefined = the provider's own limit. */
  readonly maxOutputTokens: number | undefined;
  readonly settings?: Settings | undefined;
  /** undefined = the model's own. */
  readonly reasoningEffort: ReasoningEffort | undefined;
  /** undefined = the provider's own; false = at most one call in an answer. */
  readonly parallelToolCalls: boolean | undefined;
  /** Nobody waits for the answer: on a machine of ours it gives way to others. */
  readonly background: boolean;
  /** For models whose provider counts tokens itself; undefined = its own way. */
  readonly truncation?: Truncation | undefined;
}

/** What the model is told before the conversation. */
export const systemText = ({ system, memory }: Pick<ChatRequest, 'system' | 'memory'>): string =>
  [system, memory].filter((part) => part !== '').join('\n\n');

export interface Usage {
  readonly inputTokens: number;
  /** A subset of `inputTokens`. */
  readonly cachedInputTokens: number;
  readonly outputTokens: number;
}

export type FinishReason = 'stop' | 'length' | 'tool_calls' | 'content_filter';

/** An answer in parts; the last is `finished`. Failures are thrown as EngineError. */
export type ChatEvent =
  | { readonly type: 'text'; readonly text: string }
  /** In place of an answer in a format: why there is none. */
  | { readonly type: 'refusal'; readonly text: string }
  | {
      readonly type: 'tool_call_delta';
      readonly callId: string;
      readonly name: string;
      readonly argumentsDelta: string;
    }
  | ({ readonly type: 'tool_call' } & ToolCall)
  /** The model is at work and has nothing yet that may be told: it thinks, or writes a call that must be whole (of so many `chars`). */
  | { readonly type: 'alive'; readonly chars?: number }
  | { readonly type: 'finished'; readonly reason: FinishReason; readonly usage: Usage };

/** What whoever listens to an answer is told before its end. */
export type ToldEvent = Exclude<ChatEvent, { type: 'finished' | 'alive' }>;
