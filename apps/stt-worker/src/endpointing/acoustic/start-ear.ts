import { resolveProgram } from '@parley/engines-kit';
import { ModelError, resolveModel } from '@parley/models';
import type { Resources } from '@parley/service';
import type { Logger } from '@parley/telemetry';
import type { SttConfig } from '../../config';
import type { SttMetrics } from '../../worker/stt-metrics';
import { AcousticThread } from './acoustic-thread';

/** The acoustic ear of the whole worker, listening. Without its model it hears pitch and level alone. */
export async function startEar(
  config: SttConfig,
  logger: Logger,
  metrics: SttMetrics,
  resources: Resources,
): Promise<AcousticThread> {
  const acoustic = new AcousticThread({
    program: resolveProgram(__dirname, './acoustic.worker.ts'),
    modelPath: await modelPath(config, logger),
    onAnswered: (seconds) => metrics.earSeconds.observe(seconds),
    onRefused: () => metrics.earRefused.inc(),
    onRestart: (message) => {
      metrics.earRestarts.inc();
      logger.warn({ reason: message }, 'the acoustic ear went away; words judge until it is back');
    },
  });
  const ear = resources.own(acoustic, (thread) => thread.stop());
  if (config.PARLEY_STT_TURN_ESTIMATOR !== 'text') await ear.start();
  return ear;
}

async function modelPath(config: SttConfig, logger: Logger): Promise<string | undefined> {
  const name = config.PARLEY_STT_TURN_MODEL;
  if (name === 'none') return undefined;
  try {
    return (await resolveModel(name))['model'];
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    logger.warn({ reason: error.message }, 'turns are judged without smart-turn');
    return undefined;
  }
}
