import { asFault } from '../failure/connection';
import { classifyStatus, streamedStatus } from '../failure/http-status';
import { ProviderError } from '../failure/provider-error';

/** A failure that a provider reports in the midst of its answer. */
export function reportedFault(provider: string, error: unknown): ProviderError {
  const fault = asFault(error) ?? {};
  const message = typeof fault.message === 'string' ? fault.message : 'it reported a failure';
  const { errorClass, code } = classifyStatus(streamedStatus(fault) ?? 500, message);
  return new ProviderError(provider, { errorClass, code, message });
}
