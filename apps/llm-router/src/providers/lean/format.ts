import type { ModelEntry } from '../../catalogue/entry';
import type { ChatEvent, ChatRequest } from '../../chat/types';
import type { EffortScale } from '../effort';
import type { PlainFrame } from './sse';

/** What one provider wants of a format that others take otherwise. */
export interface WireQuirks {
  /** Name of the bound on the answer's length. */
  readonly maxTokens?: 'max_tokens' | 'max_completion_tokens';
  /** It knows `parallel_tool_calls`. */
  readonly parallelToolCalls?: boolean;
  /** Where it takes the key by which a conversation comes to the machine that has its prompt. */
  readonly promptCacheKey?: 'body' | { readonly header: string };
  /** Models whose prompts it keeps only where it is told to. */
  readonly cacheControl?: RegExp;
  /** It knows `strict` of a function. */
  readonly strictTools?: boolean;
}

export interface WireContext {
  readonly entry: ModelEntry | undefined;
  readonly quirks: WireQuirks;
  /** Its words for how long to think. */
  readonly effort?: EffortScale | undefined;
}

/** Reads the events of one answer. */
export interface WireReader {
  /** Events of this frame are a text and nothing else, and need not be read one by one. */
  readonly frame?: PlainFrame | undefined;
  /** The provider said that nothing more comes; absent: the end of its stream alone says so. */
  readonly over?: boolean;
  /** One event's data. Throws an EngineError for a failure that the provider reports, SyntaxError for what is no JSON. */
  read(data: string): ChatEvent[];
  /** The stream is over: the last events, or undefined when it was cut. */
  end(): ChatEvent[] | undefined;
}

/** One wire format: how a conversation is asked and how its answer is read. */
export interface WireFormat {
  /** After the base address, with its query. */
  path(model: string): string;
  headers(key: string, request: ChatRequest): Readonly<Record<string, string>>;
  body(request: ChatRequest, context: WireContext): object;
  reader(provider: string): WireReader;
}
