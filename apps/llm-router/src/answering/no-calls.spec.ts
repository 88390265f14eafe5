import type { ChatEvent } from '../chat/types';
import { noCalls } from './no-calls';

const usage = { inputTokens: 1, cachedInputTokens: 0, outputTokens: 9 };

async function* from(events: readonly ChatEvent[]): AsyncGenerator<ChatEvent> {
  yield* events;
}

it('of an answer that was to call nothing its words are left, and what was written beside them counts', async () => {
  const told: ChatEvent[] = [];
  const answer = from([
    { type: 'text', text: 'Wait.' },
    { type: 'tool_call_delta', callId: 'a', name: 'f', argumentsDelta: '{"x"' },
    { type: 'tool_call_delta', callId: 'a', name: 'f', argumentsDelta: ':1}' },
    { type: 'tool_call', callId: 'a', name: 'f', argumentsJson: '{"x":1}' },
    { type: 'tool_call', callId: 'b', name: 'f', argumentsJson: '{}' },
    { type: 'finished', reason: 'tool_calls', usage },
  ]);
  for await (const event of noCalls(answer)) told.push(event);
  expect(told).toEqual([
    { type: 'text', text: 'Wait.' },
    { type: 'alive', chars: 4 },
    { type: 'alive', chars: 3 },
    { type: 'alive', chars: 0 },
    { type: 'alive', chars: 2 },
    { type: 'finished', reason: 'stop', usage },
  ]);
});
