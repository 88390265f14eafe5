import { Controller, Get, Inject, NotFoundException, Param, Res } from '@nestjs/common';
import { contentSecurityPolicy, pageFiles } from '@parley/playground';
import { CONFIG } from '@parley/service';
import type { Response } from 'express';
import { z } from 'zod';
import type { GatewayConfig } from '../../config';
import { Needs } from '../access';
import { Operation } from '../operation';

const responses = { 200: { description: 'A file of the page.' } };

/** A page to talk on. It holds no secret: whoever uses it brings a key. */
@Controller('playground')
@Needs('public')
export class PlaygroundController {
  readonly #files = pageFiles();

  constructor(@Inject(CONFIG) private readonly config: GatewayConfig) {}

  @Operation({ summary: 'The playground: docs/playground.md', responses })
  @Get()
  page(@Res() response: Response): void {
    this.#send('index.html', response);
  }

  @Operation({
    summary: 'Its scripts and styles',
    requestParams: { path: z.object({ file: z.string() }) },
    responses,
  })
  @Get(':file')
  file(@Param('file') file: string, @Res() response: Response): void {
    this.#send(file, response);
  }

  #send(name: string, response: Response): void {
    const file = this.config.PARLEY_PLAYGROUND ? this.#files.get(name) : undefined;
    if (file === undefined) throw new NotFoundException();
    response
      .set({
        'content-type': file.type,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-cache',
      })
      .end(file.bytes);
  }
}
