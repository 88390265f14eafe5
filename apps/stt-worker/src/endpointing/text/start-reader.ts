import { resolveProgram } from '@parley/engines-kit';
import { ModelError, resolveModel } from '@parley/models';
import type { Resources } from '@parley/service';
import type { Logger } from '@parley/telemetry';
import type { SttConfig } from '../../config';
import { ModelThread } from '../../threads/model-thread';
import { textModelFiles, type TextModelFiles } from './text-model';
import { illiterate, type TextReader } from './text-reader';
import type { TextQuestion } from './text.worker';

/** The text model of the whole worker. Without it words are judged by their classes and marks. */
export async function startReader(
  config: SttConfig,
  logger: Logger,
  resources: Resources,
): Promise<TextReader> {
  const files = await modelFiles(config, logger);
  if (files === undefined) return illiterate;
  const model = new ModelThread<TextQuestion, number>({
    name: 'text',
    program: resolveProgram(__dirname, './text.worker.ts'),
    workerData: files,
    onRestart: (message) => logger.warn({ reason: message }, 'the text model went away'),
  });
  const thread = resources.own(model, (started) => started.stop());
  await thread.start();
  return { present: true, read: (text, language) => thread.ask({ text, language }) };
}

async function modelFiles(config: SttConfig, logger: Logger): Promise<TextModelFiles | undefined> {
  const name = config.PARLEY_STT_TEXT_MODEL;
  if (name === 'none') return undefined;
  try {
    return textModelFiles(await resolveModel(name));
  } catch (error) {
    if (!(error instanceof ModelError) || error.code === 'unknown_model') throw error;
    logger.warn({ reason: error.message }, 'turns are judged without the text model');
    return undefined;
  }
}
