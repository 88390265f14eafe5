import type { LanguageModelV3, LanguageModelV3ProviderTool } from '@ai-sdk/provider';
import { toUsage } from '../../../providers/ai-sdk/events';
import { faultCode, ToolFailure } from '../../failure';
import { estimateTokens } from '../../../context/estimate';
import {
  GivenUp,
  type Findings,
  type SearchEngine,
  type SearchQuery,
  type SearchResult,
  type SearchUse,
} from '../engine';

export interface NativeSearchOptions {
  /** Of the provider, as models are named by it. */
  readonly id: string;
  /** Made at the first search, so that an unused provider costs nothing. */
  readonly model: () => LanguageModelV3;
  /** The provider's own search, in the AI SDK's words. */
  readonly tool: Pick<LanguageModelV3ProviderTool, 'id' | 'args'>;
}

const instructions =
  'Search the web and answer in at most three short sentences of plain text, without links or markup.';

/** A provider's own search: one of its models searches and says what it found, with its sources. */
export class NativeSearch implements SearchEngine {
  readonly id: string;
  #model: LanguageModelV3 | undefined;

  constructor(private readonly options: NativeSearchOptions) {
    this.id = options.id;
  }

  async search({ query, maxResults, signal, onAsked }: SearchQuery): Promise<Findings> {
    this.#model ??= this.options.model();
    const startMs = performance.now();
    const asking = this.#ask(this.#model, query, signal);
    onAsked?.(this.#leastUse(query, startMs));
    const { content, usage } = await asking.catch((error: unknown) => {
      throw signal.aborted ? new GivenUp(this.#leastUse(query, startMs), { cause: error }) : error;
    });
    const latencyMs = Math.round(performance.now() - startMs);
    const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
    const sources = new Map<string, SearchResult>();
    for (const part of content) {
      if (part.type !== 'source' || part.sourceType !== 'url' || sources.has(part.url)) continue;
      sources.set(part.url, { title: part.title ?? part.url, url: part.url, snippet: '' });
    }
    const use = {
      provider: this.id,
      model: this.#model.modelId,
      usage: toUsage(usage),
      latencyMs,
      estimated: false,
    };
    return { answer: text.trim(), results: [...sources.values()].slice(0, maxResults), use };
  }

  #leastUse(query: string, startMs: number): SearchUse {
    return {
      provider: this.id,
      model: this.#model?.modelId ?? '',
      usage: {
        inputTokens: estimateTokens(instructions) + estimateTokens(query),
        cachedInputTokens: 0,
        outputTokens: 0,
      },
      latencyMs: Math.round(performance.now() - startMs),
      estimated: true,
    };
  }

  async #ask(model: LanguageModelV3, query: string, signal: AbortSignal) {
    const { id, tool } = this.options;
    try {
      return await model.doGenerate({
        prompt: [
          { role: 'system', content: instructions },
          { role: 'user', content: [{ type: 'text', text: query }] },
        ],
        tools: [{ type: 'provider', name: 'web_search', ...tool }],
        maxOutputTokens: 1_000,
        abortSignal: signal,
      });
    } catch (error) {
      if (signal.aborted) throw error;
      const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : Number.NaN;
      if (status >= 100) {
        const message = `The search of '${id}' answered with HTTP status ${status}.`;
        throw new ToolFailure('http_error', status, message, { cause: error });
      }
      throw new ToolFailure('protocol_error', faultCode, `The search of '${id}' failed.`, { cause: error });
    }
  }
}
