/** Inworld takes names as `voiceId` and as `voice_id`: one of them is read here. Values are left alone. */
export function camelKeys(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(camelKeys);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [camel(key), camelKeys(value)]));
}

const camel = (key: string): string =>
  key.replaceAll(/_([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase());
