import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiResponsesObject } from 'zod-openapi';

export const OPERATION = Symbol('operation');

/** What the OpenAPI document says of an endpoint, beyond its path, its key and the errors that every one has. */
export const Operation = (operation: ZodOpenApiOperationObject): MethodDecorator =>
  SetMetadata(OPERATION, operation);

export const jsonOf = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });

/** The 200 of an endpoint. */
export const answers = (description: string, schema: z.ZodType): ZodOpenApiResponsesObject => ({
  200: { description, ...jsonOf(schema) },
});
