import { createEngineHost, EngineError, resolveProgram, type EngineHost } from '@parley/engines-kit';
import type { Logger, Registry } from '@parley/telemetry';
import type { Config } from '../../config';
import { spokenGuidance } from '../../prompt/guidance';
import { threadsFor, type LocalCatalog } from './catalog';
import { formatSettings } from './settings';

export interface LocalEngine {
  readonly host: EngineHost;
  /** Settles when the model is loaded or could not be. */
  readonly started: Promise<void>;
  lastUse: number;
}

export interface EnginesOptions {
  readonly config: Config;
  readonly catalog: LocalCatalog;
  readonly logger: Logger;
  readonly metrics: Registry;
}

/** Loading a large model from a cold disk. */
const startTimeoutMs = 120_000;

/** The engine processes of local models: one a model, started at its first use, a few at a time. */
export class LocalEngines {
  readonly #engines = new Map<string, Promise<LocalEngine>>();
  readonly #loaded = new Map<string, LocalEngine>();
  #uses = 0;

  constructor(private readonly options: EnginesOptions) {}

  /** The engine of this model, being started if it has to be. */
  async engine(model: string): Promise<LocalEngine> {
    let engine = this.#engines.get(model);
    if (engine === undefined) {
      await this.#makeRoom();
      engine = this.#engines.get(model) ?? this.#open(model);
      this.#engines.set(model, engine);
      engine.catch(() => this.#engines.delete(model));
    }
    const opened = await engine;
    opened.lastUse = ++this.#uses;
    return opened;
  }

  /** The engine of this model when there is one. */
  loaded(model: string): LocalEngine | undefined {
    return this.#loaded.get(model);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#loaded.values()].map(({ host }) => host.stop()));
  }

  async #open(model: string): Promise<LocalEngine> {
    const { config, catalog, logger, metrics } = this.options;
    const path = await catalog.path(model);
    const host = createEngineHost(
      {
        name: `llm ${model.split('/').at(-1) ?? model}`,
        program: resolveProgram(__dirname, './program.ts'),
        files: { model: path },
        settings: formatSettings({
          sequences: config.PARLEY_LOCAL_SEQUENCES,
          contextTokens: config.PARLEY_LOCAL_CONTEXT_TOKENS,
          maxTokens: config.PARLEY_LOCAL_MAX_TOKENS,
          warmText: spokenGuidance.small,
        }),
        threads: threadsFor(config.PARLEY_LOCAL_THREADS),
        queueLimit: config.PARLEY_LOCAL_QUEUE,
        nice: config.PARLEY_LOCAL_NICE,
        startTimeoutMs,
      },
      { logger, metrics },
    );
    const started = host.start().then(
      (ready) => logger.info({ model, ...ready.facts }, 'local model loaded'),
      (error: unknown) => logger.error({ err: error, model }, 'local model could not be loaded'),
    );
    const engine = { host, started, lastUse: this.#uses };
    this.#loaded.set(model, engine);
    return engine;
  }

  /** Stops the model that was idle longest when as many are in memory as may be. */
  async #makeRoom(): Promise<void> {
    if (this.#engines.size < this.options.config.PARLEY_LOCAL_MODELS_LIMIT) return;
    const [idle] = [...this.#loaded]
      .filter(([, { host }]) => host.running === 0 && host.queued === 0)
      .toSorted(([, a], [, b]) => a.lastUse - b.lastUse);
    if (idle === undefined) {
      throw new EngineError('transient', 'models_busy', 'as many local models as may be loaded are at work');
    }
    const [model, { host }] = idle;
    this.#engines.delete(model);
    this.#loaded.delete(model);
    await host.stop();
  }
}
