import { Controller, Delete, Get, Inject, Param, Put } from '@nestjs/common';
import { Authenticator, type Principal } from '@parley/admission';
import { usualBudgets } from '@parley/metering';
import { requestError } from '@parley/protocol';
import { CONFIG } from '@parley/service';
import { AccessState, formatUsd, noBudget, parseUsd, type Budget, type Expenses } from '@parley/state';
import { z } from 'zod';
import type { GatewayConfig } from '../../config';
import { AccessChecks } from '../access-checks';
import { From, Needs } from '../access';
import { HttpError } from '../http-error';
import { JsonBody } from '../json-body';
import { Operation, answers, jsonOf } from '../operation';

const limitSchema = z
  .strictObject({
    usd: z
      .string()
      .regex(/^\d{1,6}(\.\d{1,9})?$/, { error: 'Expected a decimal such as "12.50".' })
      .nullish()
      .meta({ description: 'US dollars as a decimal; null: no limit.' }),
    tokens: z.int().min(0).nullish().meta({ description: 'Read and written; null: no limit.' }),
  })
  .nullish();

const requestSchema = z.strictObject({ day: limitSchema, month: limitSchema });

const amounts = z.object({ usd: z.string().nullable(), tokens: z.int().nullable() });
const period = amounts.extend({ used: z.object({ usd: z.string(), tokens: z.int() }) });

const budgetSchema = z.object({
  object: z.literal('key.budget'),
  api_key_id: z.string(),
  source: z
    .enum(['key', 'default'])
    .meta({ description: 'default: the operator’s for keys without their own.' }),
  day: period,
  month: period,
});

const requestParams = { path: z.object({ id: z.string().meta({ description: 'A key’s id, or `me`.' }) }) };
const responses = answers('The budgets, and what of them is used.', budgetSchema);

/** What keys may spend by UTC day and month. Any key sees its own; `admin` keys see and set those of all. */
@Controller('v1/keys/:id/budget')
export class BudgetsController {
  constructor(
    private readonly state: AccessState,
    private readonly checks: AccessChecks,
    private readonly authenticator: Authenticator,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  @Operation({ summary: 'What a key may spend, and has spent', requestParams, responses })
  @Get()
  async get(@Param('id') id: string, @From() principal: Principal): Promise<z.output<typeof budgetSchema>> {
    const keyId = id === 'me' ? principal.keyId : id;
    if (keyId === principal.keyId || principal.scopes.includes('admin')) return this.#told(keyId);
    const message = "Only keys with the permission 'admin' see the budgets of others.";
    throw new HttpError(403, requestError('insufficient_permissions', message));
  }

  @Operation({
    summary: 'Set what a key may spend, in place of what it had',
    requestParams,
    requestBody: jsonOf(requestSchema),
    responses,
  })
  @Needs('admin')
  @Put()
  async set(
    @Param('id') id: string,
    @From() principal: Principal,
    @JsonBody({ schema: requestSchema }) { day, month }: z.output<typeof requestSchema>,
  ): Promise<z.output<typeof budgetSchema>> {
    const keyId = id === 'me' ? principal.keyId : id;
    if (keyId !== principal.keyId) await this.#demandKey(keyId);
    const budgets = { day: budgetOf(day), month: budgetOf(month) };
    await this.checks.orUnavailable(() => this.state.spending.setBudgets(keyId, budgets));
    return this.#told(keyId);
  }

  @Operation({ summary: 'Let the operator’s budgets hold for a key again', requestParams, responses })
  @Needs('admin')
  @Delete()
  async reset(@Param('id') id: string, @From() principal: Principal): Promise<z.output<typeof budgetSchema>> {
    const keyId = id === 'me' ? principal.keyId : id;
    await this.checks.orUnavailable(() => this.state.spending.setBudgets(keyId, null));
    return this.#told(keyId);
  }

  async #demandKey(keyId: string): Promise<void> {
    if (this.authenticator.mayBeOfOthers(keyId)) return;
    const keys = await this.checks.orUnavailable(() => this.state.keys.list());
    if (keys.some(({ id }) => id === keyId)) return;
    const message = `There is no key '${keyId.slice(0, 256)}'.`;
    throw new HttpError(404, requestError('invalid_value', message, { param: 'id' }));
  }

  async #told(keyId: string): Promise<z.output<typeof budgetSchema>> {
    const { day, month, budgets } = await this.checks.orUnavailable(() => this.state.spending.fetch(keyId));
    const held = budgets ?? usualBudgets(this.config);
    return {
      object: 'key.budget',
      api_key_id: keyId,
      source: budgets === null ? 'default' : 'key',
      day: periodOf(held.day, day),
      month: periodOf(held.month, month),
    };
  }
}

const budgetOf = (limit: z.output<typeof limitSchema>): Budget =>
  limit == null
    ? noBudget
    : {
        nanoUsd: limit.usd == null ? null : (parseUsd(limit.usd) ?? null),
        tokens: limit.tokens ?? null,
      };

const periodOf = ({ nanoUsd, tokens }: Budget, used: Expenses): z.output<typeof period> => ({
  usd: nanoUsd === null ? null : formatUsd(nanoUsd),
  tokens,
  used: { usd: formatUsd(used.nanoUsd), tokens: used.tokens },
});
