import * as fc from 'fast-check';
import { Splice } from './splice';

const spliced = (said: string, deltas: readonly string[]): string => {
  const splice = new Splice(said);
  return said + deltas.map((delta) => splice.text(delta)).join('') + splice.end();
};

const said = 'The capital of France is Paris. It has';

describe('a continuation', () => {
  it.each([
    ['goes on', [' about', ' two million'], `${said} about two million`],
    ['lacks the blank', ['about two'], `${said} about two`],
    ['begins with a comma', [', or', ' so'], `${said}, or so`],
    ['repeats the last words', ['is Paris. It', ' has about'], `${said} about`],
    ['repeats everything', [said, ' about two'], `${said} about two`],
    ['repeats everything, blank first', [' ', said, ' about'], `${said} about`],
    ['repeats and stops', ['The capital of France is', ' Paris.'], said],
    ['says nothing', ['', ' '], said],
    ['begins like the start and goes elsewhere', ['The', ' sun'], `${said} The sun`],
    ['begins again in other words', ['The capital of Fr', 'ankfurt'], `${said} Frankfurt`],
  ])('that %s', (_, deltas, whole) => {
    expect(spliced(said, deltas)).toBe(whole);
  });

  it.each([
    ['', ['party \ud83c', '\udf89!'], 'party 🎉!'],
    [said, ['\ud83c', '', '\udf89'], `${said}🎉`],
    ['', ['a\ud83c'], 'a\ufffd'],
    [said, [' a\ud83c'], `${said} a\ufffd`],
    ['', ['\udf89a', 'b\ud83cc', 'd'], '\ufffdab\ufffdcd'],
  ])('told after %j, tells no half of a character: %j', (before, deltas, whole) => {
    const splice = new Splice(before);
    const told = [...deltas.map((delta) => splice.text(delta)), splice.end()];
    expect(before + told.join('')).toBe(whole);
    for (const one of told) expect(one.isWellFormed()).toBe(true);
  });

  it('puts no blank between signs that want none', () => {
    expect(spliced('法国的首都', ['是巴黎'])).toBe('法国的首都是巴黎');
  });

  it('repeats nothing, however much of what was said it begins with and however it is cut', () => {
    const word = fc.stringMatching(/^[a-z]{7,10}$/);
    const words = fc.uniqueArray(word, { minLength: 4, maxLength: 20 });
    fc.assert(
      fc.property(
        words,
        fc.nat(),
        fc.nat(),
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        (all, cut, back, sizes) => {
          const saidWords = 1 + (cut % (all.length - 1));
          const overlap =
            back % 3 === 0 ? saidWords : Math.min(saidWords, back % 3 === 1 ? 0 : 2 + (back % 5));
          const rest = ` ${all.slice(saidWords - overlap).join(' ')}`;
          const deltas = [];
          for (let at = 0; at < rest.length;) {
            const size = sizes.next().value as number;
            deltas.push(rest.slice(at, at + size));
            at += size;
          }
          expect(spliced(all.slice(0, saidWords).join(' '), deltas)).toBe(all.join(' '));
        },
      ),
    );
  });
});
