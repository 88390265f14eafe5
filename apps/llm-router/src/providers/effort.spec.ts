import { reasoningEfforts } from '../chat/types';
import { chatRequest } from '../testing/collect';
import { providerOptions } from './ai-sdk/options';
import { claudeTakesEffort, efforts, geminiThinking } from './effort';
import { anthropicBody } from './lean/anthropic/body';
import { chatBody } from './lean/chat/body';
import type { WireContext } from './lean/format';
import { googleBody } from './lean/google/body';

const tools = [{ name: 'f', description: '', parameters: { type: 'object' } }];
const thinking = chatRequest({ reasoningEffort: 'xhigh', parallelToolCalls: false, tools });
const context = (effort: WireContext['effort'], quirks: WireContext['quirks'] = {}): WireContext => ({
  entry: undefined,
  quirks,
  effort,
});

describe('how long to think, and one call at a time', () => {
  it('of chat completions: in the provider’s words, and only where it knows them', () => {
    expect(chatBody(thinking, context(efforts.five, { parallelToolCalls: true }))).toMatchObject({
      reasoning_effort: 'xhigh',
      parallel_tool_calls: false,
    });
    expect(chatBody(thinking, context(efforts.deepseek))).toMatchObject({ reasoning_effort: 'max' });
    const bare = chatBody(thinking, context(undefined));
    expect(bare).not.toHaveProperty('reasoning_effort');
    expect(bare).not.toHaveProperty('parallel_tool_calls');
    const noTools = chatBody({ ...thinking, tools: [] }, context(efforts.five, { parallelToolCalls: true }));
    expect(noTools).not.toHaveProperty('parallel_tool_calls');
  });

  it('of Anthropic', () => {
    expect(anthropicBody(thinking, context(efforts.three))).toMatchObject({
      output_config: { effort: 'high' },
      tool_choice: { type: 'auto', disable_parallel_tool_use: true },
    });
  });

  it('of Google: a level or a budget', () => {
    const config = (model: string) => googleBody({ ...thinking, model }, context(efforts.three));
    expect(config('gemini-3.1-pro')).toMatchObject({
      generationConfig: { thinkingConfig: { thinkingLevel: 'high' } },
    });
    expect(config('gemini-2.5-flash')).toMatchObject({
      generationConfig: { thinkingConfig: { thinkingBudget: 24_576 } },
    });
    expect(geminiThinking('gemini-3.5-flash', 'minimal')).toEqual({ thinkingLevel: 'minimal' });
    expect(geminiThinking('gemini-3.1-pro', 'minimal')).toEqual({ thinkingLevel: 'low' });
  });

  it('of the AI SDK: under the name that the provider has there', () => {
    expect(providerOptions('openai', thinking, efforts.five)).toEqual({
      openai: { reasoningEffort: 'xhigh', parallelToolCalls: false },
    });
    expect(providerOptions('anthropic', thinking, efforts.three)).toEqual({
      anthropic: { effort: 'high', disableParallelToolUse: true },
    });
    expect(providerOptions('google', { ...thinking, model: 'gemini-3-pro' }, efforts.three)).toEqual({
      google: { thinkingConfig: { thinkingLevel: 'high' } },
    });
    expect(providerOptions('cohere', thinking, undefined)).toBeUndefined();
  });

  it('nothing is asked when nothing was said', () => {
    const plain = chatRequest({ tools });
    expect(providerOptions('openai', plain, efforts.five)).toBeUndefined();
    expect(chatBody(plain, context(efforts.five))).not.toHaveProperty('reasoning_effort');
    expect(anthropicBody(plain, context(efforts.three))).toMatchObject({ tool_choice: { type: 'auto' } });
    expect(googleBody(plain, context(efforts.three))).toMatchObject({ generationConfig: {} });
  });

  it('every scale has a word for every effort', () => {
    for (const scale of Object.values(efforts)) {
      expect(Object.keys(scale)).toEqual([...reasoningEfforts]);
    }
  });

  it.each([
    ['claude-opus-4-5', true],
    ['claude-opus-4-1-20250805', false],
    ['claude-sonnet-4-5-20250929', false],
    ['claude-sonnet-4-6', true],
    ['claude-sonnet-4-20250514', false],
    ['claude-haiku-4-5', false],
    ['claude-sonnet-5', true],
    ['claude-3-5-sonnet-20241022', false],
  ])('%s takes an effort: %s', (model, takes) => expect(claudeTakesEffort(model)).toBe(takes));
});
