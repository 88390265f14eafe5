/** Whisper reads at most 224 tokens of prompt, and each costs time. */
const longestPrompt = 300;

interface Context {
  /** The caller's own: what the conversation is about. */
  readonly prompt: string;
  readonly keywords: readonly string[];
}

/**
 * What the recogniser is told before a stretch: the caller's own prompt, the words that are likely to be said, then the
 * end of what was said before it in the same turn. Nothing is carried from turn to turn: an error would breed in the
 * next.
 */
export function promptFor({ prompt, keywords }: Context, previousText: string): string {
  const room = longestPrompt - prompt.length;
  const carried = room < 20 ? '' : lastWords(previousText, room);
  const expected = keywords.length === 0 ? '' : `${keywords.join(', ')}.`;
  return [prompt.slice(0, longestPrompt), expected, carried].filter((part) => part !== '').join(' ');
}

function lastWords(text: string, room: number): string {
  if (text.length <= room) return text;
  const tail = text.slice(-room);
  const space = tail.search(/\s/u);
  return space < 0 ? tail : tail.slice(space + 1);
}
