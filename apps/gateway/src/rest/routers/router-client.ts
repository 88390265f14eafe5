import { Inject, Injectable } from '@nestjs/common';
import { BusError } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { requestError, serverError } from '@parley/protocol';
import { BUS, type Bus } from '@parley/service';
import { HttpError } from '../http-error';

const deadlineMs = 3_000;

const statuses: Readonly<Record<string, number>> = {
  invalid_value: 400,
  not_found: 404,
  exists: 409,
  read_only: 403,
};

/** The routers of llm-router, which owns them. */
@Injectable()
export class RouterClient {
  constructor(@Inject(BUS) private readonly bus: Bus) {}

  /** @throws HttpError */
  async ask(request: v1.RoutersRequest.$Properties): Promise<unknown[]> {
    const { routersJson, error } = decode(v1.RoutersReply, await this.#send(request));
    if (error != null) throw refusal(error);
    return (routersJson ?? []).map((text): unknown => JSON.parse(text));
  }

  async #send(request: v1.RoutersRequest.$Properties): Promise<Uint8Array> {
    try {
      return await this.bus.request('parley.llm.routers', encode(v1.RoutersRequest, request), deadlineMs);
    } catch (error) {
      if (!BusError.isInstance(error)) throw error;
      throw unavailable();
    }
  }
}

const unavailable = () =>
  new HttpError(503, serverError('llm_unavailable', 'The routers cannot be had at present.'), 1);

function refusal({ code, message, param }: v1.RoutersError.$Properties): HttpError {
  const status = statuses[code ?? ''];
  if (status === undefined) return unavailable();
  const about = param ? { param } : {};
  return new HttpError(status, requestError('invalid_value', message ?? '', about));
}
