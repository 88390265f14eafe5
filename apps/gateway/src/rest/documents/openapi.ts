import { protocolErrorObject } from '@parley/protocol';
import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import type { Route } from './routes';

export type DocumentInfo = ZodOpenApiObject['info'];

const errorSchema = z
  .object({ error: protocolErrorObject.unwrap().omit({ event_id: true }) })
  .meta({ id: 'Error', description: 'What went wrong; `param` is a path from the root of the body.' });

const refusal = (description: string): ZodOpenApiResponseObject => ({
  description,
  content: { 'application/json': { schema: errorSchema } },
});

const retryAfter = { 'Retry-After': { schema: z.int().meta({ description: 'Seconds.' }) } };

/** What any endpoint that needs a key may answer. */
const refusals = {
  401: refusal('The key is missing or wrong.'),
  403: refusal('The key may not do this, or pages of this origin may not.'),
  429: { ...refusal('The key is over its limit of requests per second.'), headers: retryAfter },
  503: { ...refusal('Something that is needed is away.'), headers: retryAfter },
};

/** The OpenAPI document of the REST endpoints, from their decorators and the schemas that check their bodies. */
export function openApiDocument(routes: readonly Route[], info: DocumentInfo): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const { path, method, access, operation } of routes) {
    paths[path] = { ...paths[path], [method]: described(operation, access === 'public') };
  }
  return createDocument({
    openapi: '3.1.0',
    info,
    security: [{ bearer: [] }, { basic: [] }, { apiKey: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key, a client secret, or a JSON Web Token.',
        },
        basic: { type: 'http', scheme: 'basic' },
        apiKey: { type: 'apiKey', in: 'header', name: 'api-key' },
      },
    },
  });
}

function described(
  operation: ZodOpenApiOperationObject = { responses: {} },
  isPublic: boolean,
): ZodOpenApiOperationObject {
  return {
    ...operation,
    ...(isPublic ? { security: [] } : {}),
    responses: Object.assign(
      {},
      operation.responses,
      operation.requestBody ? { 400: refusal('The body is not valid.') } : {},
      isPublic ? {} : refusals,
    ),
  };
}
