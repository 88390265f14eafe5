import type { IncomingMessage, ServerResponse } from 'node:http';
import { BodyError, type Admission, type BodyRoom, type KeyLimiter, type Refused } from '@parley/admission';
import type { v1 } from '@parley/contracts';
import { EngineError } from '@parley/engines-kit';
import { linesOf, toModelUses } from '@parley/metering';
import type { Logger } from '@parley/telemetry';
import type { Listener } from '../answering/answer';
import type { Answers } from '../answering/answers';
import type { AttemptFacts } from '../answering/facts';
import type { ChatRequest } from '../chat/types';
import { listModels } from '../models/list-models';
import { assemble } from '../prompt/assemble';
import { NoteLedger } from '../prompt/note-ledger';
import type { ProviderRegistry, ResolvedModel } from '../providers/registry';
import type { PlanRequest, Planner } from '../routing/planner';
import { DoorRequestError, parseChatRequest } from './chat-request';
import { errorBody } from './completion';
import { newCompletionId } from './completion-id';
import type { DoorMetrics } from './door-metrics';
import type { DoorResponse } from './door-response';
import { readJson } from './read-json';
import { StreamedReply, WholeReply } from './replies';
import { sendFailure, sendJson } from './send-json';

export interface DoorOptions {
  readonly planner: Pick<Planner, 'plan'>;
  readonly answers: Answers;
  readonly registry: ProviderRegistry;
  readonly admission: Pick<Admission, 'admit' | 'admitToSpendSoon'>;
  readonly limiter: Pick<KeyLimiter, 'meterOf'>;
  readonly metrics: DoorMetrics;
  readonly logger: Logger;
  /** Answers at a time; more are refused. */
  readonly maxRunning: number;
  readonly room: BodyRoom;
}

/** The OpenAI-compatible door: chat completions on the same router that conversations use. */
export class Door {
  #running = 0;

  constructor(private readonly options: DoorOptions) {}

  /** Over HTTP. */
  readonly handle = (request: IncomingMessage, response: ServerResponse): void => {
    response.once('close', () => this.options.metrics.answered(response.statusCode));
    this.#handle(request, response).catch((error: unknown) => this.#fail(response, error));
  };

  #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    if (path === '/v1/chat/completions' && request.method === 'POST')
      return this.#completeFor(request, response);
    return this.#other(path, query, request, response);
  }

  async #completeFor(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { admission, limiter } = this.options;
    const asked = admission.admitToSpendSoon(request.headers, 'rest');
    const { principal, refused } = asked instanceof Promise ? await asked : asked;
    if (refused) return turnAway(response, refused);
    const meter = limiter.meterOf(principal);
    const lease = this.room.lease(principal.keyId);
    await this.complete(
      () => readJson(request, lease),
      response,
      (attempts) => void meter.charge(linesOf(toModelUses([...attempts]), 'answer')),
    );
    lease.end();
  }

  async #other(
    path: string,
    query: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { refused } = await this.options.admission.admit(request.headers, 'rest');
    if (refused) return turnAway(response, refused);
    if (path === '/v1/models' && request.method === 'GET') {
      const all = new URLSearchParams(query).get('all') === 'true';
      sendJson(response, 200, { object: 'list', data: listModels(this.options.registry, all).map(listed) });
    } else refuse(response, 404, 'There is no such endpoint.', 'not_found');
  }

  get room(): BodyRoom {
    return this.options.room;
  }

  get running(): number {
    return this.#running;
  }

  /** One request of chat completions. Never rejects. */
  async complete(
    read: () => Promise<unknown>,
    response: DoorResponse,
    onUsage: OnUsage = nothing,
  ): Promise<void> {
    if (this.#running >= this.options.maxRunning) {
      return overloaded(response, 'No capacity is left at present.');
    }
    this.#running += 1;
    try {
      await this.#answer(await read(), response, onUsage);
    } catch (error) {
      this.#fail(response, error);
    } finally {
      this.#running -= 1;
    }
  }

  async #answer(json: unknown, response: DoorResponse, onUsage: OnUsage): Promise<void> {
    const { request, stream, includeUsage, routed, promptCacheKey } = parseChatRequest(json);
    const id = newCompletionId();
    const head = { id, created: Math.floor(Date.now() / 1_000), model: request.model };
    const assemble = promptFor(id, promptCacheKey);
    const plan = this.options.planner.plan({ request, seed: id, ownPrompt: true, assemble });
    const reply = stream
      ? new StreamedReply(response, head, { includeUsage, routed })
      : new WholeReply(response, head, routed);
    const answer = this.options.answers.begin(plan, counting(reply, response, onUsage));
    const cancel = (): void => {
      if (!response.writableFinished) answer.cancel();
    };
    if (response.closed) cancel();
    else response.once('close', cancel);
    await answer.run();
  }

  #fail(response: DoorResponse, error: unknown): void {
    if (response.headersSent) response.destroy();
    else if (error instanceof BodyError && error.status === 503) overloaded(response, error.message);
    else if (error instanceof BodyError) refuse(response, error.status, error.message, error.code);
    else if (error instanceof DoorRequestError) refuse(response, 400, error.message, error.code, error.param);
    else if (EngineError.isInstance(error)) sendFailure(response, error);
    else {
      this.options.logger.error({ err: error }, 'a request of the door failed');
      sendJson(response, 500, errorBody('The server had an error.', 'server_error', 'server_error', null));
    }
  }
}

type OnUsage = (attempts: readonly AttemptFacts[]) => void;
const nothing: OnUsage = () => undefined;

/** Tells what an answer used, whatever became of it: in the same turn as the end of the reply, which waits for nothing. */
const counting = (reply: Listener, response: DoorResponse, onUsage: OnUsage): Listener => ({
  began: (candidate, attempts) => reply.began(candidate, attempts),
  told: (event) => reply.told(event),
  anew: reply.anew && (() => reply.anew?.()),
  ended(end, attempts) {
    try {
      response.used?.(attempts);
      return reply.ended(end, attempts);
    } finally {
      onUsage(attempts);
    }
  },
});

/** As the gateway lists it. */
const listed = (model: v1.ModelInfo.$Properties): object => ({
  id: model.id,
  object: 'model',
  created: 0,
  owned_by: model.provider,
  available: model.available ?? false,
  ...(model.contextTokens ? { context_length: model.contextTokens } : {}),
  ...(model.maxOutputTokens ? { max_output_tokens: model.maxOutputTokens } : {}),
  input_modalities: model.inputModalities ?? ['text'],
  output_modalities: model.outputModalities ?? ['text'],
  tools: model.tools ?? false,
  reasoning: model.reasoning ?? false,
  ...(model.price == null ? {} : { pricing: model.price }),
  ...(model.retiresOn ? { retires_on: model.retiresOn } : {}),
});

function turnAway(response: ServerResponse, { status, error, retryAfterS }: Refused): void {
  if (retryAfterS !== undefined) response.setHeader('retry-after', String(retryAfterS));
  sendJson(response, status, errorBody(error.message, error.type, error.code, error.param));
}

function overloaded(response: DoorResponse, message: string): void {
  response.setHeader('retry-after', '1');
  sendJson(response, 503, errorBody(message, 'server_error', 'server_overloaded', null));
}

const refuse = (
  response: DoorResponse,
  status: number,
  message: string,
  code: string,
  param: string | null = null,
) => sendJson(response, status, errorBody(message, 'invalid_request_error', code, param));

/** The client's own prompt, as it is: the answer is not spoken, so nothing of Parley's is added. */
const promptFor =
  (cacheKey: string, promptCacheKey: string): PlanRequest['assemble'] =>
  (request, { id, provider }: ResolvedModel): ChatRequest =>
    assemble(request, {
      model: id.model,
      cacheKey,
      promptCacheKey,
      ledger: new NoteLedger(),
      guidance: provider.capabilities.guidance,
    });
