import { createEngineHost, EngineError, resolveProgram } from '@parley/engines-kit';
import { ModelError, resolveModel } from '@parley/models';
import type { Readiness, Resources } from '@parley/service';
import type { Logger, Registry } from '@parley/telemetry';
import type { SttConfig } from '../config';
import type { RecognizerEngine } from './recognizer';
import { ScriptedEngine } from './scripted/scripted-engine';
import { readWordScripts } from './scripted/word-scripts';
import { WhisperEngine } from './whisper/whisper-engine';

/** The recognisers of this worker by their ids. */
export class EngineRegistry {
  readonly #engines: ReadonlyMap<string, RecognizerEngine>;

  constructor(
    engines: readonly RecognizerEngine[],
    readonly defaultId: string,
  ) {
    this.#engines = new Map(engines.map((engine) => [engine.id, engine]));
    if (!this.#engines.has(defaultId)) {
      const known = [...this.#engines.keys()].join(', ') || 'none';
      throw new EngineError(
        'caller_fault',
        'unknown_model',
        `no speech model ${defaultId} here (known: ${known})`,
      );
    }
  }

  /** Empty = the default; undefined when there is none of that name. */
  find(id: string): RecognizerEngine | undefined {
    return this.#engines.get(id === '' ? this.defaultId : id);
  }

  get all(): readonly RecognizerEngine[] {
    return [...this.#engines.values()];
  }
}

/** A Whisper that grew beyond this is replaced by a fresh process. */
const memoryLimitBytes = 1_200 * 1024 * 1024;

/** A decode cannot be stopped: one that is only to be shown gives way to everything else. */
const partialNice = 19;

/** Starts the recogniser that the configuration names. Rejects when it cannot work. */
export async function startEngines(
  config: SttConfig,
  logger: Logger,
  metrics: Registry,
  readiness: Readiness,
  resources: Resources,
): Promise<EngineRegistry> {
  const id = config.PARLEY_STT_MODEL;
  const engines: RecognizerEngine[] = [];
  if (config.PARLEY_TEST_ENGINES) {
    const words = config.PARLEY_TEST_WORDS;
    const scripted = {
      delayMs: config.PARLEY_TEST_STT_DELAY_MS,
      jitterPercent: config.PARLEY_TEST_JITTER_PERCENT,
      transcript: config.PARLEY_TEST_TRANSCRIPT,
      ...(words !== undefined && { scripts: readWordScripts(words) }),
    };
    engines.push(new ScriptedEngine(scripted), new ScriptedEngine({ ...scripted, endOfTurn: true }));
  }
  if (id.startsWith('local/')) engines.push(await whisper(id, config, logger, metrics));
  for (const engine of engines) resources.own(engine, (started) => started.stop());
  const registry = new EngineRegistry(engines, id);
  const engine = registry.find(id)!;
  await engine.start();
  readiness.register(id, () => ({ ready: engine.ready, detail: 'the engine is not running' }));
  return registry;
}

async function whisper(
  id: string,
  config: SttConfig,
  logger: Logger,
  metrics: Registry,
): Promise<RecognizerEngine> {
  const name = id.slice('local/'.length);
  const files = await resolveModel(name).catch((error: unknown) => {
    const unknown = error instanceof ModelError && error.code === 'unknown_model';
    throw unknown ? new EngineError('caller_fault', 'unknown_model', `no speech model ${id}`) : error;
  });
  const spec = {
    program: resolveProgram(__dirname, './whisper/whisper.program.ts'),
    files,
    threads: config.PARLEY_STT_THREADS,
    memoryLimitBytes,
    queueLimit: 4 * config.PARLEY_SLOTS,
  };
  const processes = config.PARLEY_STT_PROCESSES;
  const host = createEngineHost({ ...spec, name, processes }, { logger, metrics });
  const partialHost =
    config.PARLEY_STT_PARTIAL_PERCENT === 0
      ? undefined
      : createEngineHost({ ...spec, name: `${name} partials`, nice: partialNice }, { logger, metrics });
  return new WhisperEngine(id, host, processes, partialHost);
}
