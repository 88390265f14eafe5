import { decode, encode, v1 } from '@parley/contracts';
import { createEngineHost, resolveProgram, singleResult, type EngineHost } from '@parley/engines-kit';
import { Registry } from 'prom-client';

const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

describe('the espeak program', () => {
  let host: EngineHost;
  let ready: v1.EngineReady.$Properties;

  beforeAll(async () => {
    host = createEngineHost(
      { name: 'espeak', program: resolveProgram(__dirname, './program.ts'), files: {}, threads: 1 },
      { logger: quiet, metrics: new Registry() },
    );
    ready = await host.start();
  });
  afterAll(() => host.stop());

  const run = async (work: v1.SpeechWork.$Properties) =>
    decode(v1.SpeechResult, await singleResult(host.work(encode(v1.SpeechWork, work))));

  const phonemes = async (text: string, language: string) =>
    (await run({ phonemize: { words: text.split(' '), language } })).phonemes?.phonemes;

  const speak = async (text: string, language: string, rate = 1) => {
    const { speech } = await run({ synthesize: { text, language, rate } });
    if (!speech?.pcm || !speech.words) throw new Error('no speech');
    const samples = new Int16Array(Uint8Array.from(speech.pcm).buffer);
    return { samples, words: speech.words, ms: samples.length / 22.05 };
  };

  it('says which languages it speaks', () => {
    const languages = ready.facts?.['languages']?.split(' ') ?? [];
    expect(languages).toEqual(expect.arrayContaining(['en', 'de', 'fr', 'zh', 'ja', 'ar', 'hi', 'ru']));
    expect(languages.length).toBeGreaterThan(80);
  });

  it('gives the phonemes of each word, in context', async () => {
    expect(await phonemes('The cat of the house.', 'en')).toEqual(['ðə', 'kˈæt', 'ʌv', '\u203fðə', 'hˈaʊs']);
    expect(await phonemes('the apple', 'en-us')).toEqual(['ðɪ', 'ˈæpəl']);
    expect(await phonemes('Guten Tag, wie geht es?', 'de')).toHaveLength(5);
  });

  it('speaks with a time for each word', async () => {
    const { samples, words, ms } = await speak('Hello there, how are you?', 'en');
    expect(samples.some((sample) => Math.abs(sample) > 3_000)).toBe(true);
    expect(words.map(({ text }) => text)).toEqual(['Hello', 'there,', 'how', 'are', 'you?']);
    words.forEach((word, index) => {
      expect(word.endMs).toBeGreaterThan(word.startMs ?? 0);
      expect(word.startMs).toBeGreaterThanOrEqual(words[index - 1]?.endMs ?? 0);
    });
    expect(words.at(-1)?.endMs).toBeLessThanOrEqual(Math.ceil(ms));
    expect(words[2]?.startMs).toBeGreaterThan((words[1]?.endMs ?? 0) + 50);
  });

  it('speaks faster at a higher rate', async () => {
    const text = 'This is a somewhat longer sentence to be spoken.';
    const [slow, fast] = [await speak(text, 'en', 0.8), await speak(text, 'en', 1.5)];
    expect(fast.ms / slow.ms).toBeLessThan(0.65);
  });

  it.each([
    ['de', 'Guten Morgen, wie geht es Ihnen?'],
    ['fr', 'Bonjour, comment allez-vous ?'],
    ['zh', '你好，你今天怎么样？'],
    ['ar', 'مرحبا كيف حالك'],
  ])('speaks %s', async (language, text) => {
    const { ms, words } = await speak(text, language);
    expect(ms).toBeGreaterThan(500);
    expect(words).toHaveLength(text.split(' ').length);
  });

  it('refuses a language it does not speak and goes on', async () => {
    await expect(phonemes('hello', 'xx')).rejects.toMatchObject({
      errorClass: 'caller_fault',
      code: 'unknown_language',
    });
    expect(await phonemes('hello', 'en')).toEqual(['həlˈoʊ']);
  });

  it('reads markup as text', async () => {
    expect(await phonemes('[[h@loU]] <voice name="de"> a & b', 'en')).toHaveLength(6);
  });

  it('refuses texts without end', async () => {
    await expect(phonemes('word '.repeat(900).trim(), 'en')).rejects.toMatchObject({ code: 'text_too_long' });
  });
});
