import { asFault } from '../failure/connection';
import { classifyStatus, streamedStatus } from '../failure/http-status';
import { ProviderError } from '../failure/provider-error';
import { reportedOf } from '../failure/reported';

/** A failure that a provider reports in the midst of its answer. */
export function reportedFault(provider: string, error: unknown): ProviderError {
  const reported = reportedOf(error);
  const classified = classifyStatus(streamedStatus(asFault(error) ?? {}) ?? 500, reported);
  const { message = 'it reported a failure' } = reported;
  return new ProviderError(provider, { message, ...classified });
}
