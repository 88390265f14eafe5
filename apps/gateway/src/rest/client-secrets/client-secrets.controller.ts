import { Controller, HttpCode, Post } from '@nestjs/common';
import type { Principal } from '../../admission/principal';
import { From, Needs } from '../access';
import { JsonBody } from '../json-body';
import { ClientSecrets } from './client-secrets';
import { clientSecretRequestSchema, defaultLifetimeS, type ClientSecretRequest } from './request';

@Controller('v1/realtime')
@Needs('realtime')
export class ClientSecretsController {
  constructor(private readonly secrets: ClientSecrets) {}

  @Post('client_secrets')
  @HttpCode(200)
  async create(
    @From() principal: Principal,
    @JsonBody({ schema: clientSecretRequestSchema }) body: ClientSecretRequest,
  ): Promise<object> {
    const lifetimeS = body.expires_after?.seconds ?? defaultLifetimeS;
    const { value, expiresAt, session } = await this.secrets.create(principal, body.session, lifetimeS);
    return { value, expires_at: expiresAt, session };
  }
}
