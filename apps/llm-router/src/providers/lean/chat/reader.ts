import type { ChatEvent, FinishReason, Usage } from '../../../chat/types';
import { newCallId } from '../../call-ids';
import { reportedFault } from '../reported-fault';
import type { WireReader } from '../format';
import type { PlainFrame } from '../sse';
import { readChunk, wordsOf, type WireCall, type WireUsage } from './chunk';
import { plainText } from './plain-text';

interface Call {
  readonly index: number;
  readonly callId: string;
  /** Empty until it comes: some servers send it behind the id. */
  name: string;
  argumentsJson: string;
  /** Of the arguments, as far as they were told: nobody can take what has no name. */
  toldChars: number;
}

const reasons: Readonly<Record<string, FinishReason>> = {
  length: 'length',
  max_tokens: 'length',
  content_filter: 'content_filter',
};

/** The chunks of a streamed chat completion. */
export class ChatReader implements WireReader {
  over = false;
  #frame: PlainFrame | undefined;
  readonly #calls: Call[] = [];
  #told = 0;
  #finish: string | undefined;
  #usage: Usage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };

  constructor(private readonly provider: string) {}

  get frame(): PlainFrame | undefined {
    return this.#frame;
  }

  read(data: string): ChatEvent[] {
    if (data === '[DONE]') {
      this.over = true;
      return [];
    }
    const plain = plainText(data);
    if (plain !== undefined) {
      this.#frame = plain.frame;
      return plain.text === '' ? [] : [{ type: 'text', text: plain.text }];
    }
    const chunk = readChunk(data);
    if (chunk.error != null) throw reportedFault(this.provider, chunk.error);
    const usage = chunk.usage ?? chunk.x_groq?.usage;
    if (usage != null) this.#usage = toUsage(usage);
    const [choice] = chunk.choices ?? [];
    if (choice === undefined) return [];
    const { content, refusal, tool_calls: calls, reasoning_content: thought, reasoning } = choice.delta ?? {};
    const words = wordsOf(content);
    const events: ChatEvent[] = words === '' ? [] : [{ type: 'text', text: words }];
    if (refusal) events.push({ type: 'refusal', text: refusal });
    const onlyThoughts = words === '' && Array.isArray(content) && content.length > 0;
    if (thought || reasoning || onlyThoughts) events.push({ type: 'alive' });
    for (const call of calls ?? []) events.push(...this.#call(call));
    // Some servers say "" as long as there is none.
    if (choice.finish_reason) {
      this.#finish = choice.finish_reason;
      events.push(...this.#whole(this.#calls.length));
    }
    return events;
  }

  end(): ChatEvent[] | undefined {
    if (this.#finish === undefined) return undefined;
    const reason = reasons[this.#finish] ?? (this.#calls.length > 0 ? 'tool_calls' : 'stop');
    return [{ type: 'finished', reason, usage: this.#usage }];
  }

  #call({ index, id, function: part }: WireCall): ChatEvent[] {
    const events: ChatEvent[] = [];
    let call = this.#calls.find(
      (one) => one.index === index && (id == null || id === '' || one.callId === id),
    );
    if (call === undefined) {
      // A new call: the ones before it are whole.
      events.push(...this.#whole(this.#calls.length));
      call = { index, callId: id || newCallId(), name: '', argumentsJson: '', toldChars: 0 };
      this.#calls.push(call);
    }
    call.argumentsJson += part?.arguments ?? '';
    if (call.name === '') call.name = part?.name ?? '';
    const { callId, name, argumentsJson, toldChars } = call;
    if (name !== '' && argumentsJson.length > toldChars) {
      call.toldChars = argumentsJson.length;
      events.push({ type: 'tool_call_delta', callId, name, argumentsDelta: argumentsJson.slice(toldChars) });
    }
    return events;
  }

  #whole(until: number): ChatEvent[] {
    const calls = this.#calls.slice(this.#told, until);
    this.#told = until;
    return calls.map(({ callId, name, argumentsJson }) => ({
      type: 'tool_call',
      callId,
      name,
      argumentsJson: argumentsJson || '{}',
    }));
  }
}

const toUsage = (usage: WireUsage): Usage => ({
  inputTokens: usage.prompt_tokens,
  cachedInputTokens: usage.prompt_tokens_details?.cached_tokens ?? usage.prompt_cache_hit_tokens ?? 0,
  outputTokens: usage.completion_tokens + thoughtsBeside(usage),
});

/** Thoughts are a part of the completion, but for xAI and for Gemini at DeepInfra, which count them beside it. */
function thoughtsBeside({
  prompt_tokens: read,
  completion_tokens: written,
  total_tokens: total,
  completion_tokens_details: details,
}: WireUsage): number {
  const thoughts = details?.reasoning_tokens ?? 0;
  return thoughts > written || (thoughts > 0 && total === read + written + thoughts) ? thoughts : 0;
}
