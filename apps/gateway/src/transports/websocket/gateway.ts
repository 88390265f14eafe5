import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ProtocolError } from '@parley/protocol';
import type { Logger } from '@parley/telemetry';
import { WebSocketServer, type WebSocket } from 'ws';
import { admit, type Handshake } from '../../admission/handshake';
import { ApiKeys } from '../../admission/keys';
import { ConnectionCounter, type ConnectionLimits } from '../../admission/limits';
import { Origins } from '../../admission/origins';
import type { SessionFactory } from '../../session/ports';
import { Connection, type ConnectionOptions } from './connection';
import type { GatewayMetrics } from './metrics';
import { Outbound } from './outbound';
import { refuseUpgrade } from './refuse';

export interface WebSocketOptions extends ConnectionOptions {
  readonly apiKeys: readonly string[];
  readonly allowedOrigins: readonly string[];
  readonly limits: ConnectionLimits;
  readonly maxFrameBytes: number;
  readonly pingMs: number;
}

const draining = { code: 1001, reason: 'The server is shutting down.' } as const;

/** The WebSocket transport: admission, then one Connection for each client. */
export class WebSocketGateway {
  readonly #server: WebSocketServer;
  readonly #keys: ApiKeys;
  readonly #origins: Origins;
  readonly #counter: ConnectionCounter;
  readonly #connections = new Set<Connection>();
  readonly #heartbeat: NodeJS.Timeout;
  #draining = false;
  #emptied: () => void = () => undefined;

  constructor(
    private readonly factory: SessionFactory,
    private readonly options: WebSocketOptions,
    private readonly metrics: GatewayMetrics,
    private readonly log: Logger,
  ) {
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: options.maxFrameBytes,
      perMessageDeflate: false,
      handleProtocols: (offered) => (offered.has('realtime') ? 'realtime' : false),
    });
    this.#keys = new ApiKeys(options.apiKeys);
    this.#origins = new Origins(options.allowedOrigins, !this.#keys.open);
    this.#counter = new ConnectionCounter(options.limits);
    this.#heartbeat = setInterval(() => this.#beat(), options.pingMs).unref();
    metrics.observe({
      connections: () => this.#counter.total,
      sessions: () => factory.active,
      bufferedBytes: () => this.#bufferedBytes(),
    });
  }

  get connections(): number {
    return this.#counter.total;
  }

  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.#onUpgrade(request, socket, head));
  }

  /** Refuses new clients and waits until those there have gone; after `timeoutMs` they are sent away. */
  async drain(timeoutMs: number): Promise<void> {
    this.#draining = true;
    if (this.#connections.size === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.#emptied = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    for (const connection of this.#connections) connection.outbound.close(draining.code, draining.reason);
  }

  close(): void {
    this.#draining = true;
    clearInterval(this.#heartbeat);
    for (const connection of this.#connections) connection.outbound.close(draining.code, draining.reason);
  }

  #onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const address = request.socket.remoteAddress ?? '';
    const handshake = admit(
      { url: request.url ?? '/', headers: request.headers, address },
      { keys: this.#keys, origins: this.#origins, connections: this.#counter, draining: this.#draining },
    );
    if (handshake.kind === 'refuse') {
      this.metrics.refused.inc({ reason: handshake.reason });
      refuseUpgrade(socket, handshake);
      return;
    }
    const release = this.#counter.take(handshake.keyId, address);
    socket.once('close', release);
    this.#server.handleUpgrade(request, socket, head, (ws) => this.#onOpen(ws, handshake));
  }

  #onOpen(ws: WebSocket, handshake: Exclude<Handshake, { kind: 'refuse' }>): void {
    if (handshake.kind === 'reject') {
      this.metrics.refused.inc({ reason: handshake.error.code ?? 'none' });
      this.#turnAway(ws, handshake.closeCode, handshake.error);
      return;
    }
    const { keyId, model, extensions } = handshake;
    const init = { keyId, model, ...(extensions ? { extensions } : {}) };
    const log = this.log.child({ keyId });
    const connection = new Connection(ws, this.factory, init, this.options, this.metrics, log);
    this.#connections.add(connection);
    ws.once('close', () => {
      this.#connections.delete(connection);
      if (this.#connections.size === 0) this.#emptied();
    });
  }

  /** One error, then the close that says the same. */
  #turnAway(ws: WebSocket, closeCode: number, error: ProtocolError): void {
    const outbound = new Outbound(ws, this.options, this.metrics);
    ws.on('error', (failure) => this.log.debug({ err: failure }, 'socket error'));
    ws.on('message', () => undefined);
    outbound.sendError(error);
    outbound.close(closeCode, `${error.type}.${error.code ?? 'error'}`);
  }

  #beat(): void {
    for (const connection of this.#connections) connection.beat();
  }

  #bufferedBytes(): number {
    let bytes = 0;
    for (const connection of this.#connections) bytes += connection.outbound.bufferedBytes;
    return bytes;
  }
}
