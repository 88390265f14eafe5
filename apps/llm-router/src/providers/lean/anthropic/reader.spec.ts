import { AnthropicReader } from './reader';

it('an answer of Claude’s is whole with a count that is none, and over when it says so', () => {
  const reader = new AnthropicReader('anthropic');
  const read = (event: object) => reader.read(JSON.stringify(event));
  read({ type: 'message_start', message: { usage: { input_tokens: 9, cache_read_input_tokens: '3' } } });
  read({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: 'none' });
  expect(reader.over).toBe(false);
  read({ type: 'message_stop' });
  expect(reader.over).toBe(true);
  expect(reader.end()).toMatchObject([{ reason: 'stop', usage: { inputTokens: 9, cachedInputTokens: 0 } }]);
});
