import { spokenLanguages, voiceOf } from './languages';

const known = new Set(['en', 'en-us', 'en-gb', 'cmn', 'nb', 'de', 'fr-fr', 'fr-be', 'pt', 'pt-br', 'yue']);

describe('languages', () => {
  it.each([
    ['en', 'en-us'],
    ['en-GB', 'en-gb'],
    ['en_US', 'en-us'],
    ['en-AU', 'en'],
    ['zh', 'cmn'],
    ['zh-TW', 'cmn'],
    ['no', 'nb'],
    ['de-AT', 'de'],
    ['fr', 'fr-fr'],
    ['fr-be', 'fr-be'],
    ['pt', 'pt-br'],
    ['xx', undefined],
    ['', undefined],
  ])('%s is spoken by %s', (language, voice) => {
    expect(voiceOf(language, known)).toBe(voice);
  });

  it('lists the ISO codes', () => {
    expect(spokenLanguages(known)).toEqual(['de', 'en', 'fr', 'nn', 'no', 'nb', 'pt', 'zh'].sort());
  });
});
