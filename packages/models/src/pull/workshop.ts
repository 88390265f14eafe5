import { operatorStore, type OperatorStore } from '../fetch/operator';
import { npmFetcher } from '../fetch/npm';
import type { FetchPackage } from '../fetch/package-tool';
import { pipFetcher } from '../fetch/pip';
import type { Limiter } from './limiter';

/** How packages are got and opened, by kind. */
export interface Fetchers {
  readonly pypi: FetchPackage;
  readonly npm: FetchPackage;
}

export function packageFetchers(env: NodeJS.ProcessEnv): Fetchers {
  return { pypi: pipFetcher(env), npm: npmFetcher(env) };
}

/** What every step of a pull shares. */
export interface Workshop {
  readonly dir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly fetchers: Fetchers;
  readonly operator: OperatorStore | undefined;
  /** Bounds downloads over all models. */
  readonly limiter: Limiter;
  readonly stallMs?: number | undefined;
  readonly retryMs?: number | undefined;
}

export function openOperator(where: string | undefined): OperatorStore | undefined {
  return where === undefined ? undefined : operatorStore(where);
}
