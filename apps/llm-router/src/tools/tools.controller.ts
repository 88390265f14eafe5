import { Controller, Inject } from '@nestjs/common';
import { StreamHandler, type Incoming, type StreamHandlers } from '@parley/bus';
import { Outbound } from '@parley/outbound';
import { CONFIG, LOGGER, METRICS } from '@parley/service';
import { Spans, type Logger, type Registry } from '@parley/telemetry';
import type { Config } from '../config';
import type { ToolLimits } from './limits';
import { McpServers } from './mcp/servers';
import { ToolMetrics } from './metrics';
import { WebSearch } from './search/web-search';
import { ToolSession } from './tool-session';

@Controller()
export class ToolsController {
  readonly #metrics: ToolMetrics;
  readonly #limits: ToolLimits;

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(METRICS) metrics: Registry,
    @Inject(Outbound) private readonly outbound: Outbound,
    @Inject(WebSearch) private readonly search: WebSearch,
  ) {
    this.#metrics = new ToolMetrics(metrics);
    this.#limits = {
      callMs: config.PARLEY_TOOL_TIMEOUT_MS,
      listMs: config.PARLEY_TOOL_LIST_TIMEOUT_MS,
      maxOutputChars: config.PARLEY_TOOL_OUTPUT_CHARS,
    };
  }

  @StreamHandler('tools')
  open({ stream, traceparent }: Incoming): StreamHandlers | Promise<StreamHandlers> {
    return new ToolSession({
      stream,
      servers: new McpServers({ outbound: this.outbound, limits: this.#limits }),
      search: this.search,
      metrics: this.#metrics,
      spans: Spans.under(traceparent),
      logger: this.logger.child({ sessionId: stream.sessionId }),
    });
  }
}
