import { randomUUID } from 'node:crypto';
import { Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { v1 } from '@parley/contracts';
import { z } from 'zod';
import { JsonBody } from '../json-body';
import { RouterClient } from './router-client';

const { LIST, GET, CREATE, UPDATE, DELETE } = v1.RoutersRequest.Operation;

/** What a router may hold is llm-router's to say. */
const body = z.record(z.string(), z.unknown());

/** Routers as Inworld's API has them. */
@Controller('router/v1/routers')
export class RoutersController {
  constructor(private readonly routers: RouterClient) {}

  @Get()
  async list(): Promise<object> {
    return { routers: await this.routers.ask({ operation: LIST }) };
  }

  @Get(':name')
  async get(@Param('name') name: string): Promise<unknown> {
    const [router] = await this.routers.ask({ operation: GET, name });
    return router;
  }

  @Post()
  async create(@JsonBody({ schema: body }) router: z.output<typeof body>): Promise<unknown> {
    const [created] = await this.routers.ask({ operation: CREATE, routerJson: JSON.stringify(router) });
    return created;
  }

  /** Inworld answers with an operation; ours is done when it answers. */
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

  @Delete(':name')
  @HttpCode(200)
  async remove(@Param('name') name: string): Promise<object> {
    await this.routers.ask({ operation: DELETE, name });
    return {};
  }
}
