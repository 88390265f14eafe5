import { createRegistry } from '@parley/telemetry';
import type { ChatEvent } from '../../chat/types';
import type { ChatProvider } from '../../providers/provider';
import { chatRequest } from '../../testing/collect';
import { Answer, type AnswerEnd } from '../answer';
import { AnswerMetrics } from '../answer-metrics';
import { Breakers } from '../breakers';
import type { AttemptFacts } from '../facts';

const parameters = { type: 'object', required: ['city'] };
const argumentsJson = `{"town":"${'x'.repeat(40)}"}`;
const call = { callId: 'c', name: 'f' };

async function* whole(): AsyncGenerator<ChatEvent> {
  yield { type: 'tool_call', ...call, argumentsJson };
}

async function* inDeltas(): AsyncGenerator<ChatEvent> {
  yield { type: 'tool_call_delta', ...call, argumentsDelta: argumentsJson.slice(0, 10) };
  yield { type: 'tool_call_delta', ...call, argumentsDelta: argumentsJson.slice(10) };
  yield* whole();
}

it.each([
  ['whole', whole],
  ['in deltas', inDeltas],
])('an answer whose call does not fit is paid for, %s', async (_, generate) => {
  const provider: ChatProvider = {
    id: 'p',
    hosted: true,
    capabilities: { tools: true, images: false, systemAnywhere: true, guidance: 'full' },
    models: () => [],
    generate,
  };
  const breakers = new Breakers();
  let end: AnswerEnd | undefined;
  let attempts: readonly AttemptFacts[] = [];
  await new Answer({
    plan: {
      candidates: [
        {
          model: { id: { provider: 'p', model: 'm' }, name: 'p/m', provider, entry: undefined },
          request: () => chatRequest({ tools: [{ name: 'f', description: '', parameters, strict: true }] }),
        },
      ],
    },
    deadlines: {
      firstTokenMs: 20_000,
      fallbackMs: 20_000,
      betweenTokensMs: 20_000,
      totalMs: 60_000,
      hedgeMs: 0,
    },
    breakers,
    metrics: new AnswerMetrics(createRegistry('test'), breakers),
    measures: { record: () => undefined },
    listener: {
      began: () => undefined,
      told: () => undefined,
      ended: (...told) => void ([end, attempts] = told),
    },
  }).run();
  expect(end).toMatchObject({ type: 'failed', failure: { code: 'invalid_arguments' } });
  const usage = { estimated: true, outputTokens: Math.ceil(argumentsJson.length / 4) };
  // It was asked once more.
  expect(attempts).toMatchObject([{ usage }, { usage }]);
  expect(attempts[0]?.usage?.inputTokens).toBeGreaterThan(0);
});
