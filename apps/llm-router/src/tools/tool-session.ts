import type { InboundFrame, Stream, StreamClose, StreamHandlers } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { parseJson } from '@parley/protocol';
import type { Logger, Spans } from '@parley/telemetry';
import { catalogue } from '../catalogue/catalogue';
import { faultCode, ToolFailure, toFailure } from './failure';
import { maxRunning } from './limits';
import { listing } from './mcp/listing';
import { toServer } from './mcp/server';
import type { McpServers } from './mcp/servers';
import type { ToolMetrics } from './metrics';
import type { SearchUse } from './search/engine';
import type { WebSearch } from './search/web-search';

export interface ToolSessionOptions {
  readonly stream: Stream;
  readonly servers: McpServers;
  readonly search: WebSearch;
  readonly metrics: ToolMetrics;
  readonly spans: Spans;
  readonly logger: Logger;
}

type Result = v1.ToolResult.$Properties;

/** One session's tools: its requests side by side, each answered once. */
export class ToolSession implements StreamHandlers {
  readonly #running = new Map<string, AbortController>();

  constructor(private readonly options: ToolSessionOptions) {}

  onFrame({ payload }: InboundFrame): void {
    const { list, call, cancel } = decode(v1.ToolsInput, payload);
    if (list != null) void this.#list(list);
    else if (call != null) void this.#call(call);
    else if (cancel != null) this.#running.get(cancel.requestId ?? '')?.abort();
  }

  onEnd(): void {
    this.options.stream.close();
  }

  onClose(_close: StreamClose): void {
    for (const running of this.#running.values()) running.abort();
    void this.options.servers.close();
  }

  async #list({ requestId: id, server }: v1.ListTools.$Properties): Promise<void> {
    const requestId = id ?? '';
    const { servers, metrics, logger } = this.options;
    const refused = (failure: ToolFailure) => ({ listed: { requestId, failure: wire(failure) } });
    await this.#run(requestId, refused, async () => {
      const asked = toServer(server);
      const started = performance.now();
      try {
        const { tools, leftOut } = listing(await servers.list(asked));
        metrics.done('mcp_list', 'ok', performance.now() - started);
        if (leftOut !== '')
          logger.warn({ server: asked.label, leftOut }, 'tools of an MCP server were left out');
        return { listed: { requestId, tools: [...tools], leftOut } };
      } catch (error) {
        const failure = toFailure(error, `The MCP server '${asked.label}'`);
        metrics.done('mcp_list', failure.kind, performance.now() - started);
        return refused(failure);
      }
    });
  }

  async #call(call: v1.CallTool.$Properties): Promise<void> {
    const requestId = call.requestId ?? '';
    const kind = call.webSearch == null ? 'mcp_call' : 'web_search';
    const refused = (failure: ToolFailure) => ({
      result: { requestId, failure: wire(failure), attempts: attemptsOf(failure.use) },
    });
    await this.#run(requestId, refused, async (signal) => {
      const startMs = performance.now();
      const over = (outcome: string): void => this.#called(call, kind, outcome, startMs);
      try {
        const result = await this.#carryOut(call, signal);
        over('ok');
        return { result: { ...result, requestId } };
      } catch (error) {
        const failure = toFailure(error, 'The tool');
        over(signal.aborted ? 'cancelled' : failure.kind);
        return refused(failure);
      }
    });
  }

  #called(
    call: v1.CallTool.$Properties,
    kind: 'mcp_call' | 'web_search',
    outcome: string,
    startMs: number,
  ): void {
    const { metrics, spans } = this.options;
    const endMs = performance.now();
    const name = call.mcp?.name ?? kind;
    metrics.done(kind, outcome, endMs - startMs);
    spans.record({
      name: `execute_tool ${name}`,
      startMs,
      endMs,
      outward: true,
      attributes: { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': name },
      ...(outcome === 'ok' ? {} : { failure: outcome }),
    });
  }

  async #carryOut(call: v1.CallTool.$Properties, signal: AbortSignal): Promise<Result> {
    const { argumentsJson, mcp, webSearch } = call;
    const args = parseArguments(argumentsJson ?? '');
    if (webSearch != null) {
      const { engine, maxResults, language } = webSearch;
      const request = {
        ...{ engine: engine ?? '', maxResults: maxResults ?? 0, language: language ?? '' },
        onAsked: (use: SearchUse) =>
          void this.#answer({ asked: { requestId: call.requestId ?? '', attempts: attemptsOf(use) } }),
      };
      const { output, sources, use } = await this.options.search.search(args, request, signal);
      return { output, sources: [...sources], attempts: attemptsOf(use) };
    }
    const output = await this.options.servers.call(toServer(mcp?.server), mcp?.name ?? '', args, signal);
    return { output };
  }

  async #run(
    requestId: string,
    refused: (failure: ToolFailure) => v1.ToolsEvent.$Properties,
    work: (signal: AbortSignal) => Promise<v1.ToolsEvent.$Properties>,
  ): Promise<void> {
    if (this.#running.size >= maxRunning) {
      const message = `At most ${maxRunning} tools can run at a time in one session.`;
      return this.#answer(refused(new ToolFailure('protocol_error', faultCode, message)));
    }
    const controller = new AbortController();
    this.#running.set(requestId, controller);
    const answer = await work(controller.signal);
    this.#running.delete(requestId);
    const costs = (answer.result?.attempts ?? []).length > 0;
    if (!controller.signal.aborted || costs) await this.#answer(answer);
  }

  /** Waits for credit; the gateway takes answers as fast as they come. */
  async #answer(event: v1.ToolsEvent.$Properties): Promise<void> {
    const { stream, logger } = this.options;
    try {
      const payload = encode(v1.ToolsEvent, event);
      while (!stream.send(payload)) await stream.ready();
    } catch (error) {
      logger.debug({ err: error }, 'the answer of a tool has nobody to hear it');
    }
  }
}

function attemptsOf(use: SearchUse | undefined): v1.Attempt.$Properties[] {
  if (use === undefined) return [];
  const { provider, model, usage, latencyMs, estimated } = use;
  const price = catalogue().get(`${provider}/${model}`)?.price ?? null;
  const status = estimated ? 'abandoned' : 'ok';
  return [{ provider, model, latencyMs, status, usage: { ...usage, estimated }, price }];
}

const wire = ({ kind, code, message }: ToolFailure): v1.ToolFailure.$Properties => ({ kind, code, message });

function parseArguments(json: string): Record<string, unknown> {
  try {
    const parsed = parseJson(json === '' ? '{}' : json);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // Said below.
  }
  throw new ToolFailure('tool_execution_error', 0, 'The arguments are not a JSON object.');
}
