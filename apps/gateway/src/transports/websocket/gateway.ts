import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { requestError, serverError } from '@parley/protocol';
import type { SessionLease } from '@parley/state';
import type { Logger } from '@parley/telemetry';
import { WebSocketServer, type WebSocket } from 'ws';
import { ConnectionCounter, type ConnectionLimits } from '../../admission/connection-counter';
import {
  admit,
  admitToDoor,
  notFound,
  refuseEarly,
  type Admission,
  type Handshake,
  type Refused,
  type Rejected,
  type UpgradeRequest,
} from '../../admission/handshake';
import { LoadGate } from '../../admission/load-gate';
import { codecOf } from '../../dialects/dialect';
import { KeyWatch } from '../../admission/key-watch';
import type { SessionFactory, SessionInit } from '../../session/ports';
import { Connection, type ConnectionOptions } from './connection';
import type { GatewayMetrics } from './metrics';
import { Outbound } from './outbound';
import { refuseUpgrade } from './refuse';
import type { SocketDoor } from '../doors/socket-door';
import type { SocketDoors } from '../doors/socket-doors';

export interface WebSocketOptions extends ConnectionOptions {
  readonly limits: ConnectionLimits;
  /** Part of the time that the event loop may be busy before new sessions are refused; 1 = no limit. */
  readonly maxBusy: number;
  /** How often it is looked whether the keys of open connections still hold. */
  readonly keyCheckMs: number;
}

const draining = { code: 1001, reason: 'The server is shutting down.' } as const;

const keyRevoked = requestError('invalid_api_key', 'The API key of this session was revoked or has expired.');

interface Upgrade {
  readonly incoming: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

function cut(this: Duplex): void {
  this.destroy();
}

function releaseWith(socket: Duplex, lease: SessionLease): void {
  socket.on('close', () => lease.release());
}

/** The WebSocket transport: admission, then one Connection for each client. */
export class WebSocketGateway {
  readonly #server: WebSocketServer;
  readonly #counter: ConnectionCounter;
  readonly #load: LoadGate;
  readonly #keys: KeyWatch;
  readonly #connections = new Set<Connection>();
  readonly #heartbeat: NodeJS.Timeout;
  #draining = false;
  #left: () => void = () => undefined;

  constructor(
    private readonly factory: SessionFactory,
    private readonly admission: Admission,
    private readonly options: WebSocketOptions,
    private readonly metrics: GatewayMetrics,
    private readonly log: Logger,
    private readonly doors?: SocketDoors,
  ) {
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: options.maxFrameBytes,
      perMessageDeflate: false,
      handleProtocols: (offered) => (offered.has('realtime') ? 'realtime' : false),
    });
    this.#counter = new ConnectionCounter(options.limits);
    this.#load = new LoadGate(options.maxBusy);
    this.#keys = new KeyWatch((digest) => admission.authenticator.stands(digest), options.keyCheckMs);
    this.#heartbeat = setInterval(() => doors?.beat(), options.pingMs).unref();
    metrics.observe({
      connections: () => this.#counter.total,
      sessions: () => factory.active,
      bufferedBytes: () => this.#bufferedBytes(),
      busy: () => this.#load.busy,
    });
  }

  get connections(): number {
    return this.#counter.total;
  }

  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      this.#onUpgrade(request, socket, head).catch((error: unknown) => {
        this.log.error({ err: error }, 'an upgrade failed');
        socket.destroy();
      });
    });
  }

  /** Refuses new clients and waits until those there have gone; after `timeoutMs` they are sent away. */
  async drain(timeoutMs: number): Promise<void> {
    this.#draining = true;
    if (!this.#isEmpty) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        this.#left = () => {
          if (!this.#isEmpty) return;
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#sendAway();
  }

  close(): void {
    this.#draining = true;
    clearInterval(this.#heartbeat);
    this.#keys.close();
    this.#load.stop();
    this.#sendAway();
  }

  get #isEmpty(): boolean {
    return this.#connections.size === 0 && (this.doors?.open ?? 0) === 0;
  }

  #sendAway(): void {
    this.doors?.close(draining.code, draining.reason);
    for (const connection of this.#connections) connection.outbound.close(draining.code, draining.reason);
  }

  async #onUpgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const address = incoming.socket.remoteAddress ?? '';
    const request = { url: incoming.url ?? '/', headers: incoming.headers, address };
    if (!URL.canParse(request.url, 'http://gateway')) return this.#refuse(socket, notFound(request.url));
    const door = this.doors?.find(new URL(request.url, 'http://gateway').pathname);
    const early = refuseEarly(request, {
      isDoor: door !== undefined,
      origins: this.admission.origins,
      connections: this.#counter,
      draining: this.#draining,
      full: this.#load.isFull(this.factory.active),
    });
    if (early) return this.#refuse(socket, early);
    // Nothing here may hold on to the request, which would stay for as long as the session.
    socket.on('close', this.#counter.take(address));
    socket.on('error', cut);
    if (door) return this.#onDoor(door, request, { incoming, socket, head });
    const handshake = await this.#admit(() => admit(request, this.admission));
    if (handshake.kind === 'refuse') return this.#refuse(socket, handshake);
    if (handshake.kind === 'open') {
      if (socket.destroyed) return handshake.lease.release();
      releaseWith(socket, handshake.lease);
    }
    this.#server.handleUpgrade(incoming, socket, head, (ws) => this.#onOpen(ws, socket, handshake));
  }

  async #onDoor(door: SocketDoor, request: UpgradeRequest, upgrade: Upgrade): Promise<void> {
    const { incoming, socket, head } = upgrade;
    const handshake = await this.#admit(() => admitToDoor(request, this.admission));
    if (handshake.kind === 'refuse') return this.#refuse(socket, handshake);
    const { principal, lease } = handshake;
    if (socket.destroyed) return lease.release();
    releaseWith(socket, lease);
    this.#server.handleUpgrade(incoming, socket, head, (ws) => {
      const leave = this.doors?.enter(door, ws, principal);
      const unwatch = this.#keys.watch(principal.keyDigest, () => leave?.(3000, keyRevoked.message));
      ws.once('close', () => {
        unwatch();
        this.#left();
      });
    });
  }

  async #admit<Outcome>(decide: () => Promise<Outcome>): Promise<Outcome | Refused> {
    try {
      return await decide();
    } catch (error) {
      this.log.error({ err: error }, 'a handshake failed');
      return {
        kind: 'refuse',
        reason: 'server_error',
        status: 500,
        error: serverError('server_error', 'The server had an error while opening the connection.'),
      };
    }
  }

  #refuse(socket: Duplex, refused: Refused): void {
    this.metrics.refused.inc({ reason: refused.reason });
    refuseUpgrade(socket, refused);
  }

  #onOpen(ws: WebSocket, socket: Duplex, handshake: Exclude<Handshake, Refused>): void {
    if (handshake.kind === 'reject') {
      this.metrics.refused.inc({ reason: handshake.error.code ?? 'none' });
      this.#turnAway(ws, socket, handshake);
      return;
    }
    this.#load.joined();
    const { principal, type, model, dialect, extensions, binaryAudio, sessionPatch } = handshake;
    const { extras, clientSession, memoryOf } = handshake;
    const { keyId } = principal;
    const allowance = this.admission.limiter.allowanceOf(principal);
    const init: SessionInit = {
      keyId,
      type,
      model,
      usage: this.admission.limiter.meterOf(principal),
      rateLimits: () => (allowance.facts.limit > 0 ? allowance.facts : undefined),
      ...(extensions ? { extensions } : {}),
      ...(dialect === 'inworld' ? { backchannels: true } : {}),
      ...(sessionPatch ? { sessionPatch } : {}),
      ...(extras ? { extras } : {}),
      ...(memoryOf === undefined ? {} : { memoryOf }),
    };
    const log = (): Logger => this.log.child({ keyId, ...(clientSession ? { clientSession } : {}) });
    const connection = new Connection(
      ws,
      socket,
      this.factory,
      { codec: codecOf(dialect), binaryAudio },
      init,
      allowance,
      this.options,
      this.metrics,
      log,
    );
    this.#connections.add(connection);
    const unwatch = this.#keys.watch(principal.keyDigest, () => {
      connection.outbound.sendError(keyRevoked);
      connection.outbound.close(3000, `${keyRevoked.type}.${keyRevoked.code}`);
    });
    ws.on('close', () => {
      unwatch();
      this.#connections.delete(connection);
      this.#left();
    });
  }

  /** One error, then the close that says the same. */
  #turnAway(ws: WebSocket, socket: Duplex, { closeCode, error, dialect }: Rejected): void {
    const outbound = new Outbound(
      ws,
      socket,
      { codec: codecOf(dialect), binaryAudio: false },
      this.options,
      this.metrics,
    );
    ws.on('error', (failure) => this.log.debug({ err: failure }, 'socket error'));
    ws.on('message', () => undefined);
    outbound.sendError(error);
    outbound.close(closeCode, `${error.type}.${error.code ?? 'error'}`);
  }

  #bufferedBytes(): number {
    let bytes = 0;
    for (const connection of this.#connections) bytes += connection.outbound.bufferedBytes;
    return bytes;
  }
}
