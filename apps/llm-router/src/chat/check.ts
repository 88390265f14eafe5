import { EngineError } from '@parley/engines-kit';
import { parseJson } from '@parley/protocol';
import { z } from 'zod';

export const invalidRequest = (message: string): EngineError =>
  new EngineError('caller_fault', 'invalid_request', message);

const jsonObject = z.record(z.string(), z.unknown());

/** Parses text that must hold a JSON object. */
export function parseJsonObject(what: string, text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    throw invalidRequest(`${what}: not valid JSON`);
  }
  return check(what, jsonObject, value);
}

/** Throws an EngineError of class caller_fault that names the first field that is wrong. */
export function check<Schema extends z.ZodType>(
  what: string,
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  throw invalidRequest(`${what}${path === '' ? '' : `.${path}`}: ${issue?.message ?? 'invalid'}`);
}
