import { addressRules } from '../common/addresses';
import type { Rule } from '../piece';
import { dateRules } from './dates';
import { moneyRules } from './money';
import { quantityRules } from './quantities';
import { symbolRules } from './symbols';
import { timeRules } from './times';
import { joinedRules, wordRules } from './words';

/** In the order they are tried: the more special first. */
export const englishRules: readonly Rule[] = [
  ...addressRules({ dot: 'dot', at: 'at', slash: 'slash', dash: 'dash', underscore: 'underscore' }),
  ...wordRules,
  ...dateRules,
  ...timeRules,
  ...moneyRules,
  ...quantityRules.filter(({ name }) => name !== 'mixed' && name !== 'number'),
  ...joinedRules,
  ...quantityRules.filter(({ name }) => name === 'mixed' || name === 'number'),
  ...symbolRules,
];
