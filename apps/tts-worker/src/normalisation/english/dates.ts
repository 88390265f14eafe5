import { whole, type Rule, type Saying } from '../piece';
import { cardinal, decade, isYear, ordinal, year } from './numbers';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const monthSource = `(${months.map((month) => (month === 'May' ? month : `${month}|${month.slice(0, 3)}\\.?`)).join('|')}|Sept\\.?)`;

const monthName = (written: string): string =>
  months.find((month) => month.startsWith(written.slice(0, 3))) ?? written;

const isDay = (written: string): boolean => Number(written) >= 1 && Number(written) <= 31;

const yearSaying = (written: string | undefined): Saying =>
  written === undefined ? [] : [[written, isYear(written) ? year(written) : cardinal(written)]];

/** "March 5th, 2024", "Jan. 2". */
const monthFirst: Rule = {
  name: 'month-day',
  pattern: new RegExp(
    `${monthSource}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]\\d)(?!\\d|\\s?[ap]\\.?m)(?:,?\\s+(\\d{4})(?![\\d,]))?`,
    'yu',
  ),
  say: ([, month = '', day = '', inYear]) =>
    isDay(day)
      ? [
          [month, monthName(month)],
          [day, `${ordinal(day)}${inYear === undefined ? '' : ','}`],
          ...yearSaying(inYear),
        ]
      : undefined,
};

/** "5 March 2024", "the 5th of March". */
const dayFirst: Rule = {
  name: 'day-month',
  pattern: new RegExp(
    `(\\d{1,2})(?:st|nd|rd|th)?\\s+(of\\s+)?${monthSource}(?!\\p{L})(?:,?\\s+(\\d{4})(?!\\d))?`,
    'yu',
  ),
  say(match) {
    const [, day = '', of, month = '', inYear] = match;
    if (!isDay(day)) return undefined;
    const the = /\bthe\s+$/i.test(match.input.slice(0, match.index)) ? '' : 'the ';
    return [
      [day, `${the}${ordinal(day)}${of === undefined ? ' of' : ''}`],
      ...(of === undefined ? [] : ([['of', 'of']] as const)),
      [month, monthName(month)],
      ...yearSaying(inYear),
    ];
  },
};

const monthYear: Rule = {
  name: 'month-year',
  pattern: new RegExp(`${monthSource},?\\s+((?:1[1-9]|20)\\d\\d)(?!\\d)`, 'yu'),
  say: ([, month = '', inYear = '']) => [
    [month, monthName(month)],
    [inYear, year(inYear)],
  ],
};

function numeric(match: RegExpExecArray, month: string, day: string, inYear: string): Saying | undefined {
  const name = months[Number(month) - 1];
  if (name === undefined || !isDay(day)) return undefined;
  const full = inYear.length === 2 ? `20${inYear}` : inYear;
  return whole(match, `${name} ${ordinal(day)}, ${year(full)}`);
}

const isoDate: Rule = {
  name: 'iso-date',
  pattern: /(\d{4})-(\d{2})-(\d{2})(?![\d-])/uy,
  say: (match) => numeric(match, match[2] ?? '', match[3] ?? '', match[1] ?? ''),
};

/** Month first, as Americans write it; the other way round when that is the only way to read it. */
const slashDate: Rule = {
  name: 'slash-date',
  pattern: /(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/uy,
  say: (match) =>
    numeric(match, match[1] ?? '', match[2] ?? '', match[3] ?? '') ??
    numeric(match, match[2] ?? '', match[1] ?? '', match[3] ?? ''),
};

const decades: Rule = {
  name: 'decade',
  pattern: /['’]?((?:1[1-9]|20)?\d0)['’]?s(?![\p{L}\d])/uy,
  say: (match) => whole(match, decade(match[1] ?? '')),
};

const yearRange: Rule = {
  name: 'year-range',
  pattern: /((?:1[1-9]|20)\d\d)\s?[-–—]\s?((?:1[1-9]|20)\d\d)(?![\d-])/uy,
  say: (match) => whole(match, `${year(match[1] ?? '')} to ${year(match[2] ?? '')}`),
};

export const dateRules: readonly Rule[] = [
  isoDate,
  slashDate,
  monthFirst,
  dayFirst,
  monthYear,
  yearRange,
  decades,
];
