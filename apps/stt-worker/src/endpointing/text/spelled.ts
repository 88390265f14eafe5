import { splitWords } from '../../transcription/words';

/** What a turn is likely to hold, as the caller says. */
export type ExpectedInput = 'phone' | 'email' | 'code' | 'address';

/** How a transcript stands towards a value that comes in pieces: a number, something spelled, an address. */
export type ValueState = 'none' | 'doubtful' | 'open' | 'whole';

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

/** Nothing else was said. */
const onlyUnits = (text: string): boolean => splitWords(text).every(({ key }) => trailingUnits(key) > 0);

/** Shorter runs of figures are counts, years and times. */
const leastRun = 3;
/** Nobody counts so far: more figures in a row are a number that is dialled or typed. */
const surelyValue = 4;
/** National numbers have 7 to 11 figures; nearly all with an area code have 9 or more. */
const wholePhone = 9;

const wholeEmail = /@[\p{L}\p{N}-]+\.\p{L}{2,}\W*$|\b(?:at|@)\b.*\b(?:dot)\s*\p{L}{2,}\W*$/iu;
const openEmail = /@|\b(?:dot|underscore|dash)\s*\W*$|\bmail\b.*\bat\W*$/iu;
/** A street number and a name, and a place or a code behind them. */
const wholeAddress = /\p{N}.*\p{L}{3,}.*(?:,\s*\p{L}{3,}|\p{N}{4,})/u;
const openAddress = /\b(?:street|avenue|road|lane|drive|straße|strasse|rue|calle|via)\b/iu;
/** Times and years. */
const ordinary = /(?:\b\p{N}{1,2}[:.]\p{N}{2}|\b(?:19|20)\p{N}{2})\W*$/u;

/** A run of figures is never known to be whole unless a telephone number is expected. */
export function valueState(text: string, expected: readonly ExpectedInput[]): ValueState {
  const trimmed = text.trim();
  const units = ordinary.test(trimmed) ? 0 : trailingUnits(trimmed);
  if (expected.includes('email')) {
    if (wholeEmail.test(trimmed)) return 'whole';
    if (openEmail.test(trimmed)) return 'open';
  }
  if (expected.includes('address') && openAddress.test(trimmed)) {
    return wholeAddress.test(trimmed) ? 'whole' : 'open';
  }
  // Three figures are the first group of a number that is waited for.
  if (expected.includes('phone') && units >= leastRun) return units >= wholePhone ? 'whole' : 'open';
  if (expected.length > 0 && units >= surelyValue) return 'open';
  // The first of a number, or a count of something else.
  const inFigures = expected.includes('phone') || expected.includes('code');
  if (inFigures && units > 0 && units < leastRun && onlyUnits(trimmed)) return 'doubtful';
  // As long as a telephone number it may well be one.
  return units >= leastRun && units < wholePhone ? 'doubtful' : 'none';
}
