import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { requestError } from '@parley/protocol';
import { BUS, type Bus } from '@parley/service';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { KeyLimiter, type Principal } from '@parley/admission';
import { doorError } from '../../doors/door-error';
import { drained, goneSignal } from '../../doors/stream-reply';
import { chat } from '../../workers/chat-line';
import { From } from '../access';
import { HttpError } from '../http-error';
import { Operation, jsonOf } from '../operation';

/** Images come inline. */
const maxBodyBytes = 20 * 1024 * 1024;

const anything = z.looseObject({});

/** OpenAI's chat completions. What a request may hold is llm-router's to say: the body goes there as it is. */
@Controller('v1/chat')
export class ChatController {
  constructor(
    @Inject(BUS) private readonly bus: Bus,
    private readonly limiter: KeyLimiter,
  ) {}

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
  async completions(
    @Req() request: Request,
    @From() principal: Principal,
    @Res() response: Response,
  ): Promise<void> {
    const body = await read(request);
    const signal = goneSignal(response);
    try {
      for await (const piece of chat(this.bus, body, signal)) {
        if (piece.type === 'usage') {
          const { inputTokens, outputTokens } = piece;
          this.limiter.meterOf(principal).add({ inputTokens, outputTokens });
        } else if (piece.type === 'head') {
          if (piece.retryAfterS > 0) response.setHeader('retry-after', String(piece.retryAfterS));
          const uncached = piece.contentType.startsWith('text/event-stream')
            ? { 'cache-control': 'no-cache', 'x-accel-buffering': 'no' }
            : {};
          response.writeHead(piece.status, { 'content-type': piece.contentType, ...uncached });
        } else if (!response.write(piece.bytes)) {
          await drained(response);
        }
      }
      response.end();
    } catch (error) {
      if (!signal.aborted) throw doorError(error, { refused: () => null });
    }
  }
}

async function read(request: Request): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request) {
    if (!Buffer.isBuffer(piece)) continue;
    bytes += piece.length;
    if (bytes > maxBodyBytes) {
      throw new HttpError(413, requestError('invalid_value', 'The body is too large.'));
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
