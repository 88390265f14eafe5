import type { ChatEvent } from '../chat/types';

/** The answer without calls, for requests that want none: not every provider heeds that, and not every model obeys. */
export async function* noCalls(events: AsyncIterable<ChatEvent>): AsyncGenerator<ChatEvent> {
  const begun = new Set<string>();
  for await (const event of events) {
    if (event.type === 'tool_call_delta') {
      begun.add(event.callId);
      yield { type: 'alive', chars: event.argumentsDelta.length };
    } else if (event.type === 'tool_call') {
      yield { type: 'alive', chars: begun.has(event.callId) ? 0 : event.argumentsJson.length };
    } else if (event.type === 'finished' && event.reason === 'tool_calls') {
      yield { ...event, reason: 'stop' };
    } else yield event;
  }
}
