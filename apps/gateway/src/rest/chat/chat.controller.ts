import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Principal } from '@parley/admission';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { From, Spends } from '../access';
import { Operation, jsonOf } from '../operation';
import { ChatCompletions } from './chat-completions';

const anything = z.looseObject({});

/** OpenAI's chat completions for pages; other programs come by ChatRoute. */
@Controller('v1/chat')
@Spends()
export class ChatController {
  constructor(private readonly chat: ChatCompletions) {}

  @Operation({
    summary: 'Chat completions, whole or streamed, from any model that llm-router has: docs/routers.md',
    requestBody: jsonOf(anything),
    responses: {
      200: {
        description: 'The completion, or its chunks.',
        content: { 'application/json': { schema: anything }, 'text/event-stream': { schema: anything } },
      },
    },
  })
  @Post('completions')
  @HttpCode(200)
  completions(
    @Req() request: Request,
    @From() principal: Principal,
    @Res() response: Response,
  ): Promise<void> {
    return this.chat.complete(request, response, principal);
  }
}
