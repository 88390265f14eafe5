import { whole, type Rule } from '../piece';
import { cardinal, decimal, isOne, numberSource } from './numbers';

interface Currency {
  readonly one: string;
  readonly many: string;
  readonly cent?: readonly [one: string, many: string];
}

const dollar: Currency = { one: 'dollar', many: 'dollars', cent: ['cent', 'cents'] };

const currencies: Readonly<Record<string, Currency>> = {
  $: dollar,
  US$: dollar,
  USD: { ...dollar, one: 'US dollar', many: 'US dollars' },
  CA$: { ...dollar, one: 'Canadian dollar', many: 'Canadian dollars' },
  A$: { ...dollar, one: 'Australian dollar', many: 'Australian dollars' },
  '€': { one: 'euro', many: 'euros', cent: ['cent', 'cents'] },
  EUR: { one: 'euro', many: 'euros', cent: ['cent', 'cents'] },
  '£': { one: 'pound', many: 'pounds', cent: ['penny', 'pence'] },
  GBP: { one: 'pound', many: 'pounds', cent: ['penny', 'pence'] },
  '¥': { one: 'yen', many: 'yen' },
  JPY: { one: 'yen', many: 'yen' },
  CNY: { one: 'yuan', many: 'yuan' },
  '₹': { one: 'rupee', many: 'rupees', cent: ['paisa', 'paise'] },
  INR: { one: 'rupee', many: 'rupees', cent: ['paisa', 'paise'] },
  '₩': { one: 'won', many: 'won' },
  '₽': { one: 'ruble', many: 'rubles' },
  CHF: { one: 'Swiss franc', many: 'Swiss francs' },
  '₿': { one: 'bitcoin', many: 'bitcoins' },
};

const magnitudes: Readonly<Record<string, string>> = {
  k: 'thousand',
  thousand: 'thousand',
  m: 'million',
  mm: 'million',
  mn: 'million',
  million: 'million',
  b: 'billion',
  bn: 'billion',
  billion: 'billion',
  t: 'trillion',
  trillion: 'trillion',
};

const escaped = Object.keys(currencies).map((sign) => sign.replace('$', String.raw`\$`));
const signSource = `(${escaped.toSorted((a, b) => b.length - a.length).join('|')})`;
const magnitudeSource = String.raw`(?:\s?(k|K|mm|mn|bn|M|B|T|m|b|thousand|million|billion|trillion)(?!\p{L}))?`;

function amount(currency: Currency, written: string, magnitude: string | undefined): string {
  if (magnitude !== undefined) {
    return `${decimal(written)} ${magnitudes[magnitude.toLowerCase()] ?? ''} ${currency.many}`;
  }
  const [units = '0', fraction] = written.split('.');
  const name = isOne(units.replaceAll(',', '')) ? currency.one : currency.many;
  if (fraction === undefined || /^0+$/.test(fraction)) return `${cardinal(units)} ${name}`;
  if (currency.cent === undefined || fraction.length !== 2) return `${decimal(written)} ${currency.many}`;
  const cents = Number(fraction);
  const small = `${cardinal(String(cents))} ${cents === 1 ? currency.cent[0] : currency.cent[1]}`;
  return units === '0' ? small : `${cardinal(units)} ${name} and ${small}`;
}

function say(match: RegExpExecArray, sign: string, written: string, magnitude: string | undefined) {
  const currency = currencies[sign];
  return currency === undefined ? undefined : whole(match, amount(currency, written, magnitude));
}

export const moneyRules: readonly Rule[] = [
  {
    name: 'money-range',
    pattern: new RegExp(
      `${signSource}\\s?(${numberSource})\\s?[-–—]\\s?\\1?(${numberSource})${magnitudeSource}(?![-\\d])`,
      'yu',
    ),
    say([text, sign = '', from = '', to = '', magnitude]) {
      const currency = currencies[sign];
      return currency && [[text, `${decimal(from)} to ${amount(currency, to, magnitude)}`]];
    },
  },
  {
    name: 'money',
    pattern: new RegExp(`${signSource}\\s?(${numberSource})${magnitudeSource}(?!\\d)`, 'yu'),
    say: (match) => say(match, match[1] ?? '', match[2] ?? '', match[3]),
  },
  {
    name: 'money-after',
    pattern: new RegExp(`(${numberSource})${magnitudeSource}\\s?${signSource}(?![\\p{L}\\d])`, 'yu'),
    say: (match) => say(match, match[3] ?? '', match[1] ?? '', match[2]),
  },
  {
    name: 'cents',
    pattern: new RegExp(`(${numberSource})\\s?¢`, 'yu'),
    say: (match) => whole(match, `${decimal(match[1] ?? '')} ${match[1] === '1' ? 'cent' : 'cents'}`),
  },
];
