import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { hasTooManyValues, protocolError, requestError, tooManyValues, wellFormed } from '@parley/protocol';
import express, { type Request, type Response } from 'express';
import type { z } from 'zod';
import { HttpError } from './http-error';

const defaultLimitBytes = 1024 * 1024;

export interface JsonBodyOptions<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly limitBytes?: number;
  /** Applied before the schema; errors are of what it makes. */
  readonly normalise?: (json: unknown) => unknown;
}

/**
 * The request's JSON body, read only once the guard has let the request in, and parsed by `schema`. Errors name
 * the parameter by its path from the body's root. No body at all is `{}`.
 */
export const JsonBody = createParamDecorator(
  async <Schema extends z.ZodType>(
    { schema, limitBytes = defaultLimitBytes, normalise = (json) => json }: JsonBodyOptions<Schema>,
    context: ExecutionContext,
  ): Promise<z.output<Schema>> => {
    const http = context.switchToHttp();
    const json = normalise(await readJson(http.getRequest(), http.getResponse(), limitBytes));
    const { data, error } = schema.safeParse(json);
    if (error) throw new HttpError(400, protocolError(error.issues, json, null));
    return data;
  },
);

async function readJson(request: Request, response: Response, limitBytes: number): Promise<unknown> {
  const parse = express.json({ limit: limitBytes, strict: false, type: () => true, verify: countValues });
  await new Promise<void>((resolve, reject) =>
    parse(request, response, (failure?: unknown) =>
      failure === undefined ? resolve() : reject(refusal(failure)),
    ),
  );
  return wellFormed(request.body ?? {});
}

const tooMany = 'values.too.many';

/** Before it is parsed. */
function countValues(_request: unknown, _response: unknown, body: Buffer, encoding: string): void {
  if (encoding !== 'utf-8') throw new Error('JSON is UTF-8');
  if (hasTooManyValues(body)) throw Object.assign(new Error(tooMany), { type: tooMany });
}

/** body-parser says what was wrong by `type`. */
function refusal(failure: unknown): unknown {
  if (!(failure instanceof Error) || !('type' in failure)) return failure;
  switch (failure.type) {
    case 'entity.too.large':
      return new HttpError(413, requestError('invalid_value', 'The body is too large.'));
    case 'entity.parse.failed':
      return new HttpError(400, requestError('invalid_json', 'The body is not valid JSON.'));
    case tooMany:
      return new HttpError(400, tooManyValues('The body'));
    default:
      return new HttpError(400, requestError('invalid_value', 'The body could not be read.'));
  }
}
