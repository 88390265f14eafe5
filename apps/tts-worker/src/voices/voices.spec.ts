import { ToneEngine } from '../engines/tone/tone-engine';
import { voiceOf } from '../testing/speech-bench';
import { openAiNames } from './catalog';
import { languageOfScript } from './script-language';
import { VoiceRegistry } from './voice-registry';

const engine = new ToneEngine(0);
const registry = () => {
  const voices = new VoiceRegistry('piper/joe');
  voices.add({ ...voiceOf(engine, 'piper/joe'), aliases: openAiNames });
  voices.add({ ...voiceOf(engine, 'espeak/de', ['de']), name: 'espeak-de', aliases: [] });
  voices.add({ ...voiceOf(engine, 'espeak/zh', ['zh']), name: 'espeak-zh', aliases: [] });
  return voices;
};

describe('voices', () => {
  it.each(['', 'piper/joe', 'joe', 'Joe', 'alloy', 'MARIN', 'cedar'])('%j is joe', (name) => {
    expect(registry().find(name).id).toBe('piper/joe');
  });

  it('names the voices there are when asked for another', () => {
    expect(() => registry().find('nobody')).toThrow(/"nobody".*piper\/joe, alloy.*espeak\/<language>/);
  });

  it.each([
    ['en', 'Hello', 'piper/joe', 'en'],
    ['', 'Hello', 'piper/joe', 'en'],
    ['en-GB', 'Hello', 'piper/joe', 'en'],
    ['de', 'Guten Tag', 'espeak/de', 'de'],
    ['de', '42', 'espeak/de', 'de'],
    ['xx', 'Hello', 'piper/joe', 'en'],
    ['', '你好吗', 'espeak/zh', 'zh'],
    ['en', '你好吗', 'espeak/zh', 'zh'],
    ['', 'Привет', 'piper/joe', 'en'],
  ])('language %j, text %j: %s', (language, text, id, spoken) => {
    const voices = registry();
    expect(voices.cast(voices.find(''), language, text)).toMatchObject({ voice: { id }, language: spoken });
  });

  it('keeps to the fallback voice that was asked for', () => {
    const voices = registry();
    expect(voices.cast(voices.find('espeak/de'), '', 'Hallo').voice.id).toBe('espeak/de');
  });
});

describe('languageOfScript', () => {
  it.each([
    ['Hello', undefined],
    ['42!', undefined],
    ['', undefined],
    ['Das ist 你好', undefined],
    ['こんにちは世界', 'ja'],
    ['世界', 'zh'],
    ['안녕', 'ko'],
    ['Привет', 'ru'],
    ['שלום', 'he'],
    ['मस्ते', 'hi'],
    ['ℵ𐌀𐌁', undefined],
  ])('%j: %s', (text, language) => {
    expect(languageOfScript(text)).toBe(language);
  });
});
