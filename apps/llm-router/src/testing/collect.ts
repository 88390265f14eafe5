import { EngineError } from '@parley/engines-kit';
import type { ChatEvent, ChatRequest } from '../chat/types';
import type { ChatProvider } from '../providers/provider';

export const chatRequest = (over: Partial<ChatRequest> = {}): ChatRequest => ({
  model: 'm',
  cacheKey: 'k',
  promptCacheKey: '',
  system: 'Be brief.',
  memory: '',
  messages: [{ role: 'user', text: 'Hi', images: [] }],
  tools: [],
  toolChoice: { kind: 'auto' },
  spoken: true,
  temperature: undefined,
  maxOutputTokens: undefined,
  reasoningEffort: undefined,
  parallelToolCalls: undefined,
  background: false,
  ...over,
});

export interface Collected {
  readonly events: readonly ChatEvent[];
  readonly text: string;
  readonly error: EngineError | undefined;
}

/** Everything that came of one request, its failure included. */
export async function collect(
  provider: ChatProvider,
  request: ChatRequest,
  signal: AbortSignal = new AbortController().signal,
): Promise<Collected> {
  const events: ChatEvent[] = [];
  let error: EngineError | undefined;
  try {
    for await (const event of provider.generate(request, { signal })) events.push(event);
  } catch (thrown) {
    if (!EngineError.isInstance(thrown)) throw thrown;
    error = thrown;
  }
  const text = events.map((event) => (event.type === 'text' ? event.text : '')).join('');
  return { events, text, error };
}
