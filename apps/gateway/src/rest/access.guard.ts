import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessChecks } from './access-checks';
import { ACCESS, type Access, type AdmittedRequest } from './access';

/** The one guard of REST: origin, key, and what the key may do. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly checks: AccessChecks,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    const access =
      this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
        context.getHandler(),
        context.getClass(),
      ]) ?? 'rest';
    if (access === 'public') this.checks.origin(request);
    else request.principal = await this.checks.admit(request, access);
    return true;
  }
}
