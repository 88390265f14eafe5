import type {
  LanguageModelV3FinishReason,
  LanguageModelV3StreamPart,
  LanguageModelV3Usage,
} from '@ai-sdk/provider';
import { EngineError } from '@parley/engines-kit';
import { z } from 'zod';
import type { ChatEvent, FinishReason, Usage } from '../../chat/types';

/**
 * One answer's stream parts as chat events. A stream may end without `finish` when it was cut: that is told
 * apart from a whole answer by `ended`.
 */
export class PartReader {
  readonly #toolNames = new Map<string, string>();
  #calls = 0;
  #finished = false;
  /** Of the chunk that is read: the adapter tells it as words too, behind it. */
  #refusal: string | undefined;
  #refused = false;

  /** Throws what the provider reported as an error. */
  read(part: LanguageModelV3StreamPart): ChatEvent | undefined {
    switch (part.type) {
      case 'text-delta':
        if (part.delta === '' || part.delta === this.#refusal) return undefined;
        return { type: 'text', text: part.delta };
      case 'reasoning-start':
      case 'reasoning-delta':
        return { type: 'alive' };
      case 'tool-input-start':
        this.#toolNames.set(part.id, part.toolName);
        return { type: 'alive' };
      case 'tool-input-delta':
        return {
          type: 'tool_call_delta',
          callId: part.id,
          name: this.#toolNames.get(part.id) ?? '',
          argumentsDelta: part.delta,
        };
      case 'tool-call':
        this.#calls += 1;
        return {
          type: 'tool_call',
          callId: part.toolCallId,
          name: part.toolName,
          argumentsJson: part.input || '{}',
        };
      case 'finish':
        this.#finished = true;
        return { type: 'finished', reason: this.#reason(part.finishReason), usage: toUsage(part.usage) };
      case 'raw':
        this.#refusal = refusalIn(part.rawValue);
        if (this.#refusal === undefined) return undefined;
        this.#refused = true;
        return { type: 'refusal', text: this.#refusal };
      case 'error':
        throw part.error;
      default:
        return undefined;
    }
  }

  /** Throws when the stream ended before the answer did. */
  ended(provider: string): void {
    if (this.#finished) return;
    throw new EngineError('transient', 'answer_cut', `${provider}: the answer was cut off`);
  }

  #reason({ unified, raw }: LanguageModelV3FinishReason): FinishReason {
    switch (unified) {
      case 'length':
        return 'length';
      case 'content-filter':
        // The adapters' word for a refusal, too, that ended like any answer.
        return this.#refused && raw !== 'content_filter' ? 'stop' : 'content_filter';
      case 'error':
        throw new EngineError('transient', 'provider_error', `the provider ended with "${raw ?? 'error'}"`);
      case 'other':
        // A stream that was cut has no reason of its own at all.
        if (raw === undefined) throw new EngineError('transient', 'answer_cut', 'the answer was cut off');
        return this.#calls > 0 ? 'tool_calls' : 'stop';
      default:
        return this.#calls > 0 ? 'tool_calls' : 'stop';
    }
  }
}

const refusalSchema = z.union([
  z.object({ choices: z.tuple([z.object({ delta: z.object({ refusal: z.string().min(1) }) })]) }),
  z.object({ type: z.literal('response.refusal.delta'), delta: z.string().min(1) }),
]);

/** Of one chunk, as OpenAI's chat completions and responses have it: the adapters tell it as words. */
function refusalIn(chunk: unknown): string | undefined {
  const { data } = refusalSchema.safeParse(chunk);
  return data && ('delta' in data ? data.delta : data.choices[0].delta.refusal);
}

export const toUsage = ({ inputTokens, outputTokens }: LanguageModelV3Usage): Usage => ({
  inputTokens: inputTokens.total ?? 0,
  cachedInputTokens: inputTokens.cacheRead ?? 0,
  outputTokens: outputTokens.total ?? 0,
});
