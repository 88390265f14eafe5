import * as fc from 'fast-check';
import type { Segment } from '../../workers/transcribe';
import { gap, languageOf, srt, textOf, verbose, vtt } from './transcript';

const segment = (text: string, startMs: number, endMs: number, language = 'en'): Segment => ({
  startSample: startMs * 16,
  endSample: endMs * 16,
  text,
  language,
  confidence: 0,
});

it('writes times as subtitles do', () => {
  const late = [segment('Hello.', 3_723_004, 3_725_250)];
  expect(srt(late)).toBe('1\n01:02:03,004 --> 01:02:05,250\nHello.\n\n');
  expect(vtt(late)).toBe('WEBVTT\n\n01:02:03.004 --> 01:02:05.250\nHello.\n\n');
  expect([srt([]), vtt([])]).toEqual(['', 'WEBVTT\n\n']);
});

it('puts no spaces between sentences of languages that have none', () => {
  expect(textOf([segment('你好。', 0, 1, 'zh'), segment('再见。', 1, 2, 'zh')])).toBe('你好。再见。');
  expect(textOf([segment('Hello.', 0, 1), segment('Bye.', 1, 2)])).toBe('Hello. Bye.');
});

it('names the language that most was said in', () => {
  const said = [
    segment('Oui.', 0, 500, 'fr'),
    segment('Yes, and so on.', 500, 3_000),
    segment('', 3_000, 9_000, ''),
  ];
  expect(languageOf(said)).toBe('english');
  expect(languageOf([])).toBe('');
});

it('says nothing that the recogniser did not tell', () => {
  const [told] = verbose([segment('Hello. '.repeat(20), 0, 1_000)], 1).segments;
  expect(told).toMatchObject({ tokens: [], avg_logprob: null, no_speech_prob: null });
  expect(told!.compression_ratio).toBeGreaterThan(2.4);
});

it('streams the same text that it answers whole', () => {
  const language = fc.constantFrom('en', 'zh', '');
  const segments = fc.array(fc.record({ text: fc.string({ minLength: 1 }), language }));
  fc.assert(
    fc.property(segments, (said) => {
      const list = said.map(({ text, language }, i) => segment(text, i, i + 1, language));
      const deltas = list.map((one, i) => gap(list[i - 1]) + one.text);
      return deltas.join('') === textOf(list);
    }),
  );
});
