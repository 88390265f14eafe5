/**
 * Strict base64 of RFC 4648 §4 (standard alphabet, padding, no whitespace). Returns undefined for anything else.
 * Node's decoder skips what it does not know, so a foreign character shows as a missing byte; only the URL-safe
 * alphabet, which it knows, has to be looked for. With `into` the bytes are a view of it, if they fit.
 */
export function decodeBase64(text: string, into?: Buffer): Buffer | undefined {
  const bytes = base64Bytes(text);
  if (bytes === undefined || text.includes('-') || text.includes('_')) return undefined;
  const fits = into !== undefined && bytes <= into.length;
  const decoded = fits ? into.subarray(0, into.write(text, 'base64')) : Buffer.from(text, 'base64');
  return decoded.length === bytes ? decoded : undefined;
}

/** How many bytes `text` decodes to if it is valid; undefined when its length alone shows that it is not. */
export function base64Bytes(text: string): number | undefined {
  if (text.length % 4 !== 0) return undefined;
  if (text.length === 0) return 0;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}

export const isBase64 = (text: string): boolean => decodeBase64(text) !== undefined;
