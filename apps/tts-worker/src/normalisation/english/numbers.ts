import { ToWords } from 'to-words/en-US';

const words = new ToWords();

/** Longer numbers are read digit by digit: nobody follows "quadrillion". */
const longestSpoken = 15;

/** "1,234" → "one thousand two hundred thirty four". */
export function cardinal(written: string): string {
  const digits = written.replaceAll(',', '');
  if (digits.length > longestSpoken || /^0\d/.test(digits)) return digitByDigit(digits);
  return words.convert(BigInt(digits)).toLowerCase();
}

/** "21" → "twenty first". */
export function ordinal(written: string): string {
  const digits = written.replaceAll(',', '');
  return digits.length > longestSpoken ? digitByDigit(digits) : words.toOrdinal(BigInt(digits)).toLowerCase();
}

/** "2024" → "two zero two four"; marks in between are dropped. */
export const digitByDigit = (written: string): string =>
  (written.match(/\d/g) ?? []).map((digit) => cardinal(digit)).join(' ');

/** "1,234.50" → "one thousand two hundred thirty four point five zero". */
export function decimal(written: string): string {
  const [whole = '0', fraction] = written.split('.');
  const before = whole === '' ? '' : `${cardinal(whole)} `;
  return fraction === undefined ? before.trim() : `${before}point ${digitByDigit(fraction)}`;
}

/** "2024" → "twenty twenty four", "2005" → "two thousand five", "1905" → "nineteen oh five". */
export function year(written: string): string {
  const [century, rest] = [Math.floor(Number(written) / 100), Number(written) % 100];
  if (century % 10 === 0 && rest < 10) return cardinal(written);
  if (rest === 0) return `${cardinal(String(century))} hundred`;
  return `${cardinal(String(century))} ${rest < 10 ? `oh ${cardinal(String(rest))}` : cardinal(String(rest))}`;
}

export const isYear = (written: string): boolean => /^(1[1-9]|20)\d\d$/.test(written);

/** "1990" → "nineteen nineties". */
export function decade(written: string): string {
  const spoken = written.length === 4 && !written.endsWith('00') ? year(written) : cardinal(written);
  return spoken.endsWith('y') ? `${spoken.slice(0, -1)}ies` : `${spoken}s`;
}

/** Whether a thing so many is named in the singular. */
export const isOne = (written: string): boolean => /^1(\.0+)?$/.test(written);

/** The plain number as rules write it: 1,234.5 */
export const numberSource = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
