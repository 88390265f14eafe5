import { splitWords } from '../../transcription/words';

/** What a turn is likely to hold, as the caller says. */
export type ExpectedInput = 'phone' | 'email' | 'code' | 'address';

/** How a transcript stands towards a value that comes in pieces: a number, something spelled, an address. */
export type ValueState = 'none' | 'open' | 'whole';

const digitWords = new Set(
  `zero oh one two three four five six seven eight nine null eins zwei drei vier fünf sechs sieben acht neun un deux
  trois quatre cinq sept huit neuf uno dos tres cuatro cinco seis siete ocho nueve`.split(/\s+/),
);

/** How many figures or letters in a row the text ends in. */
export function trailingUnits(text: string): number {
  const words = splitWords(text);
  let units = 0;
  for (const { key } of words.toReversed()) {
    const bare = key.replace(/[-.,()/+]/gu, '');
    if (/^\p{N}+$/u.test(bare)) units += bare.length;
    else if (digitWords.has(bare) || (/^\p{L}$/u.test(bare) && bare !== 'a' && bare !== 'i')) units += 1;
    else if (/^(?:\p{L}[-.]?){2,}$/u.test(key) && /^\p{L}(?:[-.]\p{L})+\.?$/u.test(key)) units += bare.length;
    else if (bare !== '' && bare !== 'double' && bare !== 'dash' && bare !== 'plus') break;
  }
  return units;
}

/** Shorter runs of figures are counts, years and times. */
const leastRun = 3;
/** National numbers have 7 to 11 figures; nearly all with an area code have 9 or more. */
const wholePhone = 9;

const wholeEmail = /@[\p{L}\p{N}-]+\.\p{L}{2,}\W*$|\b(?:at|@)\b.*\b(?:dot)\s*\p{L}{2,}\W*$/iu;
const openEmail = /@|\b(?:at|dot|underscore|dash)\s*\W*$/iu;
/** A street number and a name, and a place or a code behind them. */
const wholeAddress = /\p{N}.*\p{L}{3,}.*(?:,\s*\p{L}{3,}|\p{N}{4,})/u;

/** Without a hint only a run of figures or letters counts, and it is never known to be whole. */
export function valueState(text: string, expected: readonly ExpectedInput[]): ValueState {
  const units = trailingUnits(text);
  if (expected.includes('email')) {
    if (wholeEmail.test(text.trim())) return 'whole';
    if (openEmail.test(text.trim()) || units >= 1) return 'open';
  }
  if (expected.includes('address') && /\p{N}/u.test(text)) return wholeAddress.test(text) ? 'whole' : 'open';
  if (expected.includes('phone') && units >= 1) return units >= wholePhone ? 'whole' : 'open';
  if (expected.includes('code') && units >= 1) return 'open';
  return expected.length === 0 && units >= leastRun ? 'open' : 'none';
}
