import type { EngineErrorClass } from '@parley/engines-kit';

export interface Classified {
  readonly errorClass: EngineErrorClass;
  readonly code: string;
}

const quotaWords = /insufficient_quota|exceeded your current quota|billing|credit balance|payment required/i;
const modelWords = /model_not_found|does not exist|not found|not supported|deprecated|decommissioned/i;
const contextWords = /context_length_exceeded|maximum context length|prompt is too long|too many tokens/i;

/**
 * What an HTTP status with its body means, whatever the provider. They disagree: a refused key is 400 at one, a
 * spent quota 429 at another, so the text is looked at too.
 */
export function classifyStatus(status: number, text: string): Classified {
  if (status === 402 || ((status === 429 || status === 400) && quotaWords.test(text))) {
    return { errorClass: 'quota', code: 'quota_exceeded' };
  }
  if (status === 429) return { errorClass: 'rate_limit', code: 'rate_limited' };
  if (status === 401 || (status === 403 && !modelWords.test(text))) {
    return { errorClass: 'credential', code: 'key_refused' };
  }
  if (status === 403 || status === 410) return { errorClass: 'model_gone', code: 'model_unavailable' };
  if (status === 404) return { errorClass: 'model_gone', code: 'no_such_model' };
  if (status === 408 || status === 409 || status === 425) {
    return { errorClass: 'transient', code: `http_${status}` };
  }
  if (status >= 500) {
    return { errorClass: 'transient', code: status === 529 ? 'overloaded' : `http_${status}` };
  }
  if (status === 400 && /api.?key/i.test(text)) return { errorClass: 'credential', code: 'key_refused' };
  if (status >= 400 && contextWords.test(text)) {
    return { errorClass: 'caller_fault', code: 'context_length_exceeded' };
  }
  if (status >= 400) return { errorClass: 'caller_fault', code: `http_${status}` };
  return { errorClass: 'transient', code: 'malformed_answer' };
}

/** The HTTP status that a failure reported in mid-stream stands for, by its number or its type in words. */
export function streamedStatus(fault: {
  readonly statusCode?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
  readonly type?: unknown;
}): number | undefined {
  const { statusCode, status, code, type } = fault;
  const number = [statusCode, status, code].find((value) => typeof value === 'number' && value >= 400);
  if (typeof number === 'number') return number;
  return statusOfType[String(type)] ?? statusOfType[String(code)] ?? statusOfType[String(status)];
}

const statusOfType: Readonly<Record<string, number>> = {
  overloaded_error: 529,
  api_error: 500,
  server_error: 500,
  rate_limit_error: 429,
  rate_limit_exceeded: 429,
  insufficient_quota: 402,
  billing_error: 402,
  authentication_error: 401,
  permission_error: 401,
  not_found_error: 404,
  model_not_found: 404,
  invalid_request_error: 400,
  UNAVAILABLE: 503,
  INTERNAL: 500,
  DEADLINE_EXCEEDED: 504,
  RESOURCE_EXHAUSTED: 429,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 401,
  NOT_FOUND: 404,
  INVALID_ARGUMENT: 400,
};
