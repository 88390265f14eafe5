import type { ParsedRequest } from '../chat/parse-request';
import type { ChatMessage, ChatRequest } from '../chat/types';
import { spokenGuidance, type GuidanceStyle } from './guidance';
import type { NoteLedger } from './note-ledger';
import { personaNote } from './persona-note';

export interface AssembleOptions {
  /** Name at the provider. */
  readonly model: string;
  readonly cacheKey: string;
  readonly ledger: NoteLedger;
  readonly guidance: GuidanceStyle;
  /** The prompt is only prepared: its last words may still change, so nothing is remembered of them. */
  readonly prepare?: boolean;
}

/** The complete prompt: guidance, then instructions, then the conversation with its notes. */
export function assemble(request: ParsedRequest, options: AssembleOptions): ChatRequest {
  return {
    model: options.model,
    cacheKey: options.cacheKey,
    system: [request.spoken ? spokenGuidance[options.guidance] : '', request.instructions.trim()]
      .filter((part) => part !== '')
      .join('\n\n'),
    messages: request.spoken ? annotated(request, options) : request.messages,
    tools: request.tools,
    toolChoice: request.toolChoice,
    spoken: request.spoken,
    temperature: request.temperature,
    maxOutputTokens: request.maxOutputTokens,
    ...(request.settings === undefined ? {} : { settings: request.settings }),
    reasoningEffort: request.reasoningEffort,
    parallelToolCalls: request.parallelToolCalls,
    truncation: request.truncation,
  };
}

function annotated(request: ParsedRequest, { ledger, prepare }: AssembleOptions): readonly ChatMessage[] {
  if (prepare) return ledger.recall(request.messages);
  return ledger.annotate(request.messages, {
    persona: personaNote(request.perception),
    language: request.language,
  });
}
