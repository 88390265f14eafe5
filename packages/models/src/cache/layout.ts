import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const environmentSchema = z.object({
  PARLEY_MODELS_DIR: z.string().optional(),
  PARLEY_MODELS_SOURCE: z.string().optional(),
  XDG_CACHE_HOME: z.string().optional(),
});

export interface ModelsEnvironment {
  /** Absolute path of the cache, shared by all services. */
  readonly dir: string;
  /** The operator's own source: a folder or an http(s) prefix. */
  readonly operatorSource: string | undefined;
}

/** PARLEY_MODELS_DIR, else `parley/models` under the user's cache folder; and PARLEY_MODELS_SOURCE. */
export function modelsEnvironment(env: NodeJS.ProcessEnv = process.env): ModelsEnvironment {
  const parsed = environmentSchema.parse(env);
  const cacheHome = parsed.XDG_CACHE_HOME || join(homedir(), '.cache');
  return {
    dir: resolve(parsed.PARLEY_MODELS_DIR || join(cacheHome, 'parley', 'models')),
    operatorSource: parsed.PARLEY_MODELS_SOURCE || undefined,
  };
}

/** What ships with this package, laid out as the cache is. */
export const bundledDir = join(__dirname, '..', '..', 'data');

/** A file services may use lies here once verified: `<dir>/<model>/<name>`. */
export function filePath(dir: string, model: string, name: string): string {
  return join(dir, model, name);
}

/** Record that a file was hashed and found right, and what it then looked like. */
export function stampPath(dir: string, model: string, name: string): string {
  return join(dir, model, `.${name}.verified`);
}

/** Where a model is put together; kept over an interrupted pull, removed once the model is complete. */
export function downloadsDir(dir: string, model: string): string {
  return join(dir, '.downloads', model);
}

export function lockPath(dir: string, model: string): string {
  return join(dir, '.locks', model);
}
