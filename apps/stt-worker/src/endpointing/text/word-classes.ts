/** Closed classes of English: what may stand last in a turn depends far more on these than on other words. */
const classes: Readonly<Record<string, string>> = {
  article: 'a an the',
  possessive: 'my your his its our their whose',
  demonstrative: 'this that these those',
  quantifier:
    'some any every each no all both many much few several more most less enough another other such',
  preposition: `of in on at by for with from to into onto about over under between through during against among
    without within upon across behind beyond near toward towards since until till per via than as like unlike except
    despite beside besides concerning regarding`,
  particle: 'up down out off away back around along together apart ahead forward',
  conjunction:
    'and or but nor so yet plus because although though while whereas unless if when whenever once whether',
  subject: 'i he she we they who',
  subjectverb: `i'm you're he's she's it's we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd
    i'll you'll he'll she'll it'll we'll they'll there's that's what's where's who's how's let's`,
  pronoun:
    'you it one everyone everybody someone somebody anyone anybody nobody everything something anything nothing',
  object:
    'me him her us them myself yourself himself herself itself ourselves themselves mine yours hers ours theirs',
  auxiliary: `am is are was were be been being do does did have has had having will would shall should can could may
    might must ought gonna wanna`,
  negation: `not don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't haven't
    hasn't hadn't never`,
  question: 'what which where why how whom',
  degree: 'very too quite really rather pretty so just only almost even still also always often usually',
  filler: 'um uh uhm erm er hmm hm mm eh ah',
  digit: 'zero oh one two three four five six seven eight nine double triple',
  number: `ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty
    sixty seventy eighty ninety hundred thousand million`,
  courtesy: 'please thanks thank okay ok yes yeah yep no nope sure right bye goodbye hello hi sorry',
};

const classOfWord = new Map<string, string>();
for (const [name, words] of Object.entries(classes)) {
  for (const word of words.split(/\s+/)) if (!classOfWord.has(word)) classOfWord.set(word, name);
}

/** Endings that say most about an open-class word, the longest first. */
const endings = [
  'ing',
  'ion',
  'ous',
  'ful',
  'ive',
  'ble',
  'est',
  'ness',
  'ment',
  'ly',
  'ed',
  'er',
  'al',
  's',
];

/** The class of a lower-case word: a closed class, a spelled letter, figures, or what its ending suggests. */
export function wordClass(word: string): string {
  const closed = classOfWord.get(word);
  if (closed !== undefined) return closed;
  if (/^\p{N}/u.test(word)) return 'figures';
  if (/^\p{L}$/u.test(word)) return 'letter';
  const ending = endings.find((candidate) => word.length > candidate.length + 2 && word.endsWith(candidate));
  return ending === undefined ? 'word' : `-${ending}`;
}

const seldomLastClasses = new Set(
  `article possessive demonstrative quantifier preposition conjunction subject subjectverb auxiliary question
  degree`.split(/\s+/),
);

/** Of a class whose words nearly always have something behind them. */
export const seldomLast = (word: string): boolean => seldomLastClasses.has(wordClass(word));
