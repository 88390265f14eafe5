import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, wherever it was cloned. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Stamps, logs and the data of NATS and Redis started here; never committed. */
export const stateDir = path.join(root, '.parley');

export const fromRoot = (...parts) => path.join(root, ...parts);
