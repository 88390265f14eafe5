import type { PlainFrame } from '../sse';

/**
 * A choice with a piece of text and nothing else, which nearly every chunk is. Inside of a JSON string its quotes would
 * be escaped, so this cannot be found there.
 */
const plainChoice =
  /"choices":\[\{"index":0,"delta":\{(?:"role":"assistant",)?"content":"((?:[^"\\]|\\.)*)"\},(?:"logprobs":null,)?"finish_reason":null\}\](?:,"usage":null)?[,}]/;

/** The choice's part before its text. */
const contentKey = '"content":"';

/** Beside the text these would have to be read too. */
const more = /"usage":\{|"error":/;

export interface PlainText {
  readonly text: string;
  /** Of this chunk, and most likely of those that follow it. */
  readonly frame: PlainFrame;
}

/** The text of a chunk that holds nothing else; undefined = it must be parsed. */
export function plainText(data: string): PlainText | undefined {
  const match = plainChoice.exec(data);
  if (match === null) return undefined;
  const [choice, written = ''] = match;
  const from = match.index + choice.indexOf(contentKey) + contentKey.length;
  const [before, after] = [data.slice(0, from), data.slice(from + written.length)];
  if (more.test(before) || more.test(after)) return undefined;
  const text = written.includes('\\') ? String(JSON.parse(`"${written}"`)) : written;
  return { text, frame: { before: `data: ${before}`, after: `${after}\n\n` } };
}
