import type { Bus } from '@parley/bus';
import { SpeechLine, type SpeechEvent, type SpeechSettings } from './speech-line';
import { WorkerError } from './worker-error';

const attempts = 2;

/**
 * One whole text, spoken as it is read: stop reading and the worker stops. Another worker is tried only before
 * anything was heard. Throws WorkerError.
 */
export async function* speak(
  bus: Bus,
  text: string,
  settings: SpeechSettings,
  signal: AbortSignal,
): AsyncGenerator<SpeechEvent, void, void> {
  const avoidWorkers: string[] = [];
  for (let attempt = 1; ; attempt += 1) {
    let heard = false;
    const line = await SpeechLine.open(bus, settings.voice, { avoidWorkers, signal });
    try {
      for await (const event of utterance(line, text, settings)) {
        heard = true;
        yield event;
      }
      return;
    } catch (error) {
      if (heard || signal.aborted || attempt >= attempts || !isLost(error)) throw error;
      avoidWorkers.push(line.workerId);
    } finally {
      line.close();
    }
  }
}

async function* utterance(
  line: SpeechLine,
  text: string,
  settings: SpeechSettings,
): AsyncGenerator<SpeechEvent, void, void> {
  const generation = 1;
  await line.begin(generation, settings);
  await line.text(generation, text);
  await line.finish(generation);
  for (;;) {
    const event = await line.next();
    yield event;
    if (event.type === 'done') return;
  }
}

const isLost = (error: unknown): boolean => WorkerError.isInstance(error) && error.kind === 'lost';
