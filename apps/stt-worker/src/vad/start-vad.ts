import { resolveProgram } from '@parley/engines-kit';
import { resolveModel } from '@parley/models';
import type { Readiness, Resources } from '@parley/service';
import type { Logger } from '@parley/telemetry';
import type { SttConfig } from '../config';
import type { SttMetrics } from '../worker/stt-metrics';
import { SileroVad } from './silero-vad';

/** Lanes beyond the slots: a closing stream keeps its lane until its last frames are judged. */
const spareLanes = 8;

/** The VAD of the whole worker, judging. Rejects when its model is not there. */
export async function startVad(
  config: SttConfig,
  logger: Logger,
  metrics: SttMetrics,
  readiness: Readiness,
  resources: Resources,
): Promise<SileroVad> {
  const { model } = await resolveModel('silero-vad-v6');
  const silero = new SileroVad({
    program: resolveProgram(__dirname, './vad.worker.ts'),
    modelPath: model!,
    lanes: config.PARLEY_SLOTS + spareLanes,
    onBatch: (frames) => metrics.vadBatch.observe(frames),
    onTurnaround: (seconds) => metrics.vadTurnaround.observe(seconds),
    onRestart: (message) => {
      metrics.vadRestarts.inc();
      logger.warn({ reason: message }, 'the VAD thread went away; levels judge until it is back');
    },
  });
  const vad = resources.own(silero, (thread) => thread.stop());
  await vad.start();
  // Not ready means worse, not deaf: streams go on by level.
  readiness.register('vad', () => ({ ready: vad.ready, detail: 'restarting' }));
  return vad;
}
