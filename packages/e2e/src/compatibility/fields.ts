import { clientEventSchemas, unsupported } from '@parley/protocol';
import { z } from 'zod';

/** Beyond the reference, for clients that asked for it. */
const own = /^(session|item|response\.input\[\])\.parley/;

interface Schema {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** The paths of all fields that events of this type may have, from the schemas; pure objects by their fields alone. */
export function fieldsOf(type: keyof typeof clientEventSchemas): string[] {
  const paths = new Map<string, Set<string>>();
  const schema = z.toJSONSchema(clientEventSchemas[type], { io: 'input', unrepresentable: 'any' });
  collect(schema as Schema, '', paths);
  const all = [...paths.keys()].filter((path) => !['', 'type', 'event_id'].includes(path) && !own.test(path));
  const hasFields = (path: string): boolean =>
    all.some((other) => other.startsWith(`${path}.`) || other.startsWith(`${path}[].`));
  return all.filter(
    (path) => !path.endsWith('[]') && (!hasFields(path) || paths.get(path)?.has('scalar') === true),
  );
}

/** Every path with the kinds of values it takes. */
function collect(schema: Schema, at: string, into: Map<string, Set<string>>): void {
  const kinds = into.get(at) ?? new Set<string>();
  into.set(at, kinds);
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  if (types.some((type) => !['object', 'array', 'null'].includes(type))) kinds.add('scalar');
  for (const branch of schema.anyOf ?? schema.oneOf ?? []) collect(branch, at, into);
  if (schema.items !== undefined) collect(schema.items, `${at}[]`, into);
  for (const [key, inner] of Object.entries(schema.properties ?? {}))
    collect(inner, at === '' ? key : `${at}.${key}`, into);
}

/** Refused whatever its value, but for one that asks for nothing. */
export function refusalOf(type: string, path: string): string | undefined {
  return unsupported.find(
    (entry) => (entry.events as readonly string[]).includes(type) && entry.path.replace(/\[\]$/, '') === path,
  )?.what;
}

export const clientEventTypes = Object.keys(clientEventSchemas) as (keyof typeof clientEventSchemas)[];
