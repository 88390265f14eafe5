import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessChecks } from './access-checks';
import { ACCESS, SPENDS, type Access, type AdmittedRequest } from './access';

/** The one guard of REST: origin, key, and what the key may do. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly checks: AccessChecks,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    const places = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, places) ?? 'rest';
    if (access === 'public') this.checks.origin(request);
    else request.principal = await this.checks.admit(request, access);
    const spends = this.reflector.getAllAndOverride<boolean | undefined>(SPENDS, places) ?? false;
    if (spends && request.principal) await this.checks.budget(request.principal);
    return true;
  }
}
