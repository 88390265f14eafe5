import { randomUUID } from 'node:crypto';
import { Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { v1 } from '@parley/contracts';
import { z } from 'zod';
import { JsonBody } from '../json-body';
import { Operation, answers, jsonOf } from '../operation';
import { RouterClient } from './router-client';

const { LIST, GET, CREATE, UPDATE, DELETE } = v1.RoutersRequest.Operation;

/** What a router may hold is llm-router's to say. */
const body = z.record(z.string(), z.unknown());

const requestParams = { path: z.object({ name: z.string() }) };
const router = answers('The router.', body);

/** Routers as Inworld's API has them. */
@Controller('router/v1/routers')
export class RoutersController {
  constructor(private readonly routers: RouterClient) {}

  @Operation({
    summary: 'Every router',
    responses: answers('The routers.', z.object({ routers: z.array(body) })),
  })
  @Get()
  async list(): Promise<object> {
    return { routers: await this.routers.ask({ operation: LIST }) };
  }

  @Operation({ summary: 'One router', requestParams, responses: router })
  @Get(':name')
  async get(@Param('name') name: string): Promise<unknown> {
    const [router] = await this.routers.ask({ operation: GET, name });
    return router;
  }

  @Operation({
    summary: 'Make a router',
    requestBody: jsonOf(body),
    responses: { 201: { description: 'The router.', ...jsonOf(body) } },
  })
  @Post()
  async create(@JsonBody({ schema: body }) router: z.output<typeof body>): Promise<unknown> {
    const [created] = await this.routers.ask({ operation: CREATE, routerJson: JSON.stringify(router) });
    return created;
  }

  /** Inworld answers with an operation; ours is done when it answers. */
  @Operation({
    summary: 'Change a router, or the fields named in update_mask',
    requestParams: { ...requestParams, query: z.object({ update_mask: z.string().optional() }) },
    requestBody: jsonOf(body),
    responses: answers(
      'An operation that is done.',
      z.object({ name: z.string(), done: z.boolean(), response: body }),
    ),
  })
  @Patch(':name')
  async update(
    @Param('name') name: string,
    @Query('update_mask') mask: unknown,
    @JsonBody({ schema: body }) router: z.output<typeof body>,
  ): Promise<object> {
    const updateMask = typeof mask === 'string' ? mask.split(',').filter((field) => field !== '') : [];
    const request = { operation: UPDATE, name, routerJson: JSON.stringify(router), updateMask };
    const [response] = await this.routers.ask(request);
    return { name: `operations/${randomUUID()}`, done: true, response };
  }

  @Operation({ summary: 'Remove a router', requestParams, responses: answers('It is gone.', z.object({})) })
  @Delete(':name')
  @HttpCode(200)
  async remove(@Param('name') name: string): Promise<object> {
    await this.routers.ask({ operation: DELETE, name });
    return {};
  }
}
