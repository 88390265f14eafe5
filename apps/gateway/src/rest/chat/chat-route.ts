import type { IncomingMessage, ServerResponse } from 'node:http';
import { Admission } from '@parley/admission';
import type { Logger } from '@parley/telemetry';
import { HttpError } from '../http-error';
import type { Route } from '../http-server';
import { RequestMetrics } from '../request-metrics';
import { tellFailure } from '../tell-failure';
import { ChatCompletions } from './chat-completions';

const path = '/v1/chat/completions';

/**
 * Chat completions ahead of Nest and Express, which cost a quarter of the gateway's time for a request; under the same
 * admission, metrics and errors. Requests of browser pages are left to them, for CORS.
 */
export class ChatRoute {
  constructor(
    private readonly admission: Admission,
    private readonly completions: ChatCompletions,
    private readonly metrics: RequestMetrics,
    private readonly log: Logger,
  ) {}

  readonly handle: Route = (request, response) => {
    const { method, url, headers } = request;
    if (method !== 'POST' || url !== path || headers.origin !== undefined) return false;
    this.metrics.watch(request, response, () => path);
    this.#complete(request, response).catch((error: unknown) => tellFailure(response, error, this.log));
    return true;
  };

  async #complete(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = this.admission.admitToSpendSoon(request.headers, 'rest');
    const { principal, refused } = asked instanceof Promise ? await asked : asked;
    if (refused) throw new HttpError(refused.status, refused.error, refused.retryAfterS);
    await this.completions.complete(request, response, principal);
  }
}
