import type { SpanRecord } from '@parley/telemetry';
import type { AnswerEnd } from '../answering/answer';
import type { AttemptFacts } from '../answering/facts';

export interface ChatFacts {
  /** ms of `performance.now()`. */
  readonly startMs: number;
  /** ms from the start; 0: none came. */
  readonly firstTokenMs: number;
  /** "provider/model"; empty: none answered. */
  readonly model: string;
  readonly attempts: readonly AttemptFacts[];
}

/** An answer by OpenTelemetry's conventions for generative models; nothing of what was asked or said is in it. */
export function chatSpan(end: AnswerEnd, { startMs, firstTokenMs, model, attempts }: ChatFacts): SpanRecord {
  const [provider = ''] = model.split('/', 1);
  const name = model.slice(provider.length + 1);
  return {
    name: model === '' ? 'chat' : `chat ${name}`,
    startMs,
    endMs: performance.now(),
    outward: true,
    ...(end.type === 'failed' ? { failure: end.failure.code } : {}),
    attributes: {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': provider,
      'gen_ai.response.model': name,
      'parley.llm.attempts': attempts.map(
        (attempt) => `${attempt.provider}/${attempt.model}: ${attempt.status}`,
      ),
      ...(firstTokenMs > 0 ? { 'parley.llm.first_token_ms': Math.round(firstTokenMs) } : {}),
      ...(end.type === 'finished'
        ? {
            'gen_ai.response.finish_reasons': [end.reason],
            'gen_ai.usage.input_tokens': end.usage.inputTokens,
            'gen_ai.usage.output_tokens': end.usage.outputTokens,
            'gen_ai.usage.cache_read.input_tokens': end.usage.cachedInputTokens,
          }
        : {}),
    },
  };
}
