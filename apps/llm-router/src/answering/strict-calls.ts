import { EngineError } from '@parley/engines-kit';
import { Ajv, type ValidateFunction } from 'ajv';
import { LRUCache } from 'lru-cache';
import type { ChatEvent, JsonSchema, Tool } from '../chat/types';
import { within } from '../routing/within';

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
    if (tool !== undefined && event.type === 'tool_call_delta') {
      yield { type: 'alive' };
      continue;
    }
    if (tool !== undefined && event.type === 'tool_call') check(tool, event.argumentsJson);
    yield event;
  }
}

/** @throws EngineError */
function check(tool: Tool, argumentsJson: string): void {
  const fits = validatorOf(tool);
  const wrong = (why: string): EngineError =>
    new EngineError(
      'transient',
      'invalid_arguments',
      `the call of ${tool.name} does not fit its schema: ${why}`,
    );
  let value: unknown;
  try {
    value = JSON.parse(argumentsJson);
  } catch {
    throw wrong('arguments are no whole JSON');
  }
  if (!verdict(tool, fits, value)) throw wrong(ajv.errorsText(fits.errors, { dataVar: 'arguments' }));
}

/** References that fan out, or lead back to themselves, have no end that anybody lives to see. */
const checkMs = 50;

/** @throws EngineError when the schema comes to no end */
function verdict({ name }: Tool, fits: ValidateFunction, value: unknown): boolean {
  let result: unknown;
  try {
    result = within(checkMs, () => fits(value));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  if (result !== undefined) return result === true;
  const message = `the parameters of the strict tool ${name} take too long to check`;
  throw new EngineError('caller_fault', 'invalid_schema', message);
}

function validatorOf({ name, parameters }: Tool): ValidateFunction {
  const text = JSON.stringify(parameters);
  try {
    const fits = known.get(text) ?? compile(parameters);
    known.set(text, fits);
    return fits;
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be read';
    const message = `the parameters of the strict tool ${name} are no JSON Schema: ${why}`;
    throw new EngineError('caller_fault', 'invalid_schema', message);
  }
}

function compile(parameters: JsonSchema): ValidateFunction {
  const schema = unnamed(parameters);
  // ajv's own word: what it makes of such a schema answers later, by a promise that rejects. It refuses inner ones.
  if (schema['$async']) throw new Error('"$async" is no keyword of it');
  try {
    return ajv.compile(schema);
  } finally {
    // ajv would keep it for good.
    ajv.removeSchema(schema);
  }
}

/** Keywords whose values are no schemas. */
const instances = new Set(['const', 'enum', 'default', 'examples']);

/**
 * Without its draft, for those that are in use agree on what tools are described with, and without names: ajv would
 * keep these for good, and one schema could take the place of another's.
 */
function unnamed(schema: JsonSchema): JsonSchema {
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare);
    return typeof value === 'object' && value !== null ? unnamed({ ...value }) : value;
  };
  const named = (key: string, value: unknown): boolean =>
    (key === '$id' || key === '$schema') && typeof value === 'string';
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) =>
      named(key, value) ? [] : [[key, instances.has(key) ? value : bare(value)]],
    ),
  );
}
