import * as fc from 'fast-check';
import { chunk } from '../../../testing/wire-server';
import { SseReader } from '../sse';
import { plainText } from './plain-text';
import { ChatReader } from './reader';

const textOf = (data: string): string =>
  new ChatReader('x')
    .read(data)
    .map((event) => (event.type === 'text' ? event.text : ''))
    .join('');

/** By the frame of its chunks where there is one. */
function textOfStream(chunks: readonly string[]): string {
  const sse = new SseReader();
  const reader = new ChatReader('x');
  sse.push(Buffer.from(chunks.map((data) => `data: ${data}\n\n`).join('')));
  let text = '';
  for (;;) {
    if (reader.frame !== undefined) text += sse.texts(reader.frame);
    const data = sse.next();
    if (data === undefined) return text;
    for (const event of reader.read(data)) if (event.type === 'text') text += event.text;
  }
}

describe('chunks of chat completions', () => {
  it('give the same texts by the quick way and the whole one, whatever is written', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      fc.constantFrom('"', '\\', '"}', '\n'),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.string(), fc.boolean(), (contents, model, role) => {
        const chunks = contents.map((content, index) => {
          const delta = role && index === 0 ? { role: 'assistant', content } : { content };
          return JSON.stringify({ ...chunk(delta), model });
        });
        for (const [index, data] of chunks.entries()) {
          expect(plainText(data)?.text).toBe(contents[index]);
          // Blanks keep the quick way from being taken.
          expect(textOf(JSON.stringify(JSON.parse(data), null, 1))).toBe(contents[index]);
        }
        expect(textOfStream(chunks)).toBe(contents.join(''));
      }),
    );
  });

  it('are never misread where a text holds what looks like a chunk', () => {
    const inner = JSON.stringify(chunk({ content: 'inner' }));
    expect(textOf(JSON.stringify(chunk({ content: inner })))).toBe(inner);
    const call = { index: 0, id: 'a', function: { name: 'f', arguments: inner } };
    const data = JSON.stringify(chunk({ tool_calls: [call] }));
    expect(plainText(data)).toBeUndefined();
    expect(textOf(data)).toBe('');
  });

  it('with usage, an end or an error are read whole', () => {
    const usage = { prompt_tokens: 3, completion_tokens: 2 };
    for (const more of [{ usage }, { error: { message: 'x' } }]) {
      expect(plainText(JSON.stringify(chunk({ content: 'a' }, null, more)))).toBeUndefined();
    }
    expect(plainText(JSON.stringify(chunk({ content: 'a' }, 'stop')))).toBeUndefined();
    const reader = new ChatReader('x');
    reader.read(JSON.stringify(chunk({ content: 'a' }, 'stop', { usage })));
    expect(reader.end()).toMatchObject([{ reason: 'stop', usage: { inputTokens: 3, outputTokens: 2 } }]);
  });

  it.each([
    ['are a part of the completion', 100, 70, 150, 100],
    ['stand beside it at xAI', 1_499, 2_809, 50 + 1_499 + 2_809, 4_308],
    ['stand beside it, few, at xAI', 100, 70, 220, 170],
    ['stand beside it for Gemini at DeepInfra, whatever the total', 1_124, 1_541, 1_174, 2_665],
  ])('thoughts %s', (_, completion_tokens, reasoning_tokens, total_tokens, outputTokens) => {
    const details = { completion_tokens_details: { reasoning_tokens } };
    const usage = { prompt_tokens: 50, completion_tokens, total_tokens, ...details };
    const reader = new ChatReader('x');
    reader.read(JSON.stringify(chunk({}, 'stop', { usage })));
    expect(reader.end()).toMatchObject([{ usage: { outputTokens } }]);
  });

  it('make whole calls of their parts, also where every index is the same', () => {
    const reader = new ChatReader('x');
    const part = (index: number, id: string | undefined, name: string | undefined, args: string) =>
      reader.read(
        JSON.stringify(chunk({ tool_calls: [{ index, id, function: { name, arguments: args } }] })),
      );
    const events = [
      ...part(0, 'a', 'f', '{"x"'),
      ...part(0, undefined, undefined, ':1}'),
      ...part(0, 'b', 'g', '{}'),
      ...reader.read(JSON.stringify(chunk({}, 'tool_calls'))),
    ];
    expect(events.filter(({ type }) => type === 'tool_call')).toEqual([
      { type: 'tool_call', callId: 'a', name: 'f', argumentsJson: '{"x":1}' },
      { type: 'tool_call', callId: 'b', name: 'g', argumentsJson: '{}' },
    ]);
    expect(reader.end()).toMatchObject([{ reason: 'tool_calls' }]);
  });

  it('go on where a server says an empty reason, and are cut where it never says another', () => {
    const reader = new ChatReader('x');
    const part = (args: string, name?: string) => {
      const call = { index: 0, id: name && 'a', function: { name, arguments: args } };
      return reader.read(JSON.stringify(chunk({ tool_calls: [call] }, '')));
    };
    const events = [...part('', 'f'), ...part('{"x":'), ...part('1}')];
    expect(events.filter(({ type }) => type === 'tool_call')).toEqual([]);
    expect(reader.end()).toBeUndefined();
    expect(reader.read(JSON.stringify(chunk({}, 'tool_calls')))).toEqual([
      { type: 'tool_call', callId: 'a', name: 'f', argumentsJson: '{"x":1}' },
    ]);
    expect(reader.end()).toMatchObject([{ reason: 'tool_calls' }]);
  });

  it('make a call whose name comes behind its arguments, and tell nothing of it before', () => {
    const reader = new ChatReader('x');
    const part = (more: object) =>
      reader.read(JSON.stringify(chunk({ tool_calls: [{ index: 0, ...more }] })));
    expect(part({ id: 'a' })).toEqual([]);
    expect(part({ function: { arguments: '{"x":' } })).toEqual([]);
    const delta = { type: 'tool_call_delta', callId: 'a', name: 'f' };
    expect(part({ function: { name: 'f' } })).toEqual([{ ...delta, argumentsDelta: '{"x":' }]);
    expect(part({ function: { name: 'f', arguments: '1}' } })).toEqual([{ ...delta, argumentsDelta: '1}' }]);
    expect(reader.read(JSON.stringify(chunk({}, 'tool_calls')))).toEqual([
      { type: 'tool_call', callId: 'a', name: 'f', argumentsJson: '{"x":1}' },
    ]);
  });

  it.each<[object[], string]>([
    [[{ x: 1 }], '{"x":1}'],
    [[{}], '{}'],
    [[{}, '{"x":1}' as unknown as object], '{"x":1}'],
  ])('take arguments that are an object: %j', (pieces, argumentsJson) => {
    const reader = new ChatReader('x');
    for (const args of pieces) {
      const call = { index: 0, id: 'a', function: { name: 'f', arguments: args } };
      reader.read(JSON.stringify(chunk({ tool_calls: [call] })));
    }
    expect(reader.read(JSON.stringify(chunk({}, 'tool_calls')))).toEqual([
      { type: 'tool_call', callId: 'a', name: 'f', argumentsJson },
    ]);
  });

  it('take a content in parts, of which thoughts are no words', () => {
    const thinking = { type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] };
    const read = (...content: object[]) => new ChatReader('x').read(JSON.stringify(chunk({ content })));
    expect(read({ type: 'text', text: 'Hel' }, thinking, { text: 'lo.' })).toEqual([
      { type: 'text', text: 'Hello.' },
    ]);
    expect(read(thinking)).toEqual([{ type: 'alive' }]);
    expect(read()).toEqual([]);
  });

  it('tell a refusal apart from words', () => {
    const reader = new ChatReader('x');
    const first = chunk({ role: 'assistant', content: '', refusal: null });
    expect(reader.read(JSON.stringify(first))).toEqual([]);
    expect(reader.read(JSON.stringify(chunk({ refusal: 'I cannot.' })))).toEqual([
      { type: 'refusal', text: 'I cannot.' },
    ]);
  });

  it.each([
    { prompt_tokens_details: { cached_tokens: '0' } },
    { prompt_tokens_details: { cached_tokens: -5 } },
    { prompt_tokens_details: 'none' },
    { prompt_cache_hit_tokens: {} },
    { completion_tokens_details: [] },
  ])('lose no answer over a count that is none: %j', (odd) => {
    const reader = new ChatReader('x');
    const usage = { prompt_tokens: 9, completion_tokens: 2, ...odd };
    reader.read(JSON.stringify(chunk({}, 'stop', { usage })));
    expect(reader.end()).toMatchObject([
      { usage: { inputTokens: 9, cachedInputTokens: 0, outputTokens: 2 } },
    ]);
    const without = new ChatReader('x');
    without.read(JSON.stringify(chunk({}, 'stop', { usage: [odd], x_groq: 'x' })));
    expect(without.end()).toMatchObject([{ usage: { inputTokens: 0 } }]);
  });

  it('are a sign of work where they hold thoughts', () => {
    for (const delta of [
      { reasoning_content: 'Hm.', content: null },
      { reasoning: 'Hm.', content: '' },
    ]) {
      expect(new ChatReader('x').read(JSON.stringify(chunk(delta)))).toEqual([{ type: 'alive' }]);
    }
  });
});
