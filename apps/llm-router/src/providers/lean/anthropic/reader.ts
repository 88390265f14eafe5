import { z } from 'zod';
import type { ChatEvent, FinishReason } from '../../../chat/types';
import type { WireReader } from '../format';
import { reportedFault } from '../reported-fault';

const count = z.number().nonnegative().nullish().catch(null);
const usageSchema = z.object({
  input_tokens: count,
  cache_read_input_tokens: count,
  cache_creation_input_tokens: count,
  output_tokens: count,
});

const eventSchema = z.object({
  type: z.string(),
  index: z.number().optional(),
  message: z.object({ usage: usageSchema.nullish().catch(null) }).optional(),
  content_block: z
    .object({ type: z.string(), id: z.string().optional(), name: z.string().optional() })
    .optional(),
  delta: z
    .object({
      type: z.string().optional(),
      text: z.string().optional(),
      partial_json: z.string().optional(),
      thinking: z.string().optional(),
      stop_reason: z.string().nullish(),
    })
    .optional(),
  usage: usageSchema.nullish().catch(null),
  error: z.unknown().optional(),
});

type Event = z.output<typeof eventSchema>;

interface Call {
  readonly callId: string;
  readonly name: string;
  argumentsJson: string;
}

const reasons: Readonly<Record<string, FinishReason>> = {
  tool_use: 'tool_calls',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  refusal: 'content_filter',
};

/** The events of a streamed message. */
export class AnthropicReader implements WireReader {
  readonly #calls = new Map<number, Call>();
  readonly #usage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };
  #stopReason: string | undefined;
  #stopped = false;

  constructor(private readonly provider: string) {}

  read(data: string): ChatEvent[] {
    const event = eventSchema.parse(JSON.parse(data));
    switch (event.type) {
      case 'message_start':
        this.#count(event.message?.usage);
        return [];
      case 'content_block_start':
        this.#begin(event);
        return [];
      case 'content_block_delta':
        return this.#delta(event);
      case 'content_block_stop':
        return this.#end(event.index ?? 0);
      case 'message_delta':
        this.#count(event.usage);
        this.#stopReason = event.delta?.stop_reason ?? this.#stopReason;
        return [];
      case 'message_stop':
        this.#stopped = true;
        return [];
      case 'error':
        throw reportedFault(this.provider, event.error);
      default:
        return [];
    }
  }

  get over(): boolean {
    return this.#stopped;
  }

  end(): ChatEvent[] | undefined {
    if (!this.#stopped) return undefined;
    return [{ type: 'finished', reason: reasons[this.#stopReason ?? ''] ?? 'stop', usage: this.#usage }];
  }

  #begin({ index = 0, content_block: block }: Event): void {
    if (block?.type !== 'tool_use') return;
    this.#calls.set(index, {
      callId: block.id ?? `call_${index}`,
      name: block.name ?? '',
      argumentsJson: '',
    });
  }

  #delta({ index = 0, delta }: Event): ChatEvent[] {
    if (delta?.text) return [{ type: 'text', text: delta.text }];
    if (delta?.thinking !== undefined) return [{ type: 'alive' }];
    const call = this.#calls.get(index);
    if (call === undefined || !delta?.partial_json) return [];
    call.argumentsJson += delta.partial_json;
    const { callId, name } = call;
    return [{ type: 'tool_call_delta', callId, name, argumentsDelta: delta.partial_json }];
  }

  #end(index: number): ChatEvent[] {
    const call = this.#calls.get(index);
    this.#calls.delete(index);
    return call === undefined
      ? []
      : [{ type: 'tool_call', ...call, argumentsJson: call.argumentsJson || '{}' }];
  }

  /** What was read from the cache and what was written to it is input too. */
  #count(usage: z.output<typeof usageSchema> | null | undefined): void {
    if (usage?.input_tokens != null) {
      this.#usage.cachedInputTokens = usage.cache_read_input_tokens ?? 0;
      const written = usage.cache_creation_input_tokens ?? 0;
      this.#usage.inputTokens = usage.input_tokens + this.#usage.cachedInputTokens + written;
    }
    this.#usage.outputTokens = usage?.output_tokens ?? this.#usage.outputTokens;
  }
}
