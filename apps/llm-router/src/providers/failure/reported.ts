import { asFault } from './connection';
import { limitIn, type Limit } from './retry-delay';

/** What a provider says of a failure in words of its own: not what it repeats of the request beside them. */
export interface Reported {
  readonly message: string | undefined;
  /** `code`, `type` and `status`, as far as they are texts. */
  readonly codes: readonly string[];
  /** In `details`, as Google has it. */
  readonly limit: Limit;
}

const noLimit: Limit = { retryAfterMs: undefined, quotaIds: [] };
const isText = (value: unknown): value is string => typeof value === 'string';

/** @param error the object that describes the failure */
export function reportedOf(error: unknown): Reported {
  if (isText(error)) return { message: error, codes: [], limit: noLimit };
  const { message, code, type, status, details } = asFault(error) ?? {};
  return {
    message: isText(message) ? message : undefined,
    codes: [code, type, status].filter(isText),
    limit: limitIn(details),
  };
}

/** Of a refusal's body: providers put the words in `error.message`, `message` or `error`. */
export function reportedIn(body: string): Reported {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { message: undefined, codes: [], limit: noLimit };
  }
  const [first]: unknown[] = Array.isArray(value) ? value : [value];
  const outer = reportedOf(first);
  const inner =
    typeof first === 'object' && first !== null && 'error' in first ? reportedOf(first.error) : outer;
  const codes = [...inner.codes, ...outer.codes];
  return { message: inner.message ?? outer.message, codes, limit: inner.limit };
}
