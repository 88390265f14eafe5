import { EngineError } from '@parley/engines-kit';
import { parseAliases } from './aliases';
import { resolveModelName, splitModelId, type ModelNames } from './model-id';

const names = (over: Partial<ModelNames> = {}): ModelNames => ({
  defaultModel: 'local/qwen2.5-coder-0.5b',
  aliases: parseAliases(''),
  providers: ['local', 'anthropic'],
  ...over,
});

const failure = (run: () => unknown): EngineError => {
  try {
    run();
  } catch (error) {
    if (EngineError.isInstance(error)) return error;
  }
  throw new Error('no EngineError was thrown');
};

describe('the name of a model', () => {
  it.each([
    '',
    'default',
    'gpt-realtime',
    'gpt-realtime-mini',
    'gpt-4o-realtime-preview',
    'gpt-realtime-2.1',
  ])('takes %j for the default model', (name) => {
    expect(resolveModelName(name, names())).toEqual({ provider: 'local', model: 'qwen2.5-coder-0.5b' });
  });

  it('splits at the first slash alone', () => {
    expect(splitModelId('custom/meta/llama')).toEqual({ provider: 'custom', model: 'meta/llama' });
    expect(splitModelId('local//srv/a.gguf')).toEqual({ provider: 'local', model: '/srv/a.gguf' });
    expect(splitModelId('/x')).toBeUndefined();
  });

  it('follows an operator’s alias before the built-in ones', () => {
    const aliases = parseAliases(
      'fast=anthropic/claude-haiku-4-5, gpt-realtime*=anthropic/claude-sonnet-4-6',
    );
    expect(resolveModelName('fast', names({ aliases }))).toEqual({
      provider: 'anthropic',
      model: 'claude-haiku-4-5',
    });
    expect(resolveModelName('gpt-realtime', names({ aliases })).model).toBe('claude-sonnet-4-6');
  });

  it('gives other bare names to OpenAI where that is configured', () => {
    const providers = ['local', 'openai'];
    expect(resolveModelName('gpt-5.1', names({ providers }))).toEqual({
      provider: 'openai',
      model: 'gpt-5.1',
    });
  });

  it('refuses a bare name that nobody knows, naming what there is', () => {
    const error = failure(() => resolveModelName('m', names()));
    expect(error).toMatchObject({ errorClass: 'caller_fault', code: 'unknown_model' });
    expect(error.message).toContain('local, anthropic');
  });

  it.each(['openai/gpt\n', 'gpt\u0000', 'openai/\u009fx'])('refuses control characters: %j', (name) => {
    const error = failure(() => resolveModelName(name, names({ providers: ['openai'] })));
    expect(error).toMatchObject({ errorClass: 'caller_fault', code: 'unknown_model' });
  });

  it('refuses a provider that is not configured, naming those that are', () => {
    const error = failure(() => resolveModelName('groq/llama', names()));
    expect(error).toMatchObject({ errorClass: 'caller_fault', code: 'provider_not_configured' });
    expect(error.message).toContain('local, anthropic');
  });

  it('refuses an alias without a target', () => {
    expect(() => parseAliases('fast')).toThrow('name=provider/model');
  });
});
