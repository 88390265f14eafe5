import type { AssistantMessageItem, UserMessageItem } from '@parley/protocol';
import { ItemAudio } from './item-audio';

const pcm24k = { type: 'audio/pcm', rate: 24_000 } as const;
const user: UserMessageItem = {
  id: 'u',
  type: 'message',
  status: 'completed',
  role: 'user',
  content: [{ type: 'input_audio', transcript: null }],
};
const assistant: AssistantMessageItem = {
  id: 'a',
  type: 'message',
  status: 'completed',
  role: 'assistant',
  content: [{ type: 'output_audio', transcript: 'Hi.' }],
};

function bytesOf(item: ReturnType<ItemAudio['withAudio']>): number | undefined {
  const part = item.type === 'message' ? item.content[0] : undefined;
  return part !== undefined && 'audio' in part ? Buffer.from(part.audio ?? '', 'base64').length : undefined;
}

it('gives user audio back at the client’s rate', () => {
  const items = new ItemAudio(1_000_000);
  items.heard('u', new Uint8Array(3_200));
  expect(bytesOf(items.withAudio(user, pcm24k))).toBe(4_800);
  expect(bytesOf(items.withAudio(user, { type: 'audio/pcmu' }))).toBe(800);
});

it('gives assistant audio back as it was sent, cut where it was truncated', () => {
  const items = new ItemAudio(1_000_000);
  for (let i = 0; i < 10; i += 1) items.said('a', new Uint8Array(480), pcm24k);
  expect(bytesOf(items.withAudio(assistant, pcm24k))).toBe(4_800);
  items.truncate('a', 30);
  expect(bytesOf(items.withAudio(assistant, pcm24k))).toBe(1_440);
  items.truncate('a', 0);
  expect(bytesOf(items.withAudio(assistant, pcm24k))).toBe(0);
});

it('leaves items it knows nothing of as they are', () => {
  const items = new ItemAudio(1_000_000);
  expect(items.withAudio(user, pcm24k)).toBe(user);
  items.heard('u', new Uint8Array(32));
  items.drop('u');
  expect(items.withAudio(user, pcm24k)).toBe(user);
  expect(items.bytes).toBe(0);
});

it('is bounded: the oldest items lose their audio first', () => {
  const items = new ItemAudio(1_000);
  items.heard('u', new Uint8Array(600));
  items.said('a', new Uint8Array(600), pcm24k);
  expect(items.bytes).toBe(600);
  expect(items.withAudio(user, pcm24k)).toBe(user);
  expect(bytesOf(items.withAudio(assistant, pcm24k))).toBe(600);
});
