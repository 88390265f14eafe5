import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { serverError } from '@parley/protocol';
import { CONFIG, METRICS } from '@parley/service';
import { gauge, type Registry } from '@parley/telemetry';
import type { Response } from 'express';
import type { Observable } from 'rxjs';
import type { GatewayConfig } from '../config';
import { HttpError } from '../rest/http-error';

const retryAfterS = 1;

/** How many requests that carry audio one gateway has under way; a further one is refused at once. */
@Injectable()
export class AudioSlots {
  #taken = 0;

  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    @Inject(METRICS) registry: Registry,
  ) {
    const metric = gauge(registry, {
      name: 'parley_gateway_audio_requests',
      help: 'Requests to speak or to transcribe under way.',
    });
    Object.assign(metric, { collect: () => metric.set(this.#taken) });
  }

  /** Returns how to give the place back; undefined when there is none. */
  take(): (() => void) | undefined {
    if (this.#taken >= this.config.PARLEY_MAX_AUDIO_REQUESTS) return undefined;
    this.#taken += 1;
    let held = true;
    return () => {
      if (held) this.#taken -= 1;
      held = false;
    };
  }
}

/** Holds a place for as long as the request lasts. Before the body is read: it may be large. */
@Injectable()
export class AudioSlotInterceptor implements NestInterceptor {
  constructor(private readonly slots: AudioSlots) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const release = this.slots.take();
    if (release === undefined) {
      const error = serverError('server_overloaded', 'Too many audio requests are under way.');
      throw new HttpError(503, error, retryAfterS);
    }
    context.switchToHttp().getResponse<Response>().once('close', release);
    return next.handle();
  }
}
