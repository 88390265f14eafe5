import type { EngineErrorClass } from '@parley/engines-kit';
import type { Reported } from './reported';
import { spokenDelayMs } from './retry-delay';

export interface Classified {
  readonly errorClass: EngineErrorClass;
  readonly code: string;
  /** How long its words ask to be waited; absent = they do not say. */
  readonly retryAfterMs?: number | undefined;
}

const quotaCodes = /^(insufficient_quota|billing_\w+|insufficient_balance|quota_exceeded)$/i;
const quotaWords =
  /insufficient_quota|exceeded your current quota|billing|credit balance|payment required|all available credits|spending limit/i;
const keyCodes = /^(invalid_api_key|api_key_invalid|authentication_error|invalid_authentication)$/i;
const keyWords = /api.?key|credential|permission|authenticat|not authorized|unauthorized|access denied/i;
const modelWords = /model_not_found|does not exist|not found|not supported|deprecated|decommissioned/i;
const contextWords = /context_length_exceeded|maximum context length|prompt is too long|too many tokens/i;
/** A model is there, but at nobody who would do what was asked. */
const elsewhereWords = /^no (endpoints found (that|matching)|allowed providers)/i;

/**
 * Beginnings alone: whatever follows in the message of a bad request may be the request's own, such as the names of its
 * tools.
 */
const quotaSentence =
  /^(your credit balance|you exceeded your current quota|insufficient (balance|credits?|funds)|you have reached your specified (\w+ )?api usage limits|account \S+ is suspended|your newly created teams? doesn't have any credits|you have run out of credits|your team \S+ has either used all available credits)/i;
const keySentence =
  /^(incorrect api key|invalid api key|((your|the) )?api key (is )?(not |in)?(valid|expired|found))/i;

/** OpenAI's word for a request that is larger than all that may be asked in a minute: others are served. */
const tooLargeSentence = /^request too large/i;

/** Limits that pass by themselves, although their messages name the page where more can be bought. */
const passingCodes = /^rate_limit_exceeded$/;
const passingSentence = /^rate limit reached/i;

/** Google's limit of a day is one model's own, and the delay that comes with it a minute's. */
const dailyQuota = /PerDay/;
const dailyRestMs = 600_000;

/** Refused for what was asked, with a code as if the key were: xAI's words. */
const unsafeWords = /^content violates usage guidelines|SAFETY_CHECK_TYPE/i;

/** Groq's for a call or a JSON that the model wrote and nobody can read: the next time it may write it well. */
const unreadableCodes = /^(tool_use_failed|json_validate_failed|output_parse_failed)$/;

/** The request's names and words, where a message repeats them. */
const quoted = /"[^"]*"|`[^`]*`|(?<!\w)'[^']*'/g;

const keyRefused = { errorClass: 'credential', code: 'key_refused' } as const;
const quotaSpent = { errorClass: 'quota', code: 'quota_exceeded' } as const;

/** Refused for what was asked, by a model that serves others: see `policyOf`. */
const requestRefused = { errorClass: 'caller_fault', code: 'request_refused' } as const;

/** As the same is at Gemini. */
const unreadable = { errorClass: 'transient', code: 'unreadable_call' } as const;

/**
 * What an HTTP status with its words means, whatever the provider. They disagree: a refused key is 400 at one, a spent
 * quota 429 at another, so the words are looked at too.
 */
export function classifyStatus(status: number, reported: Reported): Classified {
  const { message = '', codes } = reported;
  const words = `${codes.join(' ')} ${message.replaceAll(quoted, '')}`;
  switch (status) {
    case 402:
      return quotaSpent;
    case 429:
      return tooMany(reported, message, words);
    case 401:
      return keyRefused;
    case 403:
      if (quotaSentence.test(message)) return quotaSpent;
      if (unsafeWords.test(message)) return requestRefused;
      if (modelWords.test(words)) return { errorClass: 'model_gone', code: 'model_unavailable' };
      return keyWords.test(words) ? keyRefused : requestRefused;
    case 404:
      if (elsewhereWords.test(message)) return requestRefused;
      return { errorClass: 'model_gone', code: 'no_such_model' };
    case 410:
      return { errorClass: 'model_gone', code: 'model_unavailable' };
    case 408:
    case 409:
    case 425:
      return { errorClass: 'transient', code: `http_${status}` };
    case 529:
      return { errorClass: 'transient', code: 'overloaded' };
    default:
      return status >= 400 && status < 500 ? badRequest(status, message, codes) : elseFailed(status);
  }
}

function tooMany({ codes, limit }: Reported, message: string, words: string): Classified {
  if (tooLargeSentence.test(message)) return requestRefused;
  if (codes.some((code) => quotaCodes.test(code))) return quotaSpent;
  if (limit.quotaIds.some((id) => dailyQuota.test(id))) {
    return { errorClass: 'rate_limit', code: 'daily_quota_exceeded', retryAfterMs: dailyRestMs };
  }
  const retryAfterMs = limit.retryAfterMs ?? spokenDelayMs(message);
  const passes =
    retryAfterMs !== undefined ||
    passingSentence.test(message) ||
    codes.some((code) => passingCodes.test(code));
  if (!passes && quotaWords.test(words)) return quotaSpent;
  return { errorClass: 'rate_limit', code: 'rate_limited', retryAfterMs };
}

function badRequest(status: number, message: string, codes: readonly string[]): Classified {
  const says = (code: RegExp, sentence: RegExp): boolean =>
    codes.some((one) => code.test(one)) || sentence.test(message);
  if (says(quotaCodes, quotaSentence)) return quotaSpent;
  if (codes.some((one) => unreadableCodes.test(one))) return unreadable;
  if (status === 400 && says(keyCodes, keySentence)) return keyRefused;
  const tooLong = contextWords.test(`${codes.join(' ')} ${message}`);
  return { errorClass: 'caller_fault', code: tooLong ? 'context_length_exceeded' : `http_${status}` };
}

const elseFailed = (status: number): Classified => ({
  errorClass: 'transient',
  code: status >= 500 ? `http_${status}` : 'malformed_answer',
});

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
