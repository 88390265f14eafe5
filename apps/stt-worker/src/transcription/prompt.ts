/** Whisper reads at most 224 tokens of prompt, and each costs time. */
const longestPrompt = 300;

/**
 * What the recogniser is told before a stretch: the caller's own prompt (names, terms), then the end of what was
 * said before it in the same turn. Nothing is carried from turn to turn: an error would breed in the next.
 */
export function promptFor(callerPrompt: string, previousText: string): string {
  const room = longestPrompt - callerPrompt.length;
  const carried = room < 20 ? '' : lastWords(previousText, room);
  return [callerPrompt.slice(0, longestPrompt), carried].filter((part) => part !== '').join(' ');
}

function lastWords(text: string, room: number): string {
  if (text.length <= room) return text;
  const tail = text.slice(-room);
  const space = tail.search(/\s/u);
  return space < 0 ? tail : tail.slice(space + 1);
}
