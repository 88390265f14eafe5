import { whole, type Rule } from '../piece';

/** Said wherever they stand between words or numbers. */
const spoken: Readonly<Record<string, string>> = {
  ...{ '&': 'and', '+': 'plus', '=': 'equals', '×': 'times', '÷': 'divided by', '±': 'plus or minus' },
  ...{
    '≈': 'about',
    '≠': 'is not equal to',
    '≤': 'at most',
    '≥': 'at least',
    '∞': 'infinity',
    '√': 'square root of',
  },
  ...{
    π: 'pi',
    '°': 'degrees',
    '§': 'section',
    '@': 'at',
    '%': 'percent',
    $: 'dollars',
    '€': 'euros',
    '£': 'pounds',
  },
  ...{
    '²': 'squared',
    '³': 'cubed',
    '->': 'to',
    '→': 'to',
    '=>': 'gives',
    '<=': 'at most',
    '>=': 'at least',
  },
  ...{ '==': 'equals', '!=': 'is not equal to' },
};

const signs = Object.keys(spoken)
  .toSorted((a, b) => b.length - a.length)
  .map((sign) => sign.replaceAll(/[+$]/g, String.raw`\$&`))
  .join('|');

export const symbolRules: readonly Rule[] = [
  {
    name: 'symbol',
    pattern: new RegExp(signs, 'yu'),
    say: (match) => whole(match, spoken[match[0]] ?? ''),
  },
  {
    name: 'about',
    pattern: /~\s?(?=[$€£]?\d)/uy,
    say: (match) => whole(match, 'about'),
  },
  {
    // Between numbers or spaced: a comparison. Else it was a tag or an arrow.
    name: 'comparison',
    pattern: /(?<=\s)[<>](?=\s)|(?<=^|\s)[<>](?=\s?\d)/uy,
    say: (match) => whole(match, match[0] === '<' ? 'less than' : 'more than'),
  },
  {
    name: 'arithmetic',
    pattern: /(?<=\d\s)([*/−-])(?=\s\d)|(?<=\d)([*^])(?=\d)/uy,
    say: (match) => {
      const names: Readonly<Record<string, string>> = {
        ...{ '*': 'times', '/': 'divided by', '^': 'to the power of' },
      };
      return whole(match, names[match[0]] ?? 'minus');
    },
  },
  {
    name: 'and-or',
    pattern: /(?<=\p{L})\/(?=\p{L})/uy,
    say: (match) => whole(match, /\band$/i.test(match.input.slice(0, match.index)) ? '' : 'or'),
  },
];
