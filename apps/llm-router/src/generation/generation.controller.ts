import { Controller, Inject } from '@nestjs/common';
import { RequestHandler, StreamHandler, type Incoming, type StreamHandlers } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { LOGGER, METRICS } from '@parley/service';
import { Spans, type Logger, type Registry } from '@parley/telemetry';
import { Answers } from '../answering/answers';
import { listModels } from '../models/list-models';
import { ProviderRegistry } from '../providers/registry';
import { Planner } from '../routing/planner';
import { Conversation } from './conversation';
import { GenerationMetrics } from './metrics';

/** Tokens nearer to each other than this travel in one frame. */
const coalesceMs = 4;

@Controller()
export class GenerationController {
  readonly #metrics: GenerationMetrics;

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(METRICS) metrics: Registry,
    @Inject(ProviderRegistry) private readonly registry: ProviderRegistry,
    @Inject(Planner) private readonly planner: Planner,
    @Inject(Answers) private readonly answers: Answers,
  ) {
    this.#metrics = new GenerationMetrics(metrics);
  }

  /** A stream is taken whatever model it names: what cannot be had is said to the request that asks for it. */
  @StreamHandler('llm')
  open({ stream, traceparent }: Incoming): StreamHandlers | Promise<StreamHandlers> {
    return new Conversation({
      stream,
      planner: this.planner,
      answers: this.answers,
      metrics: this.#metrics,
      logger: this.logger.child({ sessionId: stream.sessionId }),
      spans: Spans.under(traceparent),
      coalesceMs,
    });
  }

  @RequestHandler('parley.llm.models')
  models(payload: Uint8Array): Uint8Array {
    const { all, alias } = decode(v1.ListModelsRequest, payload);
    return encode(v1.ListModelsReply, {
      models: listModels(this.registry, all ?? false),
      defaultModel: this.registry.defaultModel,
      aliasOf: (alias ? this.registry.aliasOf(alias) : undefined) ?? '',
    });
  }
}
