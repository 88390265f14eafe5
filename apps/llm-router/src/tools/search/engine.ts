import type { OutboundFetch } from '@parley/outbound';
import type { Usage } from '../../chat/types';

export interface SearchQuery {
  readonly query: string;
  readonly maxResults: number;
  /** ISO-639-1; empty = unknown. */
  readonly language: string;
  readonly signal: AbortSignal;
  /** A model is being asked: what that costs at the least, should nothing more be known. */
  readonly onAsked?: (use: SearchUse) => void;
}

export interface SearchResult {
  readonly title: string;
  readonly url: string;
  /** Plain text. */
  readonly snippet: string;
}

export interface Findings {
  /** An engine's own short answer; empty = it gives none. */
  readonly answer: string;
  readonly results: readonly SearchResult[];
  /** Where a model searched. */
  readonly use?: SearchUse;
}

export interface SearchUse {
  readonly provider: string;
  readonly model: string;
  readonly usage: Usage;
  readonly latencyMs: number;
  /** It was given up before it said what it used: this is what it must have read. */
  readonly estimated: boolean;
}

/** A search that was given up and is paid for all the same. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';

  constructor(
    readonly use: SearchUse,
    options: ErrorOptions,
  ) {
    super('the search was given up', options);
  }
}

/** One way to search the web. */
export interface SearchEngine {
  readonly id: string;
  /** Errors are `ToolFailure`s, or whatever `fetch` throws. */
  search(query: SearchQuery): Promise<Findings>;
}

/** What an engine over HTTP is made from. */
export interface HttpEngineOptions {
  readonly fetch: OutboundFetch;
  readonly baseUrl: string;
  readonly apiKey: string;
}
