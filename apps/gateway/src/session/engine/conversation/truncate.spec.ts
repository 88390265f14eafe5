import { find } from './items';
import { entryOf, type Entry } from './state';
import { truncate } from './truncate';

const item = {
  id: 'a',
  type: 'message',
  status: 'completed',
  role: 'assistant',
  content: [{ type: 'output_audio', transcript: 'Hello there.' }],
} as const;
const entry = entryOf({ ...item, content: [...item.content] });
const conversation = { entries: [entry], chars: 12, imageBytes: 0 };
const cut = (audioEndMs: number, contentIndex = 0) => ({ itemId: 'a', contentIndex, audioEndMs });

it('drops the transcript for good, and remembers what was heard', () => {
  const result = truncate(conversation, entry, 900, cut(300));
  if (result.error !== undefined) throw new Error('refused');
  expect(find(result.conversation, 'a')).toMatchObject({
    heardMs: 300,
    truncated: true,
    item: { content: [{ type: 'output_audio' }] },
  });
  expect(result.conversation.chars).toBe(0);
});

it.each<[string, Entry | undefined, number | null, ReturnType<typeof cut>, string | null]>([
  ['to nothing', entry, 900, cut(0), null],
  ['at its end', entry, 900, cut(900), null],
  ['at its end, rounded up', entry, 899.4, cut(900), null],
  ['beyond its end', entry, 900, cut(901), 'invalid_value'],
  ['another part', entry, 900, cut(100, 1), 'invalid_value'],
  ['text', entry, null, cut(100), 'unsupported_content_type'],
  ['speech that was not sent yet', entry, 0, cut(0), 'unsupported_content_type'],
  ['nothing', undefined, null, cut(0), 'item_truncate_invalid_item_id'],
  ['once more, shorter', { ...entry, truncated: true, heardMs: 300 }, 900, cut(200), null],
  ['once more, longer', { ...entry, truncated: true, heardMs: 300 }, 900, cut(301), 'invalid_value'],
])('%s', (_name, target, sentMs, request, code) => {
  expect(truncate(conversation, target, sentMs, request).error?.code ?? null).toBe(code);
});

it('says how long the audio is', () => {
  expect(truncate(conversation, entry, 900, cut(1_000)).error?.message).toBe(
    'Audio content of 900ms is already shorter than 1000ms',
  );
});
