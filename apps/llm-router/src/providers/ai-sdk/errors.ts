import {
  APICallError,
  LoadAPIKeyError,
  NoSuchModelError,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider';
import { EngineError } from '@parley/engines-kit';
import { asFault, isConnectionError } from '../failure/connection';
import { classifyStatus, streamedStatus } from '../failure/http-status';
import { parseRetryAfter, ProviderError } from '../failure/provider-error';
import { reportedIn, reportedOf } from '../failure/reported';

/** Says once what a failure of an AI SDK provider is; see EngineErrorClass. */
export function classify(provider: string, cause: unknown): EngineError {
  if (EngineError.isInstance(cause)) return cause;
  const make = (errorClass: EngineError['errorClass'], code: string, message: string) =>
    new ProviderError(provider, { errorClass, code, message, cause });
  if (isConnectionError(cause)) return make('transient', 'connection_lost', 'the connection failed');
  if (APICallError.isInstance(cause)) return classifyCall(provider, cause);
  if (LoadAPIKeyError.isInstance(cause)) return make('credential', 'no_key', 'it has no API key');
  if (NoSuchModelError.isInstance(cause)) return make('model_gone', 'no_such_model', 'it has no such model');
  if (UnsupportedFunctionalityError.isInstance(cause)) {
    return make('caller_fault', 'not_supported', `it does not support ${cause.functionality}`);
  }
  const message = messageOf(cause);
  const status = streamedStatus(asFault(cause) ?? {});
  if (status !== undefined) {
    return new ProviderError(provider, { message, cause, ...classifyStatus(status, reportedOf(cause)) });
  }
  if (isMalformed(cause)) return make('transient', 'malformed_answer', 'it sent what cannot be read');
  return make('unknown', 'unknown', message);
}

function classifyCall(provider: string, error: APICallError): EngineError {
  const { statusCode, message, responseBody = '', responseHeaders, cause } = error;
  if (statusCode === undefined || isConnectionError(cause)) {
    const fault = {
      errorClass: 'transient',
      code: 'connection_lost',
      message: 'the connection failed',
    } as const;
    return new ProviderError(provider, { ...fault, cause: error });
  }
  const reported = reportedIn(responseBody);
  const classified = classifyStatus(statusCode, { ...reported, message: reported.message ?? message });
  return new ProviderError(provider, {
    ...classified,
    message,
    cause: error,
    retryAfterMs: parseRetryAfter(responseHeaders?.['retry-after']) ?? classified.retryAfterMs,
  });
}

const isMalformed = (error: unknown): boolean =>
  /AI_(JSONParse|TypeValidation|InvalidResponseData|EmptyResponseBody|NoContentGenerated)Error/.test(
    String(asFault(error)?.name),
  );

const messageOf = (error: unknown): string => {
  if (typeof error === 'string') return error;
  const message = asFault(error)?.message;
  return typeof message === 'string' ? message : 'an unknown failure';
};
