import type { ChatEvent } from '../chat/types';
import { oneCall } from './one-call';

const call = (callId: string): ChatEvent[] => [
  { type: 'tool_call_delta', callId, name: 'f', argumentsDelta: '{}' },
  { type: 'tool_call', callId, name: 'f', argumentsJson: '{}' },
];
const finished: ChatEvent = {
  type: 'finished',
  reason: 'tool_calls',
  usage: { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1 },
};

async function* from(events: readonly ChatEvent[]): AsyncGenerator<ChatEvent> {
  yield* events;
}

it('of several calls in an answer the first is left, with its words and its end', async () => {
  const text: ChatEvent = { type: 'text', text: 'Wait.' };
  const events: ChatEvent[] = [];
  const answer = from([text, ...call('a'), ...call('b'), ...call('c'), finished]);
  for await (const event of oneCall(answer)) events.push(event);
  const others: ChatEvent[] = [...call('b'), ...call('c')].map(() => ({ type: 'alive' }));
  expect(events).toEqual([text, ...call('a'), ...others, finished]);
});
