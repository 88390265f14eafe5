import { whole, type Rule } from '../piece';
import { cardinal } from './numbers';

/** "a" or "p", as it is written after a time. */
const halfSource = String.raw`(?:\s?([ap])(?:\.\s?m\.?|m)(?![\p{L}\d]))`;

const minutes = (written: string): string => {
  if (written === '00') return '';
  return written.startsWith('0') ? ` oh ${cardinal(written.slice(1))}` : ` ${cardinal(written)}`;
};

/** "3:30 p.m.", "15:00", "9:05". */
const clock: Rule = {
  name: 'clock',
  pattern: new RegExp(String.raw`([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?(?![\d:])${halfSource}?`, 'iyu'),
  mayEndSentence: 'before-capital',
  say(match) {
    const [, hour = '', minute = '', second, half] = match;
    const hours = cardinal(String(Number(hour)));
    const seconds = second === undefined ? '' : ` and ${cardinal(String(Number(second)))} seconds`;
    if (half !== undefined)
      return whole(match, `${hours}${minutes(minute)}${seconds} ${half.toUpperCase()}M`);
    if (minute !== '00') return whole(match, `${hours}${minutes(minute)}${seconds}`);
    if (second !== undefined) return whole(match, `${hours} hours${seconds}`);
    return whole(match, Number(hour) >= 1 && Number(hour) <= 12 ? `${hours} o'clock` : `${hours} hundred`);
  },
};

/** "3pm", "11 a.m.". */
const hourOnly: Rule = {
  name: 'hour',
  pattern: new RegExp(String.raw`(1[0-2]|[1-9])${halfSource}`, 'iyu'),
  mayEndSentence: 'before-capital',
  say: (match) => whole(match, `${cardinal(match[1] ?? '')} ${(match[2] ?? '').toUpperCase()}M`),
};

/** "24/7" and "9/11" are names. */
const named: Rule = {
  name: 'named-time',
  pattern: /(24)\/(7)(?![\d/])|(9)\/(11)(?![\d/])/uy,
  say: (match) => whole(match, match[1] === undefined ? 'nine eleven' : 'twenty four seven'),
};

export const timeRules: readonly Rule[] = [named, clock, hourOnly];
