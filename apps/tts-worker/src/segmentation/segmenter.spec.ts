import * as fc from 'fast-check';
import { Segmenter, type Segment } from './segmenter';

const speak = (deltas: readonly string[], language = 'en'): Segment[] => {
  const segmenter = new Segmenter(language);
  return [...deltas.flatMap((delta) => segmenter.push(delta)), ...segmenter.flush()];
};

it('waits for whole sentences from the first on, when asked to', () => {
  const text = 'Well, that is a good question, and I am glad that you ask. The answer is long. It is this.';
  const segmenter = new Segmenter('en', true);
  const whole = [...segmenter.push(text), ...segmenter.flush()].map((segment) => segment.text.trim());
  expect(texts(text)[0]?.trim()).toBe('Well, that is a good question,');
  expect(whole[0]).toBe('Well, that is a good question, and I am glad that you ask.');
});

const texts = (text: string, language = 'en') => speak([text], language).map((segment) => segment.text);

/** Text as models write it, with everything that is hard to cut. */
const piece = fc.constantFrom(
  ...'Hello|there|and|the|answer is|42|3.14|1,000|Dr.|e.g.|p.m.|https://example.com/a.b?c=d,e|U.S.|J.|'.split(
    '|',
  ),
  ...[
    '. ',
    ', ',
    '! ',
    '? ',
    '; ',
    ': ',
    ' — ',
    '…',
    '\n',
    '\n\n- ',
    '1. ',
    ' (',
    ') ',
    '"',
    '” ',
    ' ',
    '  ',
  ],
  ...['你好', '。', '，', 'こんにちは', '、', '안녕', 'สวัสดี ', '😀', '👩‍👩‍👧', '**', '`code`', 'é', 'e\u0301'],
);
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join('')),
  fc.string({ maxLength: 400, unit: 'grapheme' }),
  fc.array(piece, { maxLength: 300 }).map((pieces) => pieces.join(' ')),
);

describe('Segmenter', () => {
  it('loses and adds nothing, and positions are true', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const segments = speak([text]);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        segments.forEach((segment, index) => {
          expect(segment.index).toBe(index);
          expect(text.slice(segment.textStart, segment.textEnd)).toBe(segment.text);
          expect(segment.text.length).toBeGreaterThan(0);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('cuts the same wherever the deltas were cut', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        (text, sizes) => {
          const deltas: string[] = [];
          for (let at = 0, turn = 0; at < text.length; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1;
            deltas.push(text.slice(at, at + size));
            at += size;
          }
          expect(speak(deltas)).toEqual(speak([text]));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('holds no more than its window', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 3, unit: 'grapheme' }), (unit) => {
        const segmenter = new Segmenter();
        for (let n = 0; n < 900; n += 1) {
          segmenter.push(unit);
          expect(segmenter.held).toBeLessThanOrEqual(600);
        }
      }),
      { numRuns: 4 },
    );
  });

  it('never cuts a character in two', () => {
    for (const segment of speak(['👩‍👩‍👧'.repeat(400)]))
      expect(segment.text).not.toMatch(/^[\udc00-\udfff]|^\u200d/);
  });

  it('gives the first clause as soon as the next word begins', () => {
    const segmenter = new Segmenter('en');
    expect(segmenter.push('Well of course,')).toEqual([]);
    expect(segmenter.push(' ')).toEqual([]);
    expect(segmenter.push('I')[0]?.text).toBe('Well of course, ');
    expect(segmenter.push(' can help with that. ')).toEqual([]);
    expect(segmenter.push('Now')[0]?.text).toBe('I can help with that. ');
    expect(segmenter.flush()[0]).toEqual({ index: 2, textStart: 38, textEnd: 41, text: 'Now' });
  });

  it.each([
    ['Yes. I think so, at least for now.', ['Yes. ', 'I think so, at least for now.']],
    ['Sure, no problem at all.', ['Sure, no problem at all.']],
    ['It costs 1,000.50 dollars. Fine.', ['It costs 1,000.50 dollars. ', 'Fine.']],
    ['It is on March 5th, 2024, at noon.', ['It is on March 5th, 2024, ', 'at noon.']],
    ['Dr. Smith lives at 5 Elm St. in town. Really.', ['Dr. Smith lives at 5 Elm St. in town. ', 'Really.']],
    ['See https://a.b.com/x.y, which is new. Ok.', ['See https://a.b.com/x.y, ', 'which is new. ', 'Ok.']],
    ['It opens at 9 a.m. on Monday. Good.', ['It opens at 9 a.m. on Monday. ', 'Good.']],
    ['It opens at 9 a.m. Then it closes. Good.', ['It opens at 9 a.m. ', 'Then it closes. ', 'Good.']],
    ['J. R. Smith wrote it. Yes.', ['J. R. Smith wrote it. ', 'Yes.']],
    ['It was me and I. Then you came.', ['It was me and I. ', 'Then you came.']],
    ['“Hello there!” she said. He left.', ['“Hello there!” she said. ', 'He left.']],
    [
      'Items:\n1. First thing\n2. Second thing to do',
      ['Items:\n', '1. First thing\n', '2. Second thing to do'],
    ],
    ['The end.  😀 ', ['The end.  😀 ']],
    ['', []],
    ['😀', ['😀']],
  ])('%j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('knows Chinese, Japanese, Thai, Hindi and Arabic marks', () => {
    expect(texts('你好，我可以帮你。今天天气很好。', 'zh')).toEqual(['你好，我可以帮你。', '今天天气很好。']);
    expect(texts('はい、そうです。元気ですか？', 'ja')).toEqual(['はい、そうです。', '元気ですか？']);
    expect(texts('नमस्ते दोस्त। आप कैसे हैं?', 'hi')).toEqual(['नमस्ते दोस्त। ', 'आप कैसे हैं?']);
    expect(texts('مرحبا يا صديقي، كيف حالك؟ أنا بخير', 'ar')[0]).toBe('مرحبا يا صديقي، ');
    expect(texts('สวัสดีครับผม ยินดีที่ได้รู้จัก', 'th')[0]).toBe('สวัสดีครับผม ');
  });

  it('cuts text without marks before a joining word, then at spaces', () => {
    const long = `this goes on for quite a while without any mark at all ${'so it runs on '.repeat(30)}`;
    const [first, ...others] = texts(long);
    expect(first?.length).toBeLessThanOrEqual(100);
    expect(others.every((text) => text.length <= 240)).toBe(true);
    expect(
      texts(long)
        .slice(0, -1)
        .every((text) => text.endsWith(' ')),
    ).toBe(true);
    expect(texts('x'.repeat(500)).map((text) => text.length)).toEqual([45, 135, 200, 120]);
  });

  it('goes on after a flush', () => {
    const segmenter = new Segmenter();
    segmenter.push('One');
    expect(segmenter.flush().map(({ text }) => text)).toEqual(['One']);
    segmenter.push(' two');
    expect(segmenter.flush()).toEqual([{ index: 1, textStart: 3, textEnd: 7, text: ' two' }]);
    expect(segmenter.flush()).toEqual([]);
  });
});
