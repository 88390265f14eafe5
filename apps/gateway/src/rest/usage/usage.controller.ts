import { Controller, Get, Req } from '@nestjs/common';
import type { Principal } from '@parley/admission';
import { protocolError, requestError } from '@parley/protocol';
import { AccessState } from '@parley/state';
import type { Request } from 'express';
import { AccessChecks } from '../access-checks';
import { From } from '../access';
import { HttpError } from '../http-error';
import { Operation, answers } from '../operation';
import { usagePage, usagePageSchema, type UsagePage } from './usage-page';
import { queryOf, usageParams, usageQuery } from './usage-query';

/** What keys have used: each its own, `admin` keys those of all. */
@Controller('v1/usage')
export class UsageController {
  constructor(
    private readonly state: AccessState,
    private readonly checks: AccessChecks,
  ) {}

  @Operation({
    summary: 'What was used and what it cost, by UTC day: docs/cost.md',
    requestParams: { query: usageParams },
    responses: answers('A page of days.', usagePageSchema),
  })
  @Get()
  async usage(@Req() request: Request, @From() principal: Principal): Promise<UsagePage> {
    const asked = queryOf(new URL(request.originalUrl, 'http://gateway').searchParams);
    const { data, error } = usageParams.safeParse(asked);
    if (error) throw new HttpError(400, protocolError(error.issues, asked, null));
    const query = usageQuery(data, Date.now());
    const keyIds = keysFor(principal, query.keyIds);
    return this.checks.orUnavailable(() =>
      usagePage(query, this.state, async (day) => keyIds ?? (await this.state.usersOn(day))),
    );
  }
}

/** undefined: every one that has used something. */
function keysFor(
  { keyId, scopes }: Principal,
  asked: readonly string[] | undefined,
): readonly string[] | undefined {
  if (scopes.includes('admin')) return asked;
  if (asked?.some((other) => other !== keyId)) {
    const message = "Only keys with the permission 'admin' see the usage of others.";
    throw new HttpError(403, requestError('insufficient_permissions', message, { param: 'api_key_ids' }));
  }
  return [keyId];
}
