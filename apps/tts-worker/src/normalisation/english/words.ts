import { whole, type Rule } from '../piece';
import { cardinal } from './numbers';

/** Read in full wherever they stand. */
const titles: Readonly<Record<string, string>> = {
  ...{ Mr: 'Mister', Mrs: 'Missus', Ms: 'Miz', Dr: 'Doctor', Prof: 'Professor' },
  ...{
    Gov: 'Governor',
    Gen: 'General',
    Sen: 'Senator',
    Rep: 'Representative',
    Rev: 'Reverend',
    Hon: 'Honorable',
  },
  ...{ Capt: 'Captain', Lt: 'Lieutenant', Sgt: 'Sergeant', Col: 'Colonel', Maj: 'Major', Pres: 'President' },
  ...{ 'e.g': 'for example', 'i.e': 'that is', vs: 'versus', approx: 'approximately' },
  ...{
    Mt: 'Mount',
    Ft: 'Fort',
    Apt: 'Apartment',
    Dept: 'Department',
    Univ: 'University',
    Assn: 'Association',
  },
};

/** May be the last word of a sentence. */
const phrases: Readonly<Record<string, string>> = {
  etc: 'et cetera',
  ...{ est: 'estimated', min: 'minimum', max: 'maximum', temp: 'temperature', Inc: 'Incorporated' },
  ...{
    Sr: 'Senior',
    Jr: 'Junior',
    Ave: 'Avenue',
    Blvd: 'Boulevard',
    Rd: 'Road',
    Hwy: 'Highway',
    Bros: 'Brothers',
  },
  ...{ Ltd: 'Limited', Co: 'Company', Corp: 'Corporation', 'a.m': 'AM', 'p.m': 'PM', 'et al': 'and others' },
};

const alternatives = (table: Readonly<Record<string, string>>): string =>
  Object.keys(table)
    .toSorted((a, b) => b.length - a.length)
    .map((key) => key.replaceAll('.', String.raw`\.`))
    .join('|');

const title: Rule = {
  name: 'title',
  pattern: new RegExp(`(${alternatives(titles)})\\.(?!\\p{L})`, 'yu'),
  say: (match) => whole(match, titles[match[1] ?? ''] ?? match[0]),
};

const phrase: Rule = {
  name: 'phrase',
  pattern: new RegExp(`(${alternatives(phrases)})\\.(?!\\p{L})`, 'yu'),
  mayEndSentence: 'before-capital',
  say: (match) => whole(match, phrases[match[1] ?? ''] ?? match[0]),
};

/** "St. Mary" is a saint, "Elm St." a street. */
const saint: Rule = {
  name: 'saint',
  pattern: /(?<!\p{Lu}\p{L}*\s+)St\.(?=\s+\p{Lu})/uy,
  say: (match) => whole(match, 'Saint'),
};

const street: Rule = {
  name: 'street',
  pattern: /St\./uy,
  mayEndSentence: 'before-capital',
  say: (match) => whole(match, 'Street'),
};

const days: Readonly<Record<string, string>> = {
  ...{ Mon: 'Monday', Tue: 'Tuesday', Tues: 'Tuesday', Wed: 'Wednesday', Thu: 'Thursday', Thur: 'Thursday' },
  ...{ Thurs: 'Thursday', Fri: 'Friday', Sat: 'Saturday', Sun: 'Sunday' },
};

/** "Sun, Jan 5", but not "the Sun.". */
const weekday: Rule = {
  name: 'weekday',
  pattern: new RegExp(
    `(${alternatives(days)})\\.?(?=,?\\s+(?:\\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\\s?[-–])`,
    'yu',
  ),
  say: (match) => whole(match, days[match[1] ?? ''] ?? match[0]),
};

/** "U.S.": letters. */
const initials: Rule = {
  name: 'initials',
  pattern: /(?:\p{Lu}\.){2,}/uy,
  mayEndSentence: 'at-end',
  say: (match) => whole(match, match[0].replace(/\.$/, '')),
};

const initial: Rule = {
  name: 'initial',
  pattern: /[A-HJ-Z]\.(?=\s+(?:\p{Lu}\p{Ll}|[A-Z]\.))/uy,
  say: (match) => whole(match, match[0].charAt(0)),
};

const shorthand: Rule = {
  name: 'shorthand',
  pattern:
    /w\/o(?!\p{L})|w\/(?=\s)|b\/c(?!\p{L})|Ph\.?D\.?(?!\p{L})|C\+\+|C#|\.NET(?!\p{L})|Node\.js|\.js(?!\p{L})/uy,
  say: (match) => {
    const spoken: Readonly<Record<string, string>> = {
      ...{ 'w/o': 'without', 'w/': 'with', 'b/c': 'because', 'C++': 'C plus plus', 'C#': 'C sharp' },
      ...{ '.NET': 'dot net', 'Node.js': 'Node J S', '.js': 'dot J S' },
    };
    return whole(match, spoken[match[0]] ?? 'P H D');
  },
};

const romans: Readonly<Record<string, number>> = {
  ...{ I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7, VIII: 8, IX: 9, X: 10, XI: 11, XII: 12, XIII: 13 },
  ...{ XIV: 14, XV: 15, XVI: 16, XVII: 17, XVIII: 18, XIX: 19, XX: 20, XXI: 21 },
};

const rulers =
  'Henry|Louis|Elizabeth|George|Edward|Charles|William|James|Richard|Philip|Napoleon|Francis|Benedict';
const counted =
  'War|Chapter|Part|Act|Scene|Phase|Type|Volume|Book|Section|Level|Class|Article|Title|Grade|Stage|Bowl';

const roman: Rule = {
  name: 'roman',
  pattern: new RegExp(`(?<=(${rulers}|${counted}|Paul)\\s+)([IVX]{1,5})(?![\\p{L}\\d.'’])`, 'yu'),
  say(match) {
    const [, before = '', written = ''] = match;
    const number = romans[written];
    if (number === undefined) return undefined;
    const spoken = new RegExp(`^(${counted})$`).test(before)
      ? cardinal(String(number))
      : `the ${regnal(number)}`;
    return whole(match, spoken);
  },
};

const regnals = [
  ...[
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'eleventh',
  ],
  ...[
    'twelfth',
    'thirteenth',
    'fourteenth',
    'fifteenth',
    'sixteenth',
    'seventeenth',
    'eighteenth',
    'nineteenth',
  ],
];
const regnal = (number: number): string => regnals[number - 1] ?? cardinal(String(number));

/** A word of letters and digits joined by underscores or hyphens: "snake_case", "COVID-19", "24-hour". */
const joined: Rule = {
  name: 'joined',
  pattern: /(?=\S*\d|\S*_)[\p{L}\d]+(?:[-_][\p{L}\d]+)+(?![\p{L}\d])/uy,
  say: (match) => {
    const parts = match[0].split(/[-_]/);
    return whole(
      match,
      parts.map((part) => part.replaceAll(/\d+/g, (digits) => ` ${cardinal(digits)} `)).join(' '),
    );
  },
};

/** Before the rules for numbers. */
export const wordRules: readonly Rule[] = [
  title,
  phrase,
  saint,
  street,
  weekday,
  initials,
  initial,
  shorthand,
  roman,
];
/** After them. */
export const joinedRules: readonly Rule[] = [joined];
