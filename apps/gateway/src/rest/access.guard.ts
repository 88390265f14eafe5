import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { requestError } from '@parley/protocol';
import { Authenticator } from '../admission/authenticator';
import { Origins } from '../admission/origins';
import { AccessChecks } from './access-checks';
import { ACCESS, type Access, type AdmittedRequest } from './access';
import { HttpError } from './http-error';

/** The one guard of REST: origin, key, and what the key may do. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly checks: AccessChecks,
    private readonly origins: Origins,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    if (!this.origins.permits(request.headers.origin)) {
      throw new HttpError(403, requestError('invalid_value', 'Pages of this origin may not connect.'));
    }
    const access =
      this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
        context.getHandler(),
        context.getClass(),
      ]) ?? 'rest';
    if (access === 'public') return true;
    const principal = await this.checks.admitted(await this.authenticator.authenticate(request.headers));
    if (!principal.scopes.includes(access)) {
      throw new HttpError(
        403,
        requestError('insufficient_permissions', `This key lacks the permission '${access}'.`),
      );
    }
    request.principal = principal;
    return true;
  }
}
