import { EngineError } from '@parley/engines-kit';
import { Ajv, type ValidateFunction } from 'ajv';
import { LRUCache } from 'lru-cache';
import type { ChatEvent, Tool } from '../chat/types';

/** Compiled schemas, by their text. */
const known = new LRUCache<string, ValidateFunction>({ max: 200 });
const ajv = new Ajv({ strict: false, validateFormats: false, addUsedSchema: false });
// A client's expression over a model's text could run for ever.
ajv.removeKeyword('pattern');
ajv.removeKeyword('patternProperties');

/** Calls of strict tools are there once their arguments fit the schema; others end the answer. */
export function strictCalls(
  events: AsyncIterable<ChatEvent>,
  tools: readonly Tool[],
): AsyncIterable<ChatEvent> {
  const strict = new Map(tools.filter((tool) => tool.strict === true).map((tool) => [tool.name, tool]));
  return strict.size === 0 ? events : checked(events, strict);
}

async function* checked(
  events: AsyncIterable<ChatEvent>,
  strict: ReadonlyMap<string, Tool>,
): AsyncGenerator<ChatEvent> {
  for await (const event of events) {
    const called = event.type === 'tool_call' || event.type === 'tool_call_delta' ? event.name : undefined;
    const tool = called === undefined ? undefined : strict.get(called);
    if (tool !== undefined && event.type === 'tool_call_delta') continue;
    if (tool !== undefined && event.type === 'tool_call') check(tool, event.argumentsJson);
    yield event;
  }
}

/** @throws EngineError */
function check(tool: Tool, argumentsJson: string): void {
  const fits = validatorOf(tool);
  if (fits(JSON.parse(argumentsJson))) return;
  const wrong = ajv.errorsText(fits.errors, { dataVar: 'arguments' });
  throw new EngineError(
    'transient',
    'invalid_arguments',
    `the call of ${tool.name} does not fit its schema: ${wrong}`,
  );
}

function validatorOf({ name, parameters }: Tool): ValidateFunction {
  const text = JSON.stringify(parameters);
  try {
    const fits = known.get(text) ?? ajv.compile(parameters);
    known.set(text, fits);
    return fits;
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be read';
    const message = `the parameters of the strict tool ${name} are no JSON Schema: ${why}`;
    throw new EngineError('caller_fault', 'invalid_schema', message);
  }
}
