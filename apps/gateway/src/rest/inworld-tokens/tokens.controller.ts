import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { allows } from '@parley/admission';
import { usualScopes } from '@parley/state';
import { Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { Needs } from '../access';
import { ClientSecrets } from '../client-secrets/client-secrets';
import { JsonBody } from '../json-body';
import { Operation, answers, jsonOf } from '../operation';
import { TokenRequests } from './token-requests';

const lifetimeS = 3600;

/** `key` and `resources` are what Inworld asks for: here a key has one workspace, and is in the header. */
const requestSchema = z.looseObject({
  key: z.string().optional(),
  resources: z.array(z.string()).optional(),
});

const tokenSchema = z.object({
  token: z.string(),
  type: z.literal('Bearer'),
  /** ISO 8601. */
  expirationTime: z.string(),
  sessionId: z.string(),
});

/** Tokens for browsers as Inworld's clients ask for them. */
@Controller('auth/v1/tokens')
export class TokensController {
  constructor(
    private readonly requests: TokenRequests,
    private readonly secrets: ClientSecrets,
  ) {}

  /** It is not the guard that lets in: the request may be signed in place of naming a key. */
  @Needs('public')
  @Operation({
    summary: 'Make a token for a browser, as Inworld does; signed with key and secret, or with any key',
    requestBody: jsonOf(requestSchema),
    responses: answers('The token.', tokenSchema),
  })
  @Post('token\\:generate')
  @HttpCode(200)
  async generate(
    @Headers() headers: IncomingHttpHeaders,
    @JsonBody({ schema: requestSchema }) _body: z.output<typeof requestSchema>,
  ): Promise<z.output<typeof tokenSchema>> {
    const principal = await this.requests.authorize(headers);
    const { value, expiresAtMs } = await this.secrets.issue(principal, {
      scopes: usualScopes.filter((scope) => allows(principal, scope)),
      session: null,
      model: '',
      lifetimeS,
    });
    return {
      token: value,
      type: 'Bearer',
      expirationTime: new Date(expiresAtMs).toISOString(),
      sessionId: `default:${randomUUID()}`,
    };
  }
}
