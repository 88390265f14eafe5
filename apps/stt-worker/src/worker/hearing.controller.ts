import { Controller, Inject, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { encode, v1 } from '@parley/contracts';
import {
  CONFIG,
  LOGGER,
  RequestHandler,
  StreamHandler,
  type Incoming,
  type StreamHandlers,
} from '@parley/service';
import { Spans, type Logger } from '@parley/telemetry';
import type { SttConfig } from '../config';
import { AcousticThread } from '../endpointing/acoustic/acoustic-thread';
import { estimatorNamed } from '../endpointing/estimators/estimators';
import { endModels } from '../endpointing/estimators/load-models';
import { TEXT_READER, type TextReader } from '../endpointing/text/text-reader';
import { EngineRegistry } from '../engines/engine-registry';
import { PartialGovernor } from '../transcription/governor';
import { defaultTiming } from '../transcription/timing';
import { SileroVad } from '../vad/silero-vad';
import { DenoiseThread } from '../noise/denoise-thread';
import { HearingStream, type HearingDependencies } from './hearing-stream';
import { parseOpen } from './messages';
import { SttMetrics } from './stt-metrics';

const tickMs = 100;

@Controller()
export class HearingController implements OnModuleInit, OnModuleDestroy {
  readonly #streams = new Set<HearingStream>();
  readonly #dependencies: Omit<HearingDependencies, 'spans'>;
  #ticker: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) config: SttConfig,
    @Inject(LOGGER) logger: Logger,
    @Inject(EngineRegistry) engines: EngineRegistry,
    @Inject(SileroVad) vad: SileroVad,
    @Inject(AcousticThread) ear: AcousticThread,
    @Inject(TEXT_READER) reader: TextReader,
    @Inject(DenoiseThread) denoiser: DenoiseThread,
    @Inject(SttMetrics) private readonly metrics: SttMetrics,
  ) {
    const governor = new PartialGovernor({
      capacity: config.PARLEY_STT_PROCESSES,
      partialShare: config.PARLEY_STT_PARTIAL_PERCENT / 100,
    });
    const timing = { ...defaultTiming, finalDeadlineMs: config.PARLEY_STT_FINAL_DEADLINE_MS };
    const estimator = estimatorNamed(config.PARLEY_STT_TURN_ESTIMATOR, endModels());
    const finalisations = new Map();
    const engineEstimator = estimatorNamed('engine', endModels());
    const hearing = { engines, vad, denoiser, ear, reader, estimator, engineEstimator };
    this.#dependencies = { ...hearing, governor, metrics, timing, finalisations, logger };
  }

  onModuleInit(): void {
    this.#ticker = setInterval(() => {
      for (const stream of this.#streams) stream.tick();
    }, tickMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.#ticker);
  }

  @RequestHandler('parley.stt.recognizers')
  listRecognizers(): Uint8Array {
    const { engines } = this.#dependencies;
    const recognizers = engines.all.map(({ id, capabilities: { languages } }) => ({
      id,
      languages: languages === 'any' ? [] : [...languages],
      isDefault: id === engines.defaultId,
    }));
    return encode(v1.ListRecognizersReply, { recognizers });
  }

  /** One stream per session: hears its audio, answers with hearing events. */
  @StreamHandler('stt')
  hear(incoming: Incoming): StreamHandlers {
    const open = parseOpen(incoming.config);
    const dependencies = { ...this.#dependencies, spans: Spans.under(incoming.traceparent) };
    const stream: HearingStream = new HearingStream(incoming.stream, open, dependencies, () => {
      this.#streams.delete(stream);
      this.metrics.streams.set(this.#streams.size);
    });
    this.#streams.add(stream);
    this.metrics.streams.set(this.#streams.size);
    return stream;
  }
}
