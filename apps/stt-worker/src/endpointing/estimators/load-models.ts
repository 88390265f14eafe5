import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { linearModelSchema } from '../text/linear-model';
import type { EndModels } from './estimators';

/** Beside `src` and `dist`: weights are data. */
export const dataFolder = join(__dirname, '..', '..', '..', 'data');

const fusedSchema = z.strictObject({
  text: linearModelSchema,
  sound: linearModelSchema,
  'text+sound': linearModelSchema,
  'sound+smart': linearModelSchema,
  'text+sound+smart': linearModelSchema,
  read: linearModelSchema,
  'read+sound': linearModelSchema,
  'read+sound+smart': linearModelSchema,
});

const read = (name: string): unknown => JSON.parse(readFileSync(join(dataFolder, name), 'utf8'));

let own: EndModels | undefined;

/** The weights that ship with the worker. */
export function endModels(): EndModels {
  own ??= {
    endings: linearModelSchema.parse(read('endings-en.json')),
    fused: fusedSchema.parse(read('end-of-turn.json')),
  };
  return own;
}
