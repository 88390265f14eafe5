/** Inworld takes a format's bare name for the format with its usual rate. */
const names: Readonly<Record<string, object>> = {
  pcm16: { type: 'audio/pcm', rate: 24000 },
  'audio/pcm': { type: 'audio/pcm', rate: 24000 },
  float32: { type: 'audio/float32', rate: 24000 },
  'audio/float32': { type: 'audio/float32', rate: 24000 },
  g711_ulaw: { type: 'audio/pcmu' },
  'audio/pcmu': { type: 'audio/pcmu' },
  g711_alaw: { type: 'audio/pcma' },
  'audio/pcma': { type: 'audio/pcma' },
};

/** Names that are not there become a format of that type, which the GA shape then refuses by its name. */
export const formatToGa = (value: unknown): unknown =>
  typeof value === 'string' ? (Object.hasOwn(names, value) ? names[value] : { type: value }) : value;

/** Inworld's clients may ask for both: speech always comes with its words. */
export const isBoth = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.includes('text') && value.includes('audio');
