/** Deep structures overflow the stack of recursive code (JSON.stringify is one) long after they were let in. */
const maxDepth = 64;

export function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth < maxDepth && level.length > 0; depth++) {
    level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []));
  }
  return level.length === 0;
}
