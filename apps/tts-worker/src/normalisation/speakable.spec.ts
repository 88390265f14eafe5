import * as fc from 'fast-check';
import { SpeakableText } from './speakable';
import { spokenText } from './spoken';

const say = (text: string, language: string) => spokenText(new SpeakableText().read(text, language)).text;

describe('SpeakableText', () => {
  it('says which words are said for which written ones', () => {
    const text = 'Pay $5.20 by March 5th, 2024 please.';
    const pieces = new SpeakableText().read(text, 'en');
    expect(
      pieces.map(({ start, end, words, pause }) => [text.slice(start, end), words.join(' '), pause]),
    ).toEqual([
      ['Pay', 'Pay', ''],
      ['$5.20', 'five dollars and twenty cents', ''],
      ['by', 'by', ''],
      ['March', 'March', ''],
      ['5', 'fifth,', ''],
      ['2024', 'twenty twenty four', ''],
      ['please', 'please', '.'],
    ]);
    expect(
      spokenText(pieces)
        .words.filter(({ piece }) => piece === 1)
        .map((word) => word.text),
    ).toEqual([...['five', 'dollars', 'and', 'twenty', 'cents']]);
  });

  it('leaves out a code block that runs through several segments', () => {
    const speakable = new SpeakableText();
    const read = (text: string) => spokenText(speakable.read(text, 'en')).text;
    expect(read('Try this:\n```py\nprint(1)\n')).toBe('Try this.');
    expect(read('more code 42\n')).toBe('');
    expect(read('last\n``` and then go on.')).toBe('and then go on.');
  });

  it.each([
    ['de', 'Das kostet 3,50 € und **sofort** 20 %. 😀', 'Das kostet 3,50 € und sofort 20 %.'],
    ['fr', "L'école est à 5 km, n'est-ce pas ?", "L'école est à 5 km, n'est-ce pas?"],
    ['es', '¿Cómo estás? [aquí](https://a.es)', 'Cómo estás? aquí'],
    ['ru', 'Привет, как дела?', 'Привет, как дела?'],
    ['ar', 'مرحبا، كيف حالك؟', 'مرحبا, كيف حالك?'],
    ['hi', 'नमस्ते। आप कैसे हैं?', 'नमस्ते. आप कैसे हैं?'],
  ])('keeps %s as it is written, without signs for the eye', (language, written, spoken) => {
    expect(say(written, language)).toBe(spoken);
  });

  it('finds words where there are no spaces', () => {
    const pieces = new SpeakableText().read('你好，我可以帮助你。', 'zh');
    expect(pieces.length).toBeGreaterThan(3);
    expect(spokenText(pieces).text).toBe('你好,我可以帮助你.');
  });

  it.each('-|:=_*`#<>[]()@/.,1$5 a…'.split(''))(
    'gets through a long run of %j to what follows it',
    (sign) => {
      for (const run of [sign.repeat(600), `${sign} `.repeat(300), `| ${sign.repeat(3)} `.repeat(150)]) {
        expect(say(`${run}\n${run} Total`, 'en')).toMatch(/Total\.?$/);
      }
    },
  );

  it('leaves out the line of a table that holds no cells', () => {
    expect(say('| a | b |\n|---|:--:|\n| c | d |', 'en')).toBe('a, b. c, d,');
  });

  it('takes any text: pieces in order, apart, inside of the text, words without space', () => {
    const hard = fc.constantFrom(
      ...'$5|3:4|1/2|-|1.|.5|http://|@|**|```|\n|St. |#|[a](|)|<b|3-|😀|5 km/|Jan |你'.split('|'),
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.array(fc.oneof(hard, fc.string({ maxLength: 4 })), { maxLength: 20 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom('en', 'de', 'zh', '', 'x'), (text, language) => {
        let last = 0;
        for (const { start, end, words } of new SpeakableText().read(text, language)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(words.length).toBeGreaterThan(0);
          for (const word of words) expect(word).toMatch(/\S/);
          last = end;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not hang on hostile text', () => {
    for (const unit of [
      '1',
      '1,',
      'a.',
      '-',
      '<a',
      '[',
      '*',
      '_',
      '|-',
      '1/',
      '😀',
      'a@',
      '(',
      '1 ',
      '$',
      '\n- ',
    ]) {
      const text = unit.repeat(600);
      expect(new SpeakableText().read(text, 'en').at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length);
    }
  });
});
