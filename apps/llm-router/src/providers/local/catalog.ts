import os from 'node:os';
import { EngineError } from '@parley/engines-kit';
import { isInCache, ModelError, resolveModel } from '@parley/models';
import type { Config } from '../../config';
import { splitModelId } from '../../models/model-id';
import type { ModelInfo } from '../provider';

/** Models of @parley/models that are chat models in GGUF form. */
const packaged: readonly ModelInfo[] = [
  { name: 'qwen2.5-coder-0.5b', contextTokens: 32_768, tools: true, images: false },
  { name: 'smollm2-135m', contextTokens: 8_192, tools: false, images: false },
];

/** The local models that may be asked for: a caller can never name a file of its own. */
export class LocalCatalog {
  readonly #paths: ReadonlyMap<string, string>;
  readonly #contextTokens: number;

  constructor(
    config: Pick<Config, 'PARLEY_LOCAL_GGUF' | 'PARLEY_LLM_MODEL' | 'PARLEY_LOCAL_CONTEXT_TOKENS'>,
    private readonly isHere: (model: string) => boolean = isInCache,
  ) {
    this.#contextTokens = config.PARLEY_LOCAL_CONTEXT_TOKENS;
    const given = config.PARLEY_LOCAL_GGUF.split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
      .map((entry): [string, string] => {
        const split = entry.indexOf('=');
        if (split < 1)
          throw new Error(`PARLEY_LOCAL_GGUF: "${entry}" is not of the form name=/path/model.gguf`);
        return [entry.slice(0, split), entry.slice(split + 1)];
      });
    const chosen = splitModelId(config.PARLEY_LLM_MODEL);
    const byPath = chosen?.provider === 'local' && chosen.model.startsWith('/') ? [chosen.model] : [];
    this.#paths = new Map([...given, ...byPath.map((path): [string, string] => [path, path])]);
  }

  /** Those whose files are here: what is not would fail whoever is given it unasked. */
  models(): readonly ModelInfo[] {
    return this.#named().filter(({ name }) => this.#paths.has(name) || this.isHere(name));
  }

  /** With the context that a conversation has here, which is what memory was set aside for. */
  #named(): readonly ModelInfo[] {
    const most = this.#contextTokens;
    const own = [...this.#paths.keys()].map((name) => ({
      name,
      contextTokens: most,
      tools: false,
      images: false,
    }));
    const known = packaged.map((model) => ({ ...model, contextTokens: Math.min(model.contextTokens, most) }));
    return [...known, ...own];
  }

  /** @throws EngineError caller_fault `unknown_model` */
  check(model: string): void {
    if (this.#named().some(({ name }) => name === model)) return;
    const names = this.#named().map(({ name }) => `local/${name}`);
    throw new EngineError(
      'caller_fault',
      'unknown_model',
      `there is no local model "${model}"; there are ${names.join(', ')}`,
    );
  }

  /** The verified file of a model. @throws EngineError */
  async path(model: string): Promise<string> {
    this.check(model);
    const given = this.#paths.get(model);
    if (given !== undefined) return given;
    try {
      const { model: file } = await resolveModel(model);
      if (file !== undefined) return file;
    } catch (cause) {
      if (!(cause instanceof ModelError)) throw cause;
      throw new EngineError('model_gone', 'model_file', cause.message, { cause });
    }
    throw new EngineError('model_gone', 'model_file', `the model ${model} has no file`);
  }
}

/** Threads for one local model: every core, as a token is waited for; beyond four they gain little. */
export const threadsFor = (setting: number): number => setting || Math.min(os.availableParallelism(), 4);
