import { resolveProgram } from '@parley/engines-kit';
import type { Resources } from '@parley/service';
import type { Logger } from '@parley/telemetry';
import type { SttMetrics } from '../worker/stt-metrics';
import { DenoiseThread } from './denoise-thread';

/** The noise reduction of the whole worker, running. */
export async function startDenoiser(
  logger: Logger,
  metrics: SttMetrics,
  resources: Resources,
): Promise<DenoiseThread> {
  const rnnoise = new DenoiseThread({
    program: resolveProgram(__dirname, './denoise.worker.ts'),
    onRestart: (message) => {
      metrics.denoiserRestarts.inc();
      logger.warn(
        { reason: message },
        'noise reduction went away; audio is heard as it comes until it is back',
      );
    },
  });
  const denoiser = resources.own(rnnoise, (thread) => thread.stop());
  await denoiser.start();
  return denoiser;
}
