/** Deeper than any message; what is deeper is left alone, for its schema to refuse. */
const maxDepth = 16;

/** Inworld takes names as `voiceId` and as `voice_id`: one of them is read here. Values are left alone. */
export function camelKeys(json: unknown): unknown {
  return within(json, maxDepth);
}

function within(json: unknown, depth: number): unknown {
  if (depth === 0 || typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map((value) => within(value, depth - 1));
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [camel(key), within(value, depth - 1)]),
  );
}

const camel = (key: string): string =>
  key.replaceAll(/_([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase());
