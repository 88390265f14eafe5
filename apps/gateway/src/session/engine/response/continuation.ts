/**
 * Another model stream goes on where a lost one stopped. It is given what was written, and may do one of three
 * things: go on from there; begin the same answer again, of which only the rest is new; or say it in other words,
 * which cannot be joined to what was said.
 */
export type Joined =
  /** Too little text to tell. */
  | { readonly kind: 'undecided' }
  /** `rest` follows what was written. */
  | { readonly kind: 'joined'; readonly rest: string }
  | { readonly kind: 'diverged' };

/** So many equal characters at the start are chance (“The …”, “I think …”); more is the same answer again. */
const chanceChars = 16;

export function join(written: string, held: string): Joined {
  const again = held.trimStart();
  if (again.startsWith(written)) return { kind: 'joined', rest: again.slice(written.length) };
  if (written.startsWith(again)) return { kind: 'undecided' };
  if (commonPrefix(written, again) > chanceChars) return { kind: 'diverged' };
  return { kind: 'joined', rest: needsSpace(written, held) ? ` ${held}` : held };
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

const word = /[\p{L}\p{N}]/u;
const endsSentence = /[.!?…,;:]$/u;

function needsSpace(written: string, held: string): boolean {
  const first = held.at(0) ?? '';
  return word.test(first) && (word.test(written.at(-1) ?? '') || endsSentence.test(written));
}
