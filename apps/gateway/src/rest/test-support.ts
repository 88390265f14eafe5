import { Module, type Type } from '@nestjs/common';
import { MemoryBus } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { bootService, type RunningService } from '@parley/service';
import { pino } from 'pino';
import { AdmissionModule } from '@parley/admission';
import { config } from '../config';
import { GatewayServer } from '../gateway.server';
import { SESSION_FACTORY } from '../session/ports';
import { RecordingSessions } from '../transports/websocket/test-support';
import { httpAdapter } from './http-adapter';
import { RestModule } from './rest.module';

export interface TestRest {
  readonly port: number;
  readonly bus: MemoryBus;
  readonly sessions: RecordingSessions;
  /** `body` is sent as JSON. */
  call(
    path: string,
    options?: { method?: string; headers?: Record<string, string>; body?: unknown },
  ): Promise<{
    status: number;
    headers: Headers;
    body: unknown;
  }>;
  stop(drainMs?: number): Promise<void>;
}

/** The gateway's port with REST and sessions that only record, over a bus in memory. */
export async function startRest(
  environment: Record<string, string> = {},
  controllers: Type[] = [],
): Promise<TestRest> {
  const sessions = new RecordingSessions();
  @Module({
    imports: [AdmissionModule, RestModule],
    controllers,
    providers: [GatewayServer, { provide: SESSION_FACTORY, useValue: sessions }],
  })
  class TestModule {}
  const settings = config({
    PARLEY_PORT: '0',
    REDIS_URL: process.env['PARLEY_TEST_REDIS_URL'],
    ...environment,
  });
  const bus = new MemoryBus();
  const service: RunningService = await bootService(
    { name: 'gateway', module: TestModule, config: settings, health: 'mounted', http: httpAdapter, bus },
    settings,
    pino({ level: 'silent' }),
  );
  const port = service.app.get(GatewayServer).port ?? 0;
  return {
    port,
    bus,
    sessions,
    async call(path, { method = 'GET', headers = {}, body } = {}) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text === '' ? null : jsonIn(text),
      };
    },
    stop: (drainMs = 50) => service.stop(drainMs),
  };
}

/** A page is none. */
function jsonIn(text: string): unknown {
  return text.startsWith('{') ? JSON.parse(text) : text;
}

/** Plays the router's list of models. */
export async function serveModels(bus: MemoryBus, models: v1.IModelInfo[]): Promise<void> {
  const others = [{ id: 'other/model', provider: 'other', available: false }];
  await bus.respond('parley.llm.models', async (payload) => {
    const { all, alias } = decode(v1.ListModelsRequest, payload);
    const listed = all ? [...models, ...others] : models;
    return encode(v1.ListModelsReply, {
      models: listed,
      defaultModel: models[0]?.id ?? '',
      aliasOf: (alias ?? '').startsWith('gpt-realtime') ? (models[0]?.id ?? '') : '',
    });
  });
}
