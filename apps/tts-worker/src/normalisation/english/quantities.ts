import { whole, type Rule } from '../piece';
import { cardinal, decimal, digitByDigit, isOne, isYear, numberSource, ordinal, year } from './numbers';
import { unitOf, unitSource } from './units';

const notInWord = String.raw`(?![\p{L}\d])`;

const measured = (number: string, sign: string): string => {
  const unit = unitOf(sign);
  return `${decimal(number)} ${(isOne(number) ? unit?.one : unit?.many) ?? ''}`;
};

const unitRule: Rule = {
  name: 'unit',
  pattern: new RegExp(`(${numberSource})\\s?${unitSource}${notInWord}`, 'yu'),
  say: (match) => whole(match, measured(match[1] ?? '', match[2] ?? '')),
};

const percent: Rule = {
  name: 'percent',
  pattern: new RegExp(`(${numberSource})\\s?%`, 'yu'),
  say: (match) => whole(match, `${decimal(match[1] ?? '')} percent`),
};

/** "5-10" → "five to"; the second number is read with what follows it. */
const range: Rule = {
  name: 'range',
  pattern: new RegExp(`(${numberSource})(\\s?[-–—]\\s?)(?=${numberSource}(?![-–—/:\\d]|\\.\\d|\\s*=))`, 'yu'),
  say: ([, from = '', dash = '']) => [
    [from, isYear(from) ? year(from) : decimal(from)],
    [dash, 'to'],
  ],
};

const ordinals: Rule = {
  name: 'ordinal',
  pattern: new RegExp(String.raw`(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)${notInWord}`, 'iyu'),
  say: (match) => whole(match, ordinal(match[1] ?? '')),
};

const denominators: Readonly<Record<string, string>> = { 2: 'half', 4: 'quarter' };

function fraction(over: string, under: string): string {
  const name = denominators[under] ?? ordinal(under);
  const plural = name === 'half' ? 'halves' : `${name}s`;
  return `${cardinal(over)} ${over === '1' ? name : plural}`;
}

const fractions: Rule = {
  name: 'fraction',
  pattern: /(?:(\d+)\s+)?(\d{1,2})\/(\d{1,3})(?![\d/]|\.\d)/uy,
  say(match) {
    const [, units, over = '', under = ''] = match;
    const proper = Number(over) < Number(under) && Number(over) > 0 && Number(under) <= 100;
    if (!proper)
      return units === undefined ? whole(match, `${cardinal(over)} over ${cardinal(under)}`) : undefined;
    const spoken = fraction(over, under);
    return whole(
      match,
      units === undefined ? spoken : `${cardinal(units)} and ${spoken.replace(/^one half/, 'a half')}`,
    );
  },
};

const signs: Readonly<Record<string, string>> = {
  ...{ '½': 'a half', '⅓': 'one third', '⅔': 'two thirds', '¼': 'a quarter', '¾': 'three quarters' },
  ...{ '⅛': 'one eighth', '⅜': 'three eighths', '⅝': 'five eighths', '⅞': 'seven eighths', '⅕': 'one fifth' },
};

const vulgar: Rule = {
  name: 'vulgar-fraction',
  pattern: /(\d+)?\s?([½⅓⅔¼¾⅛⅜⅝⅞⅕])/uy,
  say: (match) => {
    const spoken = signs[match[2] ?? ''] ?? '';
    return whole(match, match[1] === undefined ? spoken : `${cardinal(match[1])} and ${spoken}`);
  },
};

/** "1.2.3", 192.168.0.1: versions and addresses. */
const dotted: Rule = {
  name: 'dotted',
  pattern: /\d+(?:\.\d+){2,}(?![\d-])/uy,
  say: (match) =>
    whole(
      match,
      match[0]
        .split('.')
        .map((part) => cardinal(part))
        .join(' dot '),
    ),
};

const phone: Rule = {
  name: 'phone',
  pattern:
    /(?:\+\d{1,3}[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]\d{4}(?![\d-])|\d{3}-\d{4}(?![\d-])|\+\d[\d\s-]{6,16}\d(?!\d)/uy,
  say(match) {
    const groups = match[0].match(/\d+/g) ?? [];
    const spoken = groups.map((group) => digitByDigit(group)).join(', ');
    return whole(match, match[0].startsWith('+') ? `plus ${spoken}` : spoken);
  },
};

/** "Call 911". */
const emergency: Rule = {
  name: 'emergency',
  pattern: /(?<=(?:call|dial|text|calling|dialing)\s+)(911|112|999|988|311|411)(?![\d.]\d)/iuy,
  say: (match) => whole(match, digitByDigit(match[0])),
};

const numbered: Rule = {
  name: 'numbered',
  pattern: /(?:#|[Nn]o\.\s?|№\s?)(\d+)/uy,
  say: (match) => whole(match, `number ${cardinal(match[1] ?? '')}`),
};

const ratio: Rule = {
  name: 'ratio',
  pattern: /(\d+):(\d+)(?![\d:])/uy,
  say: (match) => whole(match, `${cardinal(match[1] ?? '')} to ${cardinal(match[2] ?? '')}`),
};

const negative: Rule = {
  name: 'negative',
  pattern: new RegExp(`(?<=^|[\\s(:=])[-−](?=${numberSource})`, 'yu'),
  say: (match) => whole(match, 'minus'),
};

/** "4K", "v2", "3D", "GPT4": digits apart from letters. */
const mixed: Rule = {
  name: 'mixed',
  pattern: /(?=\p{L}*\d)(?=\d*\p{L})[\p{L}\d]+(?![\p{L}\d])/uy,
  say: (match) => {
    const runs = match[0].match(/\d+|[^\d]+/g) ?? [];
    return whole(match, runs.map((run) => (/\d/.test(run) ? cardinal(run) : run)).join(' '));
  },
};

const leadingPoint: Rule = {
  name: 'leading-point',
  pattern: /(?<![\p{L}\d])\.\d+(?![\d.])/uy,
  say: (match) => whole(match, decimal(match[0])),
};

const plain: Rule = {
  name: 'number',
  pattern: new RegExp(numberSource, 'yu'),
  say: (match) => whole(match, isYear(match[0]) ? year(match[0]) : decimal(match[0])),
};

/** In the order they are tried. */
export const quantityRules: readonly Rule[] = [
  ...[emergency, phone, dotted, percent, unitRule, range, ordinals, fractions, vulgar, ratio, numbered],
  ...[negative, leadingPoint, mixed, plain],
];
