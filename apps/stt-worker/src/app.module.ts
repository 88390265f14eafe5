import { Module } from '@nestjs/common';
import { CONFIG, LOGGER, METRICS, Readiness, Resources } from '@parley/service';
import { AcousticThread } from './endpointing/acoustic/acoustic-thread';
import { startEar } from './endpointing/acoustic/start-ear';
import { startReader } from './endpointing/text/start-reader';
import { TEXT_READER } from './endpointing/text/text-reader';
import { EngineRegistry, startEngines } from './engines/engine-registry';
import { DenoiseThread } from './noise/denoise-thread';
import { startDenoiser } from './noise/start-denoiser';
import { startVad } from './vad/start-vad';
import { SileroVad } from './vad/silero-vad';
import { HearingController } from './worker/hearing.controller';
import { SttMetrics } from './worker/stt-metrics';

@Module({
  controllers: [HearingController],
  providers: [
    SttMetrics,
    {
      provide: EngineRegistry,
      useFactory: startEngines,
      inject: [CONFIG, LOGGER, METRICS, Readiness, Resources],
    },
    { provide: TEXT_READER, useFactory: startReader, inject: [CONFIG, LOGGER, Resources] },
    { provide: AcousticThread, useFactory: startEar, inject: [CONFIG, LOGGER, SttMetrics, Resources] },
    { provide: DenoiseThread, useFactory: startDenoiser, inject: [LOGGER, SttMetrics, Resources] },
    { provide: SileroVad, useFactory: startVad, inject: [CONFIG, LOGGER, SttMetrics, Readiness, Resources] },
  ],
})
export class AppModule {}
