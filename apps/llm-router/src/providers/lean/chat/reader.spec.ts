import * as fc from 'fast-check';
import { chunk } from '../../../testing/wire-server';
import { QuickText } from './quick-text';
import { ChatReader } from './reader';

const quickText = (data: string): string | undefined => new QuickText().read(data);

const textOf = (data: string): string =>
  new ChatReader('x')
    .read(data)
    .map((event) => (event.type === 'text' ? event.text : ''))
    .join('');

describe('chunks of chat completions', () => {
  it('give the same texts by the quick way and the whole one, whatever is written', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      fc.constantFrom('"', '\\', '"}', '\n'),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.string(), fc.boolean(), (contents, model, role) => {
        const reader = new ChatReader('x');
        const quick = new QuickText();
        for (const [index, content] of contents.entries()) {
          const delta = role && index === 0 ? { role: 'assistant', content } : { content };
          const data = JSON.stringify({ ...chunk(delta), model });
          expect(quick.read(data)).toBe(content);
          const [event] = reader.read(data);
          expect(event ?? { type: 'text', text: '' }).toEqual({ type: 'text', text: content });
          // Blanks keep the quick way from being taken.
          expect(textOf(JSON.stringify(JSON.parse(data), null, 1))).toBe(content);
        }
      }),
    );
  });

  it('are never misread where a text holds what looks like a chunk', () => {
    const inner = JSON.stringify(chunk({ content: 'inner' }));
    expect(textOf(JSON.stringify(chunk({ content: inner })))).toBe(inner);
    const call = { index: 0, id: 'a', function: { name: 'f', arguments: inner } };
    const data = JSON.stringify(chunk({ tool_calls: [call] }));
    expect(quickText(data)).toBeUndefined();
    expect(textOf(data)).toBe('');
  });

  it('with usage, an end or an error are read whole', () => {
    const usage = { prompt_tokens: 3, completion_tokens: 2 };
    for (const more of [{ usage }, { error: { message: 'x' } }]) {
      expect(quickText(JSON.stringify(chunk({ content: 'a' }, null, more)))).toBeUndefined();
    }
    expect(quickText(JSON.stringify(chunk({ content: 'a' }, 'stop')))).toBeUndefined();
    const reader = new ChatReader('x');
    reader.read(JSON.stringify(chunk({ content: 'a' }, 'stop', { usage })));
    expect(reader.end()).toMatchObject([{ reason: 'stop', usage: { inputTokens: 3, outputTokens: 2 } }]);
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
});
