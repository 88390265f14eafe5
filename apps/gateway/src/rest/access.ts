import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Scope } from '@parley/state';
import type { Principal } from '@parley/admission';

export const ACCESS = Symbol('access');
export type Access = Scope | 'public';

/** What a key must be allowed to do to use an endpoint. Without it: `rest`. */
export const Needs = (access: Access): ClassDecorator & MethodDecorator => SetMetadata(ACCESS, access);

export const SPENDS = Symbol('spends');

/** It uses what counts against the key's budgets: there must be something left of them. */
export const Spends = (): ClassDecorator & MethodDecorator => SetMetadata(SPENDS, true);

export type AdmittedRequest = Request & { principal?: Principal };

/** Who the request comes from; only where a key is needed. */
export const From = createParamDecorator((_data: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<AdmittedRequest>();
  if (principal === undefined) throw new Error('a public endpoint knows no principal');
  return principal;
});
