import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { scoresSchema, type Scores } from '../scores';
import type { Router } from '../router';
import { parseRouter } from './routers';

export interface RouterFile {
  readonly routers: readonly Router[];
  readonly scores: ConstructorParameters<typeof Scores>[0];
}

const fileSchema = z.strictObject({
  routers: z.array(z.unknown()).default([]),
  scores: scoresSchema.default({}),
});

/** The operator's YAML file of routers and scores. Throws with the field at fault; no file = neither. */
export function readRouterFile(path: string | undefined): RouterFile {
  if (path === undefined) return { routers: [], scores: {} };
  const { data, error } = fileSchema.safeParse(parse(readFileSync(path, 'utf8')) ?? {});
  if (error) throw new Error(`${path}: ${z.prettifyError(error)}`);
  const routers = data.routers.map((value, index) => {
    try {
      return parseRouter(value);
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : 'invalid';
      throw new Error(`${path}: routers[${index}]: ${message}`, { cause });
    }
  });
  const names = routers.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`${path}: the router ${twice} is there twice`);
  return { routers, scores: data.scores };
}
