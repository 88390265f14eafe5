import { EngineError } from '@parley/engines-kit';
import type { ChatEvent, Tool } from '../../chat/types';
import type { Verdict } from './arguments-check';
import { checkThread, type CheckThread } from './check-thread';

/**
 * Calls of strict tools are there once their arguments fit the schema; others end the answer. One in the middle of which
 * the answer ended is told as it is: another try would end there too.
 */
export function strictCalls(
  events: AsyncIterable<ChatEvent>,
  tools: readonly Tool[],
  thread: Pick<CheckThread, 'warm' | 'check'> = checkThread,
): AsyncIterable<ChatEvent> {
  const checkedTools = tools.filter((tool) => tool.strict === true);
  if (checkedTools.length === 0) return events;
  const strict = new Map(checkedTools.map((tool) => [tool.name, tool]));
  thread.warm();
  return checked(events, strict, (question) => thread.check(question));
}

async function* checked(
  events: AsyncIterable<ChatEvent>,
  strict: ReadonlyMap<string, Tool>,
  ask: CheckThread['check'],
): AsyncGenerator<ChatEvent> {
  const begun = new Set<string>();
  let half: { readonly call: ChatEvent; readonly tool: Tool; readonly verdict: Verdict } | undefined;
  for await (const event of events) {
    if (half !== undefined && event.type !== 'alive') {
      if (!endsEarly(event)) demandFit(half.tool, half.verdict);
      yield half.call;
      half = undefined;
    }
    const called = event.type === 'tool_call' || event.type === 'tool_call_delta' ? event.name : undefined;
    const tool = called === undefined ? undefined : strict.get(called);
    if (tool !== undefined && event.type === 'tool_call_delta') {
      begun.add(event.callId);
      yield { type: 'alive', chars: event.argumentsDelta.length };
      continue;
    }
    if (tool !== undefined && event.type === 'tool_call') {
      if (!begun.has(event.callId)) yield { type: 'alive', chars: event.argumentsJson.length };
      const { argumentsJson } = event;
      const verdict = await ask({ schemaJson: JSON.stringify(tool.parameters), argumentsJson });
      if (verdict.type === 'wrong' && !isJson(argumentsJson)) {
        half = { call: event, tool, verdict };
        continue;
      }
      demandFit(tool, verdict);
    }
    yield event;
  }
  if (half !== undefined) demandFit(half.tool, half.verdict);
}

const endsEarly = (event: ChatEvent): boolean =>
  event.type === 'finished' && (event.reason === 'length' || event.reason === 'content_filter');

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** @throws EngineError */
function demandFit({ name }: Tool, verdict: Verdict): void {
  switch (verdict.type) {
    case 'fits':
      return;
    case 'wrong':
      throw new EngineError(
        'transient',
        'invalid_arguments',
        `the call of ${name} does not fit its schema: ${verdict.why}`,
      );
    case 'unreadable':
      throw invalidSchema(name, `are no JSON Schema: ${verdict.why}`);
    case 'too_long':
      throw invalidSchema(name, 'take too long to check');
    default:
      throw new EngineError('transient', 'arguments_unchecked', `the call of ${name} could not be checked`);
  }
}

const invalidSchema = (name: string, why: string): EngineError =>
  new EngineError('caller_fault', 'invalid_schema', `the parameters of the strict tool ${name} ${why}`);
