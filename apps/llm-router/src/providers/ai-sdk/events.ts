import type {
  LanguageModelV3FinishReason,
  LanguageModelV3StreamPart,
  LanguageModelV3Usage,
} from '@ai-sdk/provider';
import { EngineError } from '@parley/engines-kit';
import type { ChatEvent, FinishReason, Usage } from '../../chat/types';

/**
 * One answer's stream parts as chat events. A stream may end without `finish` when it was cut: that is told
 * apart from a whole answer by `ended`.
 */
export class PartReader {
  readonly #toolNames = new Map<string, string>();
  #calls = 0;
  #finished = false;

  /** Throws what the provider reported as an error. */
  read(part: LanguageModelV3StreamPart): ChatEvent | undefined {
    switch (part.type) {
      case 'text-delta':
        return part.delta === '' ? undefined : { type: 'text', text: part.delta };
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
        return 'content_filter';
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

export const toUsage = ({ inputTokens, outputTokens }: LanguageModelV3Usage): Usage => ({
  inputTokens: inputTokens.total ?? 0,
  cachedInputTokens: inputTokens.cacheRead ?? 0,
  outputTokens: outputTokens.total ?? 0,
});
