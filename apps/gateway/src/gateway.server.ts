import type { RequestListener, Server } from 'node:http';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CONFIG, Drain, HealthRoutes, LOGGER, METRICS } from '@parley/service';
import type { Logger, Registry } from '@parley/telemetry';
import { Authenticator, KeyLimiter, isLoopback, isOpen, Origins } from '@parley/admission';
import type { GatewayConfig } from './config';
import { ChatRoute } from './rest/chat/chat-route';
import { createServer, listen } from './rest/http-server';
import { readTls } from './rest/tls';
import { SESSION_FACTORY, type SessionFactory } from './session/ports';
import type { SocketDoor } from './transports/doors/socket-door';
import { SocketDoors } from './transports/doors/socket-doors';
import { SOCKET_DOORS } from './doors/doors.module';
import { WebSocketGateway, type WebSocketOptions } from './transports/websocket/gateway';
import { GatewayMetrics } from './transports/websocket/metrics';

/** Connections beyond the WebSocket limit, for health checks, scrapes and refusals. */
const spareSockets = 256;
const closeTimeoutMs = 2_000;
/** What the sessions that were sent away have used is waited for so long. */
const settleMs = 1_000;
/** Keys are remembered for 5 s: what a revoked one opened is ended within 7 s. */
const keyCheckMs = 2_000;

/** The one port of the gateway: WebSocket, REST, health and metrics. */
@Injectable()
export class GatewayServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #gateway: WebSocketGateway;
  readonly #server: Server;
  #port: number | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(METRICS) metrics: Registry,
    @Inject(SESSION_FACTORY) private readonly factory: SessionFactory,
    authenticator: Authenticator,
    limiter: KeyLimiter,
    origins: Origins,
    health: HealthRoutes,
    drain: Drain,
    chat: ChatRoute,
    rest: HttpAdapterHost,
    @Inject(SOCKET_DOORS) doors: readonly SocketDoor[],
  ) {
    this.#gateway = new WebSocketGateway(
      factory,
      { authenticator, limiter, origins },
      webSocketOptions(config),
      new GatewayMetrics(metrics),
      log,
      new SocketDoors(doors, limiter, webSocketOptions(config), log),
    );
    this.#server = createServer(
      [chat.handle, health.handle],
      rest.httpAdapter.getInstance<RequestListener>(),
      readTls(config),
    );
    this.#server.maxConnections = config.PARLEY_MAX_CONNECTIONS + spareSockets;
    this.#gateway.attach(this.#server);
    drain.register('connections', async (timeoutMs) => {
      const untilMs = performance.now() + timeoutMs;
      await this.#gateway.drain(timeoutMs);
      await factory.told(Math.max(0, untilMs - performance.now()));
    });
  }

  /** Undefined until it listens. */
  get port(): number | undefined {
    return this.#port;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { PARLEY_HOST: host, PARLEY_PORT: wanted } = this.config;
    const port = await listen(this.#server, host, wanted);
    this.#port = port;
    const scheme = this.config.PARLEY_TLS_CERT === undefined ? 'ws' : 'wss';
    this.log.info({ host, port, url: `${scheme}://${hostInUrl(host)}:${port}/v1/realtime` }, 'listening');
    if (isOpen(this.config))
      this.log.warn('no API keys are configured: any key is accepted, on loopback only');
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#gateway.close();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.#server.closeAllConnections(), closeTimeoutMs);
      this.#server.close(() => {
        clearTimeout(timer);
        resolve();
      });
      this.#server.closeIdleConnections();
    });
    // A socket that is closed has its session end a moment later.
    await this.#gateway.drain(settleMs);
    await this.factory.settle(settleMs);
  }
}

function webSocketOptions(config: GatewayConfig): WebSocketOptions {
  return {
    limits: {
      total: config.PARLEY_MAX_CONNECTIONS,
      perAddress: config.PARLEY_MAX_CONNECTIONS_PER_ADDRESS,
    },
    maxBusy: config.PARLEY_MAX_BUSY_PERCENT / 100,
    maxFrameBytes: config.PARLEY_MAX_FRAME_BYTES,
    maxBufferedBytes: config.PARLEY_MAX_BUFFERED_BYTES,
    pingMs: config.PARLEY_PING_MS,
    keyCheckMs,
    sessionStartMs: config.PARLEY_SESSION_START_MS,
    closeTimeoutMs,
  };
}

const hostInUrl = (host: string): string => {
  if (isLoopback(host)) return host.includes(':') ? `[${host}]` : host;
  return host === '0.0.0.0' || host === '::' ? 'localhost' : host;
};
