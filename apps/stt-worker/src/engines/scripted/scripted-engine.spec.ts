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
