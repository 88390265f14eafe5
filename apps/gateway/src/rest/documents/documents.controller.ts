import { Controller, Get, type Type } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { z } from 'zod';
import { Needs } from '../access';
import { Operation, answers } from '../operation';
import { asyncApiDocument } from './asyncapi';
import { openApiDocument, type DocumentInfo } from './openapi';
import { routesOf, type Route } from './routes';

const license = { name: 'Apache-2.0', identifier: 'Apache-2.0' };
const version = '0.1.0';
const rest: DocumentInfo = { title: 'Parley REST API', version, license };
const realtime: DocumentInfo = { title: 'Parley Realtime API', version, license };

const document = z.looseObject({});

/** What the gateway serves, for machines: made from the schemas that check what comes and goes. */
@Controller()
@Needs('public')
export class DocumentsController {
  #openApi: object | undefined;
  #asyncApi: object | undefined;

  constructor(private readonly discovery: DiscoveryService) {}

  @Operation({
    summary: 'The OpenAPI document of the REST endpoints',
    responses: answers('OpenAPI 3.1.', document),
  })
  @Get('openapi.json')
  openApi(): object {
    return (this.#openApi ??= openApiDocument(this.routes(), rest));
  }

  @Operation({
    summary: 'The AsyncAPI document of the realtime socket',
    responses: answers('AsyncAPI 3.0.', document),
  })
  @Get('asyncapi.json')
  asyncApi(): object {
    return (this.#asyncApi ??= asyncApiDocument(realtime));
  }

  routes(): Route[] {
    const controllers = this.discovery.getControllers().map(({ metatype }) => metatype);
    return routesOf(controllers.filter((metatype): metatype is Type => typeof metatype === 'function'));
  }
}
