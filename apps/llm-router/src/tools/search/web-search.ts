import { faultCode, timedOutCode, ToolFailure, toFailure } from '../failure';
import {
  GivenUp,
  type Findings,
  type SearchEngine,
  type SearchQuery,
  type SearchResult,
  type SearchUse,
} from './engine';

export interface WebSearchRequest {
  /** Empty = the operator's default. */
  readonly engine: string;
  /** 0 = the default. */
  readonly maxResults: number;
  readonly language: string;
  readonly onAsked?: SearchQuery['onAsked'];
}

export interface Found {
  /** JSON, short enough for a model that is to speak about it. */
  readonly output: string;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  /** Undefined where no model searched. */
  readonly use: SearchUse | undefined;
}

export interface WebSearchOptions {
  readonly engines: readonly SearchEngine[];
  /** undefined = the first. */
  readonly defaultEngine: string | undefined;
  readonly timeoutMs: number;
}

const defaultResults = 3;
const maxResults = 10;
const maxQueryChars = 400;
const maxSnippetChars = 300;
const maxAnswerChars = 800;

/** The built-in search: one engine of those that are configured. */
export class WebSearch {
  constructor(private readonly options: WebSearchOptions) {}

  /** @throws ToolFailure, whose message the model can say. */
  async search(
    args: Record<string, unknown>,
    request: WebSearchRequest,
    signal: AbortSignal,
  ): Promise<Found> {
    const engine = this.#engine(request.engine);
    const query =
      typeof args['query'] === 'string' ? args['query'].trim().slice(0, maxQueryChars).toWellFormed() : '';
    if (query === '') throw new ToolFailure('tool_execution_error', 0, "The argument 'query' is missing.");
    const wanted = Math.min(maxResults, request.maxResults || defaultResults);
    const late = AbortSignal.timeout(this.options.timeoutMs);
    try {
      const { language, onAsked } = request;
      const asked = { query, maxResults: wanted, language, ...(onAsked && { onAsked }) };
      const found = await engine.search({ ...asked, signal: AbortSignal.any([signal, late]) });
      return render(found, wanted);
    } catch (error) {
      const use = error instanceof GivenUp ? error.use : undefined;
      if (signal.aborted || late.aborted) {
        const message = signal.aborted ? 'The web search was given up.' : 'The web search took too long.';
        throw new ToolFailure('protocol_error', timedOutCode, message, { cause: error, use });
      }
      throw toFailure(error, 'The search engine');
    }
  }

  #engine(name: string): SearchEngine {
    const { engines, defaultEngine } = this.options;
    const wanted = name === '' ? defaultEngine : name;
    const found = wanted === undefined ? engines[0] : engines.find(({ id }) => id === wanted);
    if (found !== undefined) return found;
    const configured = engines.length === 0 ? 'none' : engines.map(({ id }) => id).join(', ');
    const message =
      wanted === undefined
        ? 'Web search is not configured on this server.'
        : `The search engine '${wanted}' is not configured on this server; configured: ${configured}.`;
    throw new ToolFailure('protocol_error', faultCode, message);
  }
}

function render({ answer, results, use }: Findings, wanted: number): Found {
  const kept = results.filter(({ url }) => /^https?:\/\//.test(url)).slice(0, wanted);
  const shown = kept.map(short);
  const said = answer === '' ? {} : { answer: clip(answer, maxAnswerChars) };
  return {
    output: JSON.stringify({ ...said, results: shown }),
    sources: shown.map(({ title, url }) => ({ title, url })),
    use,
  };
}

const short = ({ title, url, snippet }: SearchResult): SearchResult => ({
  title: clip(title, 150),
  url: url.slice(0, 500),
  snippet: clip(snippet, maxSnippetChars),
});

/** At the end of a word, where there is one. */
function clip(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const cut = text.slice(0, maxChars).replace(/\s+\S*$/, '');
  return `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
