/** No router is nested deeper; what is, is left for its schema to refuse. */
const maxDepth = 20;

/** Keys in which case does not say anything: Inworld's routers mix `text_generation_config` and `defaultRoute`. */
export function toSnakeKeys(value: unknown, depth = 0): unknown {
  if (depth > maxDepth) return value;
  if (Array.isArray(value)) return value.map((inner) => toSnakeKeys(inner, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [toSnake(key), toSnakeKeys(inner, depth + 1)]),
  );
}

export const toSnake = (key: string): string =>
  key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
