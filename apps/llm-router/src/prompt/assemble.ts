import type { ParsedRequest } from '../chat/parse-request';
import type { ChatMessage, ChatRequest } from '../chat/types';
import { spokenGuidance, type GuidanceStyle } from './guidance';
import type { NoteLedger } from './note-ledger';
import { memoryText } from './memory';
import { personaNote } from './persona-note';

export interface AssembleOptions {
  /** Name at the provider. */
  readonly model: string;
  readonly cacheKey: string;
  readonly promptCacheKey: string;
  readonly ledger: NoteLedger;
  readonly guidance: GuidanceStyle;
  /** The prompt is only prepared: its last words may still change, so nothing is remembered of them. */
  readonly prepare?: boolean;
}

/**
 * The complete prompt, what changes least first: guidance, instructions, what is remembered, the conversation with its
 * notes. Providers keep evaluated what is the same from the start on.
 */
export function assemble(request: ParsedRequest, options: AssembleOptions): ChatRequest {
  return {
    model: options.model,
    cacheKey: options.cacheKey,
    promptCacheKey: options.promptCacheKey,
    system: [
      request.spoken ? (request.templates['guidance'] ?? spokenGuidance[options.guidance]).trim() : '',
      request.instructions.trim(),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    memory: memoryText(request.memory, request.templates),
    messages: request.spoken ? annotated(request, options) : request.messages,
    tools: request.tools,
    toolChoice: request.toolChoice,
    spoken: request.spoken,
    temperature: request.temperature,
    maxOutputTokens: request.maxOutputTokens,
    settings: request.settings,
    reasoningEffort: request.reasoningEffort,
    parallelToolCalls: request.parallelToolCalls,
    background: false,
    truncation: request.truncation,
  };
}

function annotated(request: ParsedRequest, { ledger, prepare }: AssembleOptions): readonly ChatMessage[] {
  if (prepare) return ledger.recall(request.messages);
  const facts = { persona: personaNote(request.perception), language: request.language };
  return ledger.annotate(request.messages, facts, request.templates);
}
