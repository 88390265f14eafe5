import { sessionPatchSchema, sessionView } from '@parley/protocol';
import { Controller, HttpCode, Post } from '@nestjs/common';
import type { Principal } from '@parley/admission';
import { From, Needs } from '../access';
import { Operation, answers, jsonOf } from '../operation';
import { JsonBody } from '../json-body';
import { ClientSecrets } from './client-secrets';
import {
  clientSecretRequestSchema,
  clientSecretSchema,
  defaultLifetimeS,
  type ClientSecretRequest,
} from './request';
import type { z } from 'zod';

@Controller('v1/realtime')
@Needs('realtime')
export class ClientSecretsController {
  constructor(private readonly secrets: ClientSecrets) {}

  @Operation({
    summary: 'Make a client secret: a key for a browser, with its session',
    requestBody: jsonOf(clientSecretRequestSchema.extend({ session: sessionPatchSchema.optional() })),
    responses: answers('The secret.', clientSecretSchema),
  })
  @Post('client_secrets')
  @HttpCode(200)
  async create(
    @From() principal: Principal,
    @JsonBody({ schema: clientSecretRequestSchema }) body: ClientSecretRequest,
  ): Promise<z.output<typeof clientSecretSchema>> {
    const lifetimeS = body.expires_after?.seconds ?? defaultLifetimeS;
    const { value, expiresAt, session } = await this.secrets.create(principal, body.session, lifetimeS);
    return { value, expires_at: expiresAt, session: sessionView(session) };
  }
}
