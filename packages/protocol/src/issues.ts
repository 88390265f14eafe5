import type { z } from 'zod';
import { invalidType, invalidValue, missingParameter, unknownParameter, type ProtocolError } from './errors';
import { at, dotted } from './paths';

type Issue = z.core.$ZodIssue;

/** Maps what zod found to the one error the protocol answers with. A missing parameter is told before all else. */
export function protocolError(
  issues: readonly Issue[],
  event: unknown,
  eventId: string | null,
): ProtocolError {
  // There may be one for each of very many values: no more than the one is put into words.
  const flat = issues.map(flatten);
  const first = flat.find((issue) => isMissing(issue, event)) ?? flat[0];
  return first ? fromIssue(first, event, eventId) : invalidValue('', 'Invalid event.', eventId);
}

const isMissing = ({ code, path }: Issue, event: unknown): boolean =>
  code !== 'unrecognized_keys' && at(event, path) === undefined;

/** Of a union the branch that came furthest says what is wrong. */
function flatten(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const branches = issue.errors.flatMap((branch) =>
    branch.slice(0, 1).map((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  const types = branches.flatMap((branch) => (branch.code === 'invalid_type' ? [branch.expected] : []));
  const inside = branches.filter((branch) => branch.path.length > issue.path.length);
  const ofRightType = branches.filter(
    (branch) => branch.code !== 'invalid_type' && branch.code !== 'invalid_value',
  );
  const [best] = [...inside.toSorted((a, b) => b.path.length - a.path.length), ...ofRightType];
  if (best) return best;
  const values = branches.flatMap((branch) =>
    branch.code === 'invalid_value' ? branch.values.map(quoted) : [],
  );
  const expected = [...values, ...types.map(article)].join(' or ');
  const { path } = issue;
  if (values.length === 0) return { code: 'invalid_type', expected: 'string', path, message: expected };
  return { code: 'custom', path, message: `Expected ${expected}.` };
}

function fromIssue(issue: Issue, event: unknown, eventId: string | null): ProtocolError {
  const param = dotted(issue.path);
  const value = at(event, issue.path);
  if (isMissing(issue, event)) return missingParameter(param, eventId);
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownParameter(dotted([...issue.path, issue.keys[0] ?? '']), eventId);
    case 'invalid_type':
      return invalidType(param, expectedType(issue), kindOf(value), eventId);
    case 'invalid_value':
      return notAmong(param, value, issue.values, eventId);
    case 'invalid_union':
      return notAmong(
        param,
        value,
        'options' in issue && Array.isArray(issue.options) ? issue.options : [],
        eventId,
      );
    case 'too_big':
      return invalidValue(
        param,
        `Invalid '${param}': ${limit(issue.origin, 'at most', issue.maximum)}.`,
        eventId,
      );
    case 'too_small':
      return invalidValue(
        param,
        `Invalid '${param}': ${limit(issue.origin, 'at least', issue.minimum)}.`,
        eventId,
      );
    default:
      return invalidValue(param, custom(param, issue.message), eventId);
  }
}

function notAmong(
  param: string,
  value: unknown,
  values: readonly unknown[],
  eventId: string | null,
): ProtocolError {
  const supported = values.map(quoted).join(', ');
  if (typeof value === 'object')
    return invalidType(param, supported || 'another type', kindOf(value), eventId);
  const hint = supported ? ` Supported values are: ${supported}.` : '';
  return invalidValue(param, `Invalid value: ${quoted(value).slice(0, 100)}.${hint}`, eventId);
}

const quoted = (value: unknown): string => JSON.stringify(value ?? null).replaceAll('"', "'");

function limit(origin: string, bound: string, value: number | bigint): string {
  const unit = origin === 'string' ? ' characters' : origin === 'array' ? ' elements' : '';
  return `expected ${bound} ${value}${unit}`;
}

const custom = (param: string, message: string): string =>
  message.startsWith('Invalid ') ? message : `Invalid '${param}'. ${message}`;

function expectedType(issue: z.core.$ZodIssueInvalidType): string {
  return issue.message.startsWith('Invalid input') ? article(issue.expected) : issue.message;
}

function article(expected: string): string {
  const names: Record<string, string> = {
    int: 'an integer',
    object: 'an object',
    array: 'an array',
    record: 'an object',
  };
  return names[expected] ?? (expected === 'null' ? 'null' : `a ${expected}`);
}

/** For messages: "a string", "null", "an integer". */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'an integer' : 'a decimal number';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
