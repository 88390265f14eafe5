import { Controller, HttpCode, Post } from '@nestjs/common';
import { sessionView, type ProtocolError, type SessionType } from '@parley/protocol';
import type { z } from 'zod';
import type { Principal } from '@parley/admission';
import { renamed } from '../../dialects/codec';
import { nameInBeta } from '../../dialects/openai-beta/fields';
import { sessionToBeta, sessionToGa } from '../../dialects/openai-beta/session';
import { From, Needs } from '../access';
import { HttpError } from '../http-error';
import { JsonBody } from '../json-body';
import { Operation, answers, jsonOf } from '../operation';
import { ClientSecrets } from './client-secrets';
import { legacyLifetimeS, legacyRequestSchema, legacySessionSchema } from './request';

type Request = z.output<typeof legacyRequestSchema>;
type Answer = z.output<typeof legacySessionSchema>;

/** Client secrets as the beta makes them: the body is the session, and so is the answer. */
@Controller('v1/realtime')
@Needs('realtime')
export class LegacySessionsController {
  constructor(private readonly secrets: ClientSecrets) {}

  @Operation({
    summary: 'Make a client secret in the shape of the beta',
    requestBody: jsonOf(legacyRequestSchema),
    responses: answers('The session with its secret.', legacySessionSchema),
  })
  @Post('sessions')
  @HttpCode(200)
  realtime(
    @From() principal: Principal,
    @JsonBody({ schema: legacyRequestSchema }) body: Request,
  ): Promise<Answer> {
    return this.#create(principal, 'realtime', body);
  }

  @Operation({
    summary: 'Make a client secret for transcription in the shape of the beta',
    requestBody: jsonOf(legacyRequestSchema),
    responses: answers('The session with its secret.', legacySessionSchema),
  })
  @Post('transcription_sessions')
  @HttpCode(200)
  transcription(
    @From() principal: Principal,
    @JsonBody({ schema: legacyRequestSchema }) body: Request,
  ): Promise<Answer> {
    return this.#create(principal, 'transcription', body);
  }

  async #create(principal: Principal, type: SessionType, body: Request): Promise<Answer> {
    const { client_secret: wanted, ...beta } = body;
    const translated = sessionToGa(type, beta);
    if (translated.error) throw new HttpError(400, flat(translated.error));
    const lifetimeS = wanted?.expires_after?.seconds ?? legacyLifetimeS;
    try {
      const { value, expiresAt, session } = await this.secrets.create(principal, translated.ok, lifetimeS, {
        beyondGa: true,
      });
      return {
        ...sessionToBeta(sessionView(session)),
        id: session.id,
        object: session.object,
        client_secret: { value, expires_at: expiresAt },
      };
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      throw new HttpError(error.getStatus(), flat(renamed(error.error, nameInBeta)), error.retryAfterS);
    }
  }
}

/** The body is the session: parameters are named from there. */
const flat = (error: ProtocolError): ProtocolError =>
  renamed(error, (param) => (param.startsWith('session.') ? param.slice('session.'.length) : param));
