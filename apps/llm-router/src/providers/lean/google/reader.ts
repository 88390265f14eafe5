import { EngineError } from '@parley/engines-kit';
import { z } from 'zod';
import type { ChatEvent, FinishReason, Usage } from '../../../chat/types';
import { newCallId } from '../../call-ids';
import type { WireReader } from '../format';
import { reportedFault } from '../reported-fault';

const count = z.number().nonnegative().nullish().catch(null);

const partSchema = z.object({
  text: z.string().optional(),
  thought: z.boolean().optional(),
  functionCall: z
    .object({
      id: z.string().optional(),
      name: z.string(),
      args: z.record(z.string(), z.unknown()).nullish(),
    })
    .optional(),
});

const chunkSchema = z.object({
  candidates: z
    .array(
      z.object({
        content: z.object({ parts: z.array(partSchema).nullish() }).nullish(),
        finishReason: z.string().nullish(),
      }),
    )
    .nullish(),
  promptFeedback: z.object({ blockReason: z.string().nullish() }).nullish(),
  usageMetadata: z
    .object({
      promptTokenCount: count,
      cachedContentTokenCount: count,
      candidatesTokenCount: count,
      thoughtsTokenCount: count,
    })
    .nullish()
    .catch(null),
  error: z.unknown().optional(),
});

const filtered = ['SAFETY', 'RECITATION', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII'];

/** The model wrote a call or an answer that cannot be read: nothing of it is told. */
const unreadable = new Set(['MALFORMED_FUNCTION_CALL', 'UNEXPECTED_TOOL_CALL', 'MALFORMED_RESPONSE']);

/** The chunks of streamGenerateContent. */
export class GoogleReader implements WireReader {
  #calls = 0;
  #said = false;
  #finish: string | undefined;
  #usage: Usage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };

  constructor(private readonly provider: string) {}

  read(data: string): ChatEvent[] {
    const chunk = chunkSchema.parse(JSON.parse(data));
    if (chunk.error != null) throw reportedFault(this.provider, chunk.error);
    const usage = chunk.usageMetadata;
    if (usage != null) {
      this.#usage = {
        inputTokens: usage.promptTokenCount ?? 0,
        cachedInputTokens: usage.cachedContentTokenCount ?? 0,
        outputTokens: (usage.candidatesTokenCount ?? 0) + (usage.thoughtsTokenCount ?? 0),
      };
    }
    if (chunk.promptFeedback?.blockReason != null) this.#finish = 'SAFETY';
    const [candidate] = chunk.candidates ?? [];
    this.#finish = candidate?.finishReason ?? this.#finish;
    const events = (candidate?.content?.parts ?? []).flatMap((part) => this.#part(part));
    this.#said ||= events.some(({ type }) => type !== 'alive');
    // It has written all the same, and that is paid for.
    return this.#failed() ? [...events, { type: 'alive' }] : events;
  }

  end(): ChatEvent[] | undefined {
    if (this.#finish === undefined) return undefined;
    if (this.#failed()) {
      const message = `${this.provider}: the model wrote what cannot be read (${this.#finish})`;
      throw new EngineError('transient', 'unreadable_call', message);
    }
    return [{ type: 'finished', reason: this.#reason(this.#finish), usage: this.#usage }];
  }

  #failed(): boolean {
    return !this.#said && this.#finish !== undefined && unreadable.has(this.#finish);
  }

  /** Calls come whole. */
  #part({ text, thought, functionCall: call }: z.output<typeof partSchema>): ChatEvent[] {
    if (call !== undefined) {
      this.#calls += 1;
      const callId = call.id ?? newCallId();
      return [{ type: 'tool_call', callId, name: call.name, argumentsJson: JSON.stringify(call.args ?? {}) }];
    }
    if (thought === true) return [{ type: 'alive' }];
    return text ? [{ type: 'text', text }] : [];
  }

  #reason(finish: string): FinishReason {
    if (finish === 'MAX_TOKENS') return 'length';
    if (filtered.includes(finish)) return 'content_filter';
    return this.#calls > 0 ? 'tool_calls' : 'stop';
  }
}
