import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { CONFIG } from '@parley/service';
import type { Observable } from 'rxjs';
import type { GatewayConfig } from '../../config';

/** A file of a form, held in memory: nothing a caller says is written to a disk. */
export interface Upload {
  readonly buffer: Buffer;
}

const maxFields = 40;
const maxFieldBytes = 64 * 1024;

/** Reads a form with one `file`, within the limit of the configuration. */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  readonly #reads: NestInterceptor;

  constructor(@Inject(CONFIG) { PARLEY_MAX_UPLOAD_BYTES }: GatewayConfig) {
    const Reads = FileInterceptor('file', {
      limits: { fileSize: PARLEY_MAX_UPLOAD_BYTES, files: 1, fields: maxFields, fieldSize: maxFieldBytes },
    });
    this.#reads = new Reads();
  }

  intercept(
    context: ExecutionContext,
    next: CallHandler,
  ): Observable<unknown> | Promise<Observable<unknown>> {
    return this.#reads.intercept(context, next);
  }
}
