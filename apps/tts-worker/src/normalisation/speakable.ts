import { addressRules } from './common/addresses';
import { markupRules } from './common/markup';
import { englishRules } from './english';
import type { Pause, Piece, Rule } from './piece';

const pauses: Readonly<Record<string, Pause>> = {
  ...{
    ',': ',',
    '،': ',',
    '、': ',',
    '，': ',',
    '(': ',',
    ')': ',',
    '–': ',',
    '—': ',',
    ';': ';',
    '；': ';',
    '؛': ';',
  },
  ...{
    ':': ':',
    '：': ':',
    '.': '.',
    '。': '.',
    '।': '.',
    '…': '.',
    '!': '!',
    '！': '!',
    '?': '?',
    '？': '?',
    '؟': '?',
  },
};

const strength: readonly Pause[] = ['', ',', ';', ':', '.', '!', '?'];

const word = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*['’]?/uy;
/** Without rules of its own a language keeps numbers with their marks: its voice reads them. */
const foreignWord = /[$€£¥₹]?[\p{L}\p{M}\p{N}]+(?:['’.,:/-][\p{L}\p{M}\p{N}]+)*(?:\s?[%°€])?/uy;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

interface LanguageRules {
  readonly rules: readonly Rule[];
  readonly word: RegExp;
  readonly words: Intl.Segmenter;
}

const known = new Map<string, LanguageRules>();

function languageRules(language: string): LanguageRules {
  const code = /^[a-z]{2}/i.exec(language)?.[0].toLowerCase() ?? 'en';
  const found = known.get(code) ?? makeRules(code);
  known.set(code, found);
  return found;
}

function makeRules(code: string): LanguageRules {
  const plainAddresses = addressRules({ dot: '', at: '', slash: '', dash: '', underscore: '' });
  const words = new Intl.Segmenter(safeLocale(code), { granularity: 'word' });
  return code === 'en'
    ? { rules: [...markupRules, ...englishRules], word, words }
    : { rules: [...markupRules, ...plainAddresses], word: foreignWord, words };
}

/**
 * Turns written text into what is said, segment by segment of one response: numbers, dates, money, addresses and
 * abbreviations become words, markup, emoji and code blocks are left out. English has all rules; other languages
 * have those that hold everywhere.
 */
export class SpeakableText {
  #language = languageRules('en');
  #inCodeBlock = false;

  /** The pieces of the next segment's text, in order. `language` is ISO-639-1. */
  read(text: string, language: string): Piece[] {
    this.#language = languageRules(language);
    const pieces: Piece[] = [];
    let spaced = true;
    for (let at = 0; at < text.length;) {
      const fence = /(```|~~~)[^\n`]*/uy;
      fence.lastIndex = at;
      const opened = fence.exec(text);
      if (opened !== null) this.#inCodeBlock = !this.#inCodeBlock;
      if (opened !== null || this.#inCodeBlock) {
        at = opened === null ? endOfCode(text, at) : at + (this.#inCodeBlock ? opened[0].length : 3);
        pauseAfter(pieces, '.');
        spaced = true;
        continue;
      }
      const found: Found = this.#ruled(text, at) ?? this.#spoken(text, at, spaced);
      pieces.push(...found.pieces);
      pauseAfter(pieces, found.pause);
      spaced = /\s/.test(text.slice(at, found.end)) ? true : found.pieces.length === 0 && spaced;
      at = found.end;
    }
    return pieces;
  }

  #ruled(text: string, at: number): Found | undefined {
    const insideWord =
      at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at] ?? '');
    if (insideWord) return undefined;
    for (const rule of this.#language.rules) {
      rule.pattern.lastIndex = at;
      const match = rule.pattern.exec(text);
      const saying = match === null ? undefined : rule.say(match);
      if (match === null || saying === undefined) continue;
      return toFound(rule, match, saying);
    }
    return undefined;
  }

  #spoken(text: string, at: number, spaced: boolean): Found {
    if (unspaced.test(String.fromCodePoint(text.codePointAt(at) ?? 0)))
      return this.#unspacedWord(text, at, spaced);
    this.#language.word.lastIndex = at;
    const match = this.#language.word.exec(text);
    if (match === null) return mark(text, at);
    const [written] = match;
    const said = written.replaceAll('’', "'").replace(/'$/, '');
    return { end: at + written.length, pause: '', pieces: [piece(at, at + written.length, [said], false)] };
  }

  #unspacedWord(text: string, at: number, spaced: boolean): Found {
    const segment =
      this.#language.words.segment(text.slice(at, at + 40)).containing(0)?.segment ?? text.charAt(at);
    const end = at + segment.length;
    return { end, pause: '', pieces: [piece(at, end, [segment], !spaced)] };
  }
}

interface Found {
  readonly pieces: readonly Piece[];
  readonly end: number;
  readonly pause: Pause;
}

const piece = (start: number, end: number, words: readonly string[], glued: boolean): Piece => ({
  ...{ start, end, words, glued },
  pause: '',
});

function toFound(rule: Rule, match: RegExpExecArray, saying: readonly (readonly [string, string])[]): Found {
  const pieces: Piece[] = [];
  let at = match.index;
  for (const [written, spoken] of saying) {
    const start = match.input.indexOf(written, at);
    at = start + written.length;
    const words = spoken.split(' ').filter((part) => part.length > 0);
    if (words.length > 0) pieces.push(piece(start, at, words, false));
  }
  const end = match.index + match[0].length;
  const ends =
    rule.mayEndSentence !== undefined &&
    match.input[end - 1] === '.' &&
    endsSentence(rule, match.input.slice(end));
  return { pieces, end, pause: rule.pause ?? (ends ? '.' : '') };
}

const endsSentence = (rule: Rule, rest: string): boolean =>
  /^\s*$/.test(rest) || (rule.mayEndSentence === 'before-capital' && /^\s+\p{Lu}/u.test(rest));

function mark(text: string, at: number): Found {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const end = at + character.length;
  // A lone line break may be in mid sentence; before a list item, a heading or an empty line it is none.
  if (character === '\n')
    return { pieces: [], end, pause: /^\s*(?:\n|[-*+•#]|\d+[.)])/.test(text.slice(end)) ? '.' : ',' };
  const dash = character === '-' && /\s-\s/.test(text.slice(Math.max(0, at - 1), at + 2));
  return { pieces: [], end, pause: dash ? ',' : (pauses[character] ?? '') };
}

/** The strongest mark after a piece counts. */
function pauseAfter(pieces: Piece[], pause: Pause): void {
  const last = pieces.at(-1);
  if (last === undefined || strength.indexOf(pause) <= strength.indexOf(last.pause)) return;
  pieces[pieces.length - 1] = { ...last, pause };
}

function endOfCode(text: string, at: number): number {
  const end = text.slice(at).search(/```|~~~/);
  return end < 0 ? text.length : at + Math.max(1, end);
}

function safeLocale(language: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
