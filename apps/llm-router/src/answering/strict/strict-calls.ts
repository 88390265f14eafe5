import { EngineError } from '@parley/engines-kit';
import type { ChatEvent, Tool } from '../../chat/types';
import type { Verdict } from './arguments-check';
import { checkThread, type CheckThread } from './check-thread';

/** Calls of strict tools are there once their arguments fit the schema; others end the answer. */
export function strictCalls(
  events: AsyncIterable<ChatEvent>,
  tools: readonly Tool[],
  thread: Pick<CheckThread, 'warm' | 'check'> = checkThread,
): AsyncIterable<ChatEvent> {
  const strict = new Map(tools.filter((tool) => tool.strict === true).map((tool) => [tool.name, tool]));
  if (strict.size === 0) return events;
  thread.warm();
  return checked(events, strict, (question) => thread.check(question));
}

async function* checked(
  events: AsyncIterable<ChatEvent>,
  strict: ReadonlyMap<string, Tool>,
  ask: CheckThread['check'],
): AsyncGenerator<ChatEvent> {
  const begun = new Set<string>();
  for await (const event of events) {
    const called = event.type === 'tool_call' || event.type === 'tool_call_delta' ? event.name : undefined;
    const tool = called === undefined ? undefined : strict.get(called);
    if (tool !== undefined && event.type === 'tool_call_delta') {
      begun.add(event.callId);
      yield { type: 'alive', chars: event.argumentsDelta.length };
      continue;
    }
    if (tool !== undefined && event.type === 'tool_call') {
      if (!begun.has(event.callId)) yield { type: 'alive', chars: event.argumentsJson.length };
      demandFit(
        tool,
        await ask({ schemaJson: JSON.stringify(tool.parameters), argumentsJson: event.argumentsJson }),
      );
    }
    yield event;
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
