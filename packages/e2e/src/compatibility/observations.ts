import fs from 'node:fs';
import path from 'node:path';
import { observedFolder } from '../support/observed';
import type { Observation } from '../support/observed';

export interface Client extends Observation {
  /** In the heads of tables. */
  readonly mark: string;
}

/** In the order of the document. */
const order = [
  'openai',
  'openai-browser',
  'agents-realtime',
  'livekit',
  'openai-beta',
  'openai-realtime-api',
  'inworld',
];

function read(name: string): Observation {
  return JSON.parse(fs.readFileSync(path.join(observedFolder, `${name}.json`), 'utf8')) as Observation;
}

/** Stock clients as they were seen, known ones first. */
export function stockClients(): Client[] {
  const names = fs.readdirSync(observedFolder).map((file) => path.basename(file, '.json'));
  const others = names
    .filter((name) => !order.includes(name) && !name.startsWith('lives-'))
    .sort((a, b) => (a < b ? -1 : 1));
  return [...order, ...others].map((name, index) => ({
    ...read(name),
    mark: String.fromCharCode(65 + index),
  }));
}

/** What the tests of the protocol's own order saw. */
export const lives = (): Observation[] => ['lives-voice', 'lives-responses'].map(read);
