import { asFault } from './connection';

/** What a provider says of a failure in words of its own: not what it repeats of the request beside them. */
export interface Reported {
  readonly message: string | undefined;
  /** `code`, `type` and `status`, as far as they are texts. */
  readonly codes: readonly string[];
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** @param error the object that describes the failure */
export function reportedOf(error: unknown): Reported {
  if (isText(error)) return { message: error, codes: [] };
  const { message, code, type, status } = asFault(error) ?? {};
  return { message: isText(message) ? message : undefined, codes: [code, type, status].filter(isText) };
}

/** Of a refusal's body: providers put the words in `error.message`, `message` or `error`. */
export function reportedIn(body: string): Reported {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { message: undefined, codes: [] };
  }
  const [first]: unknown[] = Array.isArray(value) ? value : [value];
  const outer = reportedOf(first);
  const inner =
    typeof first === 'object' && first !== null && 'error' in first ? reportedOf(first.error) : outer;
  return { message: inner.message ?? outer.message, codes: [...inner.codes, ...outer.codes] };
}
