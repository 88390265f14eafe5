import { AnthropicReader } from './anthropic/reader';
import { GoogleReader } from './google/reader';

it('a thought is a sign of work, and none of its words is told', () => {
  const delta = { type: 'thinking_delta', thinking: 'Hm.' };
  const thinking = { type: 'content_block_delta', index: 0, delta };
  expect(new AnthropicReader('x').read(JSON.stringify(thinking))).toEqual([{ type: 'alive' }]);
  const content = { parts: [{ text: 'Hm.', thought: true }, { text: 'Yes.' }] };
  expect(new GoogleReader('x').read(JSON.stringify({ candidates: [{ content }] }))).toEqual([
    { type: 'alive' },
    { type: 'text', text: 'Yes.' },
  ]);
});
