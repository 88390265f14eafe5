import { Ajv, type ValidateFunction } from 'ajv';
import { LRUCache } from 'lru-cache';
import type { JsonSchema } from '../../chat/types';

export interface Question {
  /** A JSON object as text. */
  readonly schemaJson: string;
  readonly argumentsJson: string;
}

export type Verdict =
  | { readonly type: 'fits' }
  | { readonly type: 'wrong'; readonly why: string }
  /** It is no schema. */
  | { readonly type: 'unreadable'; readonly why: string }
  /** It comes to no end, or to none that is worth waiting for. */
  | { readonly type: 'too_long' }
  /** Nobody could look at it. */
  | { readonly type: 'unchecked' };

/** Schemas of one compiler, which keeps something of each for good: then there is a new one. */
const maxCompiled = 200;

/** Compiled schemas, by their text. */
const known = new LRUCache<string, ValidateFunction>({ max: maxCompiled });
let ajv = compiler();
let compiled = 0;

function compiler(): Ajv {
  const made = new Ajv({
    strict: false,
    validateFormats: false,
    addUsedSchema: false,
    // What is referred to becomes a function of its own: written in place, it would be written once for each reference.
    inlineRefs: false,
    logger: false,
  });
  // A client's expression over a model's text could run for ever.
  made.removeKeyword('pattern');
  made.removeKeyword('patternProperties');
  return made;
}

/** May take for ever: it is asked in a thread that can be ended. */
export function checkArguments({ schemaJson, argumentsJson }: Question): Verdict {
  let fits: ValidateFunction;
  try {
    fits = known.get(schemaJson) ?? compile(schemaJson);
    known.set(schemaJson, fits);
  } catch (error) {
    return { type: 'unreadable', why: error instanceof Error ? error.message : 'it cannot be read' };
  }
  let value: unknown;
  try {
    value = JSON.parse(argumentsJson);
  } catch {
    return { type: 'wrong', why: 'arguments are no whole JSON' };
  }
  try {
    if (fits(value)) return { type: 'fits' };
  } catch (error) {
    // The stack is full.
    if (error instanceof RangeError) return { type: 'too_long' };
    throw error;
  }
  return { type: 'wrong', why: ajv.errorsText(fits.errors, { dataVar: 'arguments' }) };
}

function compile(schemaJson: string): ValidateFunction {
  const parameters: JsonSchema = JSON.parse(schemaJson);
  const schema = unnamed(parameters);
  // ajv's own word: what it makes of such a schema answers later, by a promise that rejects. It refuses inner ones.
  if (schema['$async']) throw new Error('"$async" is no keyword of it');
  if (compiled >= maxCompiled) {
    ajv = compiler();
    known.clear();
    compiled = 0;
  }
  compiled += 1;
  try {
    return ajv.compile(schema);
  } finally {
    // ajv would keep it for good.
    ajv.removeSchema(schema);
  }
}

/** Keywords whose values are no schemas. */
const instances = new Set(['const', 'enum', 'default', 'examples']);

/** Keywords whose values are schemas by a name of the client's own, which may be that of a keyword. */
const maps = new Set(['properties', '$defs', 'definitions', 'dependentSchemas', 'dependencies']);

/**
 * Without its draft, for those that are in use agree on what tools are described with, and without names: ajv would
 * keep these for good, and one schema could take the place of another's.
 */
function unnamed(schema: JsonSchema): JsonSchema {
  const named = (key: string, value: unknown): boolean =>
    (key === '$id' || key === '$schema') && typeof value === 'string';
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) => {
      if (named(key, value)) return [];
      if (instances.has(key)) return [[key, value]];
      return [[key, maps.has(key) && isObject(value) ? mapped(value) : bare(value)]];
    }),
  );
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  return isObject(value) ? unnamed(value) : value;
}

const mapped = (schemas: JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema)]));

const isObject = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
