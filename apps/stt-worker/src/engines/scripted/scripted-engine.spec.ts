import { ScriptedEngine } from './scripted-engine';

const request = {
  pcm: new Int16Array(16_000),
  language: '',
  languages: [],
  prompt: '',
  partial: false,
  priority: 0,
  timeoutMs: 1_000,
  utterance: 3,
};

describe('the scripted recogniser', () => {
  it('hears what it is told to, or the number of the turn', async () => {
    const engine = new ScriptedEngine({ delayMs: 0, transcript: undefined });
    await expect(engine.recognize(request)).resolves.toMatchObject({ text: 'utterance 3', language: 'en' });
    const told = new ScriptedEngine({ delayMs: 0, transcript: 'hello' });
    await expect(told.recognize(request)).resolves.toMatchObject({ text: 'hello' });
    const scripted = { ...request, prompt: 'A call. [[hear: bye in {language}]].', languages: ['de', 'en'] };
    await expect(told.recognize(scripted)).resolves.toMatchObject({ text: 'bye in de', language: 'de' });
  });

  it('tells the end of a turn where it is one that does', async () => {
    const options = { delayMs: 0, transcript: undefined };
    const prompt = '[[hear: and then]] [[end: 0.2]]';
    const telling = new ScriptedEngine({ ...options, endOfTurn: true });
    expect(telling.capabilities.endOfTurn).toBe(true);
    await expect(telling.recognize({ ...request, prompt })).resolves.toMatchObject({ endOfTurn: 0.2 });
    const silent = new ScriptedEngine(options);
    expect((await silent.recognize({ ...request, prompt })).endOfTurn).toBeUndefined();
  });

  it('hears words as they are said, where it is told how long they take', async () => {
    const engine = new ScriptedEngine({ delayMs: 0, transcript: undefined });
    const prompt = '[[hear: one two three four]] [[spread: 800]]';
    const voice = (ms: number) => new Int16Array(20 * 16 * 50).fill(3_000, 0, ms * 16);
    const heard = async (ms: number) => (await engine.recognize({ ...request, prompt, pcm: voice(ms) })).text;
    expect(await heard(400)).toBe('one two');
    expect(await heard(800)).toBe('one two three four');
    expect(await heard(0)).toBe('');
  });

  it('hears of a recording what was heard of it by then, behind what it said before', async () => {
    const script = [
      { voicedMs: 200, text: 'Had he' },
      { voicedMs: 400, text: 'Had he married' },
      { voicedMs: 600, text: 'Had he married her.' },
    ];
    const scripts = new Map([['clip', script]]);
    const engine = new ScriptedEngine({ delayMs: 0, transcript: undefined, scripts });
    const heard = async (voicedMs: number, before = ''): Promise<string> => {
      const pcm = new Int16Array(16_000).fill(3_000, 0, voicedMs * 16);
      return (await engine.recognize({ ...request, prompt: `[[recording: clip]] ${before}`, pcm })).text;
    };
    expect(await heard(100)).toBe('');
    expect(await heard(420)).toBe('Had he married');
    expect(await heard(900)).toBe('Had he married her.');
    expect(await heard(200, 'Had he')).toBe('married');
    expect(await heard(400, 'Had he')).toBe('married her.');
  });

  it('fails by class when it is too slow or dropped', async () => {
    const engine = new ScriptedEngine({ delayMs: 50, transcript: 'x' });
    await expect(engine.recognize({ ...request, timeoutMs: 1 })).rejects.toMatchObject({
      errorClass: 'transient',
      code: 'engine_timeout',
    });
    const controller = new AbortController();
    const work = engine.recognize({ ...request, signal: controller.signal });
    expect(engine.busy).toBe(1);
    controller.abort();
    await expect(work).rejects.toMatchObject({ code: 'aborted' });
    expect(engine.busy).toBe(0);
  });
});
