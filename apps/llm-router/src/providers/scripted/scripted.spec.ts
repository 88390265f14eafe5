import { chatRequest, collect } from '../../testing/collect';
import { configOf } from '../../testing/config';
import { readScript } from './directives';
import { ScriptedProvider } from './provider';

const say = (text: string) =>
  chatRequest({ model: 'scripted', messages: [{ role: 'user', text, images: [] }] });

describe('the scripted stand-in', () => {
  const provider = new ScriptedProvider({ firstTokenMs: 0, tokenMs: 0 });

  it('says back what it was told, token by token', async () => {
    const { text, events } = await collect(provider, say('hello there'));
    expect(text).toBe('You said: hello there.');
    expect(events.length).toBe(5);
    expect(events.at(-1)).toMatchObject({ type: 'finished', reason: 'stop' });
  });

  it('follows directives', async () => {
    expect((await collect(provider, say('[[reply: Fine.]]'))).text).toBe('Fine.');
    expect((await collect(provider, say('x [[repeat: 2]]'))).text).toBe(
      'This is sentence 1. This is sentence 2.',
    );
    expect((await collect(provider, say('[[fail: quota]]'))).error?.errorClass).toBe('quota');
    expect((await collect(provider, say('[[fail: nonsense]]'))).error?.errorClass).toBe('unknown');
  });

  it('calls tools with nested arguments, and speaks of their outputs', async () => {
    const script = readScript('[[tool: f {"a":[[1]]}]] [[tool: g]]');
    expect(script.tools).toEqual([
      { name: 'f', argumentsJson: '{"a":[[1]]}' },
      { name: 'g', argumentsJson: '{}' },
    ]);
    const { text } = await collect(
      provider,
      chatRequest({
        messages: [
          { role: 'user', text: '[[tool: f]]', images: [] },
          { role: 'assistant', text: '', toolCalls: [{ callId: 'c', name: 'f', argumentsJson: '{}' }] },
          { role: 'tool', callId: 'c', name: 'f', text: '42' },
        ],
      }),
    );
    expect(text).toBe('The tool said 42.');
  });

  it('hangs until it is cancelled', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 10);
    await expect(collect(provider, say('[[hang]]'), controller.signal)).rejects.toThrow('aborted');
  });

  it('cannot be had in production', () => {
    expect(() => configOf({ PARLEY_TEST_ENGINES: '1', NODE_ENV: 'production' })).toThrow(
      'PARLEY_TEST_ENGINES',
    );
    expect(configOf({ PARLEY_TEST_ENGINES: '1' }).PARLEY_TEST_ENGINES).toBe(true);
  });
});
