import {
  APICallError,
  LoadAPIKeyError,
  NoSuchModelError,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider';
import { EngineError, type EngineErrorClass } from '@parley/engines-kit';

/** Says once what a failure of an AI SDK provider is; see EngineErrorClass. */
export function classify(provider: string, error: unknown): EngineError {
  if (EngineError.isInstance(error)) return error;
  if (APICallError.isInstance(error)) return classifyCall(provider, error);
  if (LoadAPIKeyError.isInstance(error))
    return make(provider, 'credential', 'no_key', 'it has no API key', error);
  if (NoSuchModelError.isInstance(error)) {
    return make(provider, 'model_gone', 'no_such_model', 'it has no such model', error);
  }
  if (UnsupportedFunctionalityError.isInstance(error)) {
    return make(
      provider,
      'caller_fault',
      'not_supported',
      `it does not support ${error.functionality}`,
      error,
    );
  }
  if (isConnectionError(error)) {
    return make(provider, 'transient', 'connection_lost', 'the connection failed', error);
  }
  const streamed = streamedStatus(error);
  if (streamed !== undefined) return fromStatus(provider, streamed, messageOf(error), '', error);
  if (isMalformed(error)) {
    return make(provider, 'transient', 'malformed_answer', 'it sent what cannot be read', error);
  }
  return make(provider, 'unknown', 'unknown', messageOf(error), error);
}

function classifyCall(provider: string, error: APICallError): EngineError {
  if (error.statusCode === undefined || isConnectionError(error.cause)) {
    return make(provider, 'transient', 'connection_lost', 'the connection failed', error);
  }
  return fromStatus(provider, error.statusCode, error.message, error.responseBody ?? '', error);
}

const quotaWords = /insufficient_quota|exceeded your current quota|billing|credit balance|payment required/i;
const modelWords = /model_not_found|does not exist|not found|not supported|deprecated|decommissioned/i;

function fromStatus(
  provider: string,
  status: number,
  message: string,
  body: string,
  cause: unknown,
): EngineError {
  const text = `${message} ${body}`;
  const as = (errorClass: EngineErrorClass, code: string) => make(provider, errorClass, code, message, cause);
  if (status === 402 || (status === 429 && quotaWords.test(text))) return as('quota', 'quota_exceeded');
  if (status === 429) return as('rate_limit', 'rate_limited');
  if (status === 401 || (status === 403 && !modelWords.test(text))) return as('credential', 'key_refused');
  if (status === 403 || status === 410) return as('model_gone', 'model_unavailable');
  if (status === 404) return as('model_gone', 'no_such_model');
  if (status === 408 || status === 409 || status === 425) return as('transient', `http_${status}`);
  if (status >= 500) return as('transient', status === 529 ? 'overloaded' : `http_${status}`);
  if (status === 400 && quotaWords.test(text)) return as('quota', 'quota_exceeded');
  if (status === 400 && /api.?key/i.test(text)) return as('credential', 'key_refused');
  if (status >= 400) return as('caller_fault', `http_${status}`);
  return make(provider, 'transient', 'malformed_answer', 'it sent what cannot be read', cause);
}

const make = (
  provider: string,
  errorClass: EngineErrorClass,
  code: string,
  message: string,
  cause: unknown,
): EngineError =>
  new EngineError(errorClass, code, `${provider}: ${message}`.slice(0, maxMessage), { cause });

const maxMessage = 500;

const connectionCodes =
  /ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|UND_ERR|EHOSTUNREACH|ENETUNREACH/;

function isConnectionError(error: unknown): boolean {
  for (let at = faultOf(error); at !== undefined; at = faultOf(at.cause)) {
    if (connectionCodes.test(String(at.code)) || connectionMessages.test(String(at.message))) return true;
  }
  return false;
}

const connectionMessages = /^(terminated|fetch failed|other side closed|Cannot connect to API)/i;

const isMalformed = (error: unknown): boolean =>
  /AI_(JSONParse|TypeValidation|InvalidResponseData|EmptyResponseBody|NoContentGenerated)Error/.test(
    String(faultOf(error)?.name),
  );

/** Providers report failures in mid-stream as objects of their own: a status or a type in words. */
function streamedStatus(error: unknown): number | undefined {
  const { statusCode, status, code, type }: Fault = faultOf(error) ?? {};
  const number = [statusCode, status, code].find((value) => typeof value === 'number' && value >= 400);
  if (typeof number === 'number') return number;
  return statusOfType[String(type)] ?? statusOfType[String(code)];
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
};

const messageOf = (error: unknown): string => {
  if (typeof error === 'string') return error;
  const message = faultOf(error)?.message;
  return typeof message === 'string' ? message : 'an unknown failure';
};

/** What errors carry, ours and others'; nothing of it is sure. */
interface Fault {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly statusCode?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
  readonly type?: unknown;
}

const faultOf = (error: unknown): Fault | undefined =>
  typeof error === 'object' && error !== null ? error : undefined;
