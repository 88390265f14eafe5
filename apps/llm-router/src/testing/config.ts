import { loadEnv } from '@parley/config';
import { configSchema, type Config } from '../config';

/** The configuration of an environment with nothing but these variables. */
export const configOf = (environment: Readonly<Record<string, string>> = {}): Config =>
  loadEnv(configSchema, environment);
