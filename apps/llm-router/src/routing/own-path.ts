import { toSnake } from './key-case';

type Path = readonly PropertyKey[];

/**
 * A path of what was read as the client wrote it: its keys in the client's case, and without the `route` or `variant`
 * that it left out, with the `route` that need not be there. Of what the client did not write, as the schema has it.
 */
export function ownPath(value: unknown, path: Path): PropertyKey[] {
  const own: PropertyKey[] = [];
  let at: unknown = value;
  for (const [index, key] of path.entries()) {
    const wrapped = keyIn(at, key) === undefined ? keyIn(at, 'route') : undefined;
    if (wrapped !== undefined && keyIn(valueAt(at, wrapped), key) !== undefined) {
      own.push(wrapped);
      at = valueAt(at, wrapped);
    }
    const found = keyIn(at, key);
    if (found === undefined) {
      if (index < path.length - 1 && isLeftOut(at, key)) continue;
      return [...own, ...path.slice(index)];
    }
    own.push(found);
    at = valueAt(at, found);
  }
  return own;
}

/** `routes[0].defaultRoute` */
export const pathText = (path: Path): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');

const valueAt = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

const isLeftOut = (value: unknown, key: PropertyKey): boolean =>
  typeof value === 'object' && value !== null && (key === 'route' || key === 'variant');

function keyIn(value: unknown, key: PropertyKey): PropertyKey | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (typeof key !== 'string') return key in value ? key : undefined;
  return Object.keys(value).find((own) => own === key || toSnake(own) === key);
}
