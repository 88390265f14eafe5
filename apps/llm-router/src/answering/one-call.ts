import type { ChatEvent } from '../chat/types';

/**
 * The answer up to its first call, for requests that want one at most: not every provider can be told so, and not
 * every model obeys.
 */
export async function* oneCall(events: AsyncIterable<ChatEvent>): AsyncGenerator<ChatEvent> {
  let first: string | undefined;
  for await (const event of events) {
    if (event.type === 'tool_call' || event.type === 'tool_call_delta') {
      first ??= event.callId;
      if (event.callId !== first) {
        yield { type: 'alive' };
        continue;
      }
    }
    yield event;
  }
}
