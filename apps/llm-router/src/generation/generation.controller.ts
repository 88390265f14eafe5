import { Controller, Inject } from '@nestjs/common';
import { RequestHandler, StreamHandler, type Incoming, type StreamHandlers } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { CONFIG, LOGGER, METRICS } from '@parley/service';
import type { Logger, Registry } from '@parley/telemetry';
import { AnswerMetrics } from '../answering/answer-metrics';
import { Breakers } from '../answering/breakers';
import type { Config } from '../config';
import { listModels } from '../models/list-models';
import { ProviderRegistry } from '../providers/registry';
import { Measures } from '../routing/measures';
import { Planner } from '../routing/planner';
import { Conversation } from './conversation';
import { GenerationMetrics } from './metrics';

/** Tokens nearer to each other than this travel in one frame. */
const coalesceMs = 4;

@Controller()
export class GenerationController {
  readonly #metrics: GenerationMetrics;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(METRICS) metrics: Registry,
    @Inject(ProviderRegistry) private readonly registry: ProviderRegistry,
    @Inject(Planner) private readonly planner: Planner,
    @Inject(Measures) private readonly measures: Measures,
    @Inject(Breakers) private readonly breakers: Breakers,
    @Inject(AnswerMetrics) private readonly answerMetrics: AnswerMetrics,
  ) {
    this.#metrics = new GenerationMetrics(metrics);
  }

  /** A stream is taken whatever model it names: what cannot be had is said to the request that asks for it. */
  @StreamHandler('llm')
  open({ stream }: Incoming): StreamHandlers | Promise<StreamHandlers> {
    return new Conversation({
      stream,
      planner: this.planner,
      measures: this.measures,
      metrics: this.#metrics,
      breakers: this.breakers,
      answerMetrics: this.answerMetrics,
      logger: this.logger.child({ sessionId: stream.sessionId }),
      deadlines: {
        firstTokenMs: this.config.PARLEY_LLM_FIRST_TOKEN_TIMEOUT_MS,
        fallbackMs: this.config.PARLEY_LLM_FALLBACK_TIMEOUT_MS,
        hedgeMs: this.config.PARLEY_LLM_HEDGE_MS,
        betweenTokensMs: this.config.PARLEY_LLM_TOKEN_TIMEOUT_MS,
        totalMs: this.config.PARLEY_LLM_TOTAL_TIMEOUT_MS,
      },
      coalesceMs,
    });
  }

  @RequestHandler('parley.llm.models')
  models(payload: Uint8Array): Uint8Array {
    const { all } = decode(v1.ListModelsRequest, payload);
    return encode(v1.ListModelsReply, {
      models: listModels(this.registry, all ?? false),
      defaultModel: this.registry.defaultModel,
    });
  }
}
