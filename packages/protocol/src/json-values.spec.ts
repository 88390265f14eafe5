import * as fc from 'fast-check';
import { parseJson, wellFormed, hasTooManyValues } from './json-values';

const bytes = (json: string): Uint8Array => new TextEncoder().encode(json);
const tooMany = (json: string, max: number): boolean => hasTooManyValues(bytes(json), max);

/** Of lists and objects: themselves, and all that is in them but the first. */
function inside(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Object.values(value);
  return own.reduce<number>((sum, each) => sum + inside(each), Math.max(1, own.length));
}

it('counts lists, objects and what is in them, however they are written', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.boolean(), (value, spaced) => {
      const json = JSON.stringify(value, null, spaced ? 2 : 0);
      const values = 1 + inside(JSON.parse(json));
      expect(tooMany(json, values)).toBe(false);
      expect(tooMany(json, values - 1)).toBe(values > 1);
    }),
  );
});

it('takes nothing in a string for a value', () => {
  for (const text of [',[{'.repeat(1_000), '\\",'.repeat(1_000), '\\\\', 'ä,'.repeat(1_000)]) {
    expect(tooMany(JSON.stringify({ text }), 3)).toBe(false);
    expect(tooMany(`${JSON.stringify([text, 1, 2])} `, 3)).toBe(true);
  }
});

it('finds the end of a long string, whatever is escaped in it and wherever', () => {
  const part = fc.oneof(
    fc.constantFrom('"', '\\', '\\"', ',[{', '\n', 'ä'),
    fc.integer({ min: 0, max: 600 }).map((length) => 'A'.repeat(length)),
  );
  fc.assert(
    fc.property(fc.array(fc.array(part), { minLength: 1, maxLength: 5 }), (texts) => {
      const json = JSON.stringify(texts.map((parts) => parts.join('')));
      expect(tooMany(json, 1 + texts.length)).toBe(false);
      expect(tooMany(json, texts.length)).toBe(true);
    }),
  );
  expect(tooMany(`"${'A'.repeat(1_000)}\\",[[[[[[`, 3)).toBe(false);
});

it('does not mind what is no JSON', () => {
  fc.assert(fc.property(fc.uint8Array(), (any) => void hasTooManyValues(any, 3)));
});

describe('a JSON text', () => {
  const parsed = (json: string): unknown => parseJson(Buffer.from(json));

  it('is read with every text of it well-formed', () => {
    const half = '\\ud83d';
    expect(
      parsed(`{"a":["x${half}",{"b":"${half}\\uDE00","c":"${half}${half}\\ude00"}],"d${half}":1}`),
    ).toEqual({
      a: ['x\ufffd', { b: '😀', c: '\ufffd😀' }],
      'd\ufffd': 1,
    });
    expect(parsed('"\\uDE00"')).toBe('\ufffd');
    expect(parsed('"\\\\ud83d"')).toBe('\\ud83d');
    expect(parsed('[null,1,true,"x","\\ud55c"]')).toEqual([null, 1, true, 'x', '한']);
    expect(parseJson('["\\ud83d"]')).toEqual(['\ufffd']);
  });

  it('however deep it is', () => {
    const levels = 20_000;
    let value = parsed(`${'['.repeat(levels)}"\\ud83d"${']'.repeat(levels)}`);
    for (let level = 0; level < levels; level += 1) [value] = value as unknown[];
    expect(value).toBe('\ufffd');
  });

  it('is none where it is not valid', () => {
    expect(() => parsed('{"a":"\\ud83"}')).toThrow(SyntaxError);
  });

  it('says the same as each text by itself', () => {
    const text = fc.string({ unit: 'binary', maxLength: 8 });
    const halves = fc
      .array(fc.constantFrom('\ud83d', '\ude00', 'a'), { maxLength: 6 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(fc.array(fc.oneof(text, halves)), (texts) => {
        const whole = texts.map((one) => one.toWellFormed());
        expect(parsed(JSON.stringify(texts))).toEqual(whole);
        expect(wellFormed([...texts])).toEqual(whole);
      }),
    );
  });
});
