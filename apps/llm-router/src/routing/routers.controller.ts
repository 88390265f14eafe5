import { Controller, Inject } from '@nestjs/common';
import { RequestHandler } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { LOGGER } from '@parley/service';
import { StateError } from '@parley/state';
import type { Logger } from '@parley/telemetry';
import { toResource, type Router } from './router';
import { RouterError, Routers } from './store/routers';

const { LIST, GET, CREATE, UPDATE, DELETE } = v1.RoutersRequest.Operation;

/** Routers over the bus, for the gateway's REST. */
@Controller()
export class RoutersController {
  constructor(
    @Inject(Routers) private readonly routers: Routers,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @RequestHandler('parley.llm.routers')
  async handle(payload: Uint8Array): Promise<Uint8Array> {
    try {
      const routers = await this.#carryOut(decode(v1.RoutersRequest, payload));
      return encode(v1.RoutersReply, {
        routersJson: routers.map((router) => JSON.stringify(toResource(router))),
      });
    } catch (error) {
      return encode(v1.RoutersReply, { error: this.#refusal(error) });
    }
  }

  async #carryOut(request: v1.RoutersRequest): Promise<readonly Router[]> {
    const { operation, name, routerJson, updateMask } = request;
    switch (operation) {
      case LIST:
        return this.routers.list();
      case GET:
        return [await this.routers.get(name)];
      case CREATE:
        return [await this.routers.create(parseJson(routerJson))];
      case UPDATE:
        return [await this.routers.update(name, parseJson(routerJson), updateMask)];
      case DELETE:
        await this.routers.remove(name);
        return [];
      default:
        throw new RouterError('invalid_value', 'there is no such operation');
    }
  }

  #refusal(error: unknown): v1.RoutersError.$Properties {
    if (error instanceof RouterError) return { code: error.code, message: error.message, param: error.param };
    if (!(error instanceof StateError)) this.logger.error({ err: error }, 'a request for routers failed');
    return { code: 'unavailable', message: 'The routers cannot be had at present.' };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RouterError('invalid_value', 'The router is not valid JSON.');
  }
}
