import { decode, v1 } from '@parley/contracts';
import { createRegistry, Spans } from '@parley/telemetry';
import { AnswerMetrics } from '../answering/answer-metrics';
import { Answers } from '../answering/answers';
import { Breakers } from '../answering/breakers';
import type { ChatEvent } from '../chat/types';
import type { ChatProvider } from '../providers/provider';
import { ProviderRegistry } from '../providers/registry';
import { chatRequest } from '../testing/collect';
import { deadlines } from '../testing/deadlines';
import { Generation } from './generation';
import { GenerationMetrics } from './metrics';
import { Outbox } from './outbox';

afterEach(() => jest.restoreAllMocks());

it('while a model thinks, and writes a strict call, whoever waits for it is told that it does', async () => {
  let nowMs = 1_000;
  jest.spyOn(performance, 'now').mockImplementation(() => nowMs);
  const thinks: ChatProvider = {
    id: 'test',
    hosted: true,
    capabilities: { tools: true, images: false, systemAnywhere: true, guidance: 'full' },
    models: () => [{ name: 'm', contextTokens: 0, tools: true, images: false }],
    async *generate(): AsyncGenerator<ChatEvent> {
      for (let second = 0; second < 7; second += 1) {
        nowMs += 1_000;
        yield { type: 'alive' };
      }
      yield { type: 'text', text: 'Wait.' };
      const call = { callId: 'c', name: 'f' };
      for (let second = 0; second < 4; second += 1) {
        nowMs += 1_000;
        yield { type: 'tool_call_delta', ...call, argumentsDelta: second === 0 ? '{' : ' ' };
      }
      yield { type: 'tool_call', ...call, argumentsJson: '{}' };
      yield {
        type: 'finished',
        reason: 'tool_calls',
        usage: { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1 },
      };
    },
  };
  const registry = new ProviderRegistry([thinks], { PARLEY_LLM_MODEL: 'test/m', PARLEY_MODEL_ALIASES: '' });
  const model = registry.resolve('test/m');
  const tools = [{ name: 'f', description: '', parameters: { type: 'object' }, strict: true }];
  const breakers = new Breakers();
  const metrics = createRegistry('test');
  const sent: (string | undefined)[] = [];
  const stream = {
    closed: false,
    credit: 1,
    ready: () => Promise.resolve(),
    send: (payload: Uint8Array) => sent.push(decode(v1.GenerateEvent, payload).event) > 0,
  };
  const generation = new Generation(1, {
    outbox: new Outbox({ stream, generation: 1, coalesceMs: 0 }),
    metrics: new GenerationMetrics(metrics),
    answers: new Answers({
      deadlines,
      breakers,
      metrics: new AnswerMetrics(metrics, breakers),
      measures: { record: () => undefined },
    }),
    spans: Spans.under(''),
    plan: () => ({ candidates: [{ model, request: () => chatRequest({ model: 'm', tools }) }] }),
    used: () => undefined,
    spent: () => undefined,
  });
  await generation.run();
  expect(sent).toEqual([
    'alive',
    'alive',
    'started',
    'text',
    'alive',
    'toolCallDelta',
    'toolCall',
    'finished',
  ]);
});
