import { once } from 'node:events';
import type { Server } from 'node:http';
import { defaultSession, newId, sessionView, type ProtocolError, type ServerEvent } from '@parley/protocol';
import { createRegistry, type Registry } from '@parley/telemetry';
import { pino } from 'pino';
import { WebSocket, type ClientOptions } from 'ws';
import { testAdmission, type TestAdmissionOptions } from '@parley/admission/test-support';
import { createServer, listen } from '../../rest/http-server';
import type {
  ClientConnection,
  LiveSession,
  SessionClientEvent,
  SessionFactory,
  SessionInit,
} from '../../session/ports';
import { WebSocketGateway, type WebSocketOptions } from './gateway';
import { GatewayMetrics } from './metrics';

/** A session that keeps what it is given, for tests of the transport. */
export class RecordingSession implements LiveSession {
  readonly id = newId('sess');
  readonly events: SessionClientEvent[] = [];
  readonly appends: { audio: Buffer; eventId: string | undefined }[] = [];
  /** Appends and event types in the order they came. */
  readonly order: string[] = [];
  closeCode: number | undefined;
  room: Promise<void> | undefined;
  onEvent: (event: SessionClientEvent) => void = () => undefined;

  constructor(
    readonly connection: ClientConnection,
    readonly init: SessionInit,
  ) {}

  start(): void {
    const { type = 'realtime', model } = this.init;
    const defaults = { id: this.id, model, expiresAt: 1, instructions: '', voice: 'joe' };
    this.connection.send({
      type: 'session.created',
      session: sessionView(defaultSession({ type, ...defaults })),
    });
  }

  receive(event: SessionClientEvent): void {
    this.events.push(event);
    this.order.push(event.type);
    this.onEvent(event);
  }

  appendAudio(audio: Buffer, eventId?: string): void {
    this.appends.push({ audio: Buffer.from(audio), eventId });
    this.order.push('append');
  }

  refuse(error: ProtocolError): void {
    this.connection.send({ type: 'error', error }, { asWritten: true });
  }

  disconnected(code: number): void {
    this.closeCode = code;
  }
}

export class RecordingSessions implements SessionFactory {
  readonly sessions: RecordingSession[] = [];
  autoStart = true;
  onOpen: (session: RecordingSession) => void = () => undefined;

  get active(): number {
    return this.sessions.filter((session) => session.closeCode === undefined).length;
  }

  /** What was waited for, and how many sessions were open then. */
  readonly waits: { readonly for: 'told' | 'settle'; readonly active: number }[] = [];

  async told(): Promise<void> {
    this.waits.push({ for: 'told', active: this.active });
  }

  async settle(): Promise<void> {
    this.waits.push({ for: 'settle', active: this.active });
  }

  open(connection: ClientConnection, init: SessionInit): LiveSession {
    const session = new RecordingSession(connection, init);
    this.sessions.push(session);
    this.onOpen(session);
    if (this.autoStart) session.start();
    return session;
  }
}

export interface TestGateway {
  readonly port: number;
  readonly gateway: WebSocketGateway;
  readonly sessions: RecordingSessions;
  readonly registry: Registry;
  readonly server: Server;
  stop(): Promise<void>;
}

export async function startGateway(
  options: Partial<WebSocketOptions> = {},
  admission: TestAdmissionOptions = {},
): Promise<TestGateway> {
  const sessions = new RecordingSessions();
  const registry = createRegistry('gateway');
  const settings: WebSocketOptions = {
    limits: { total: 100, perAddress: 0 },
    maxBusy: 1,
    maxFrameBytes: 21 * 1024 * 1024,
    maxBufferedBytes: 1024 * 1024,
    pingMs: 20_000,
    keyCheckMs: 20_000,
    sessionStartMs: 10_000,
    closeTimeoutMs: 500,
    ...options,
  };
  const gateway = new WebSocketGateway(
    sessions,
    testAdmission(admission),
    settings,
    new GatewayMetrics(registry),
    pino({ level: 'silent' }),
  );
  const server = createServer([], (_request, response) => response.writeHead(404).end());
  gateway.attach(server);
  const port = await listen(server, '127.0.0.1', 0);
  return {
    port,
    gateway,
    sessions,
    registry,
    server,
    async stop() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const parseEvent: (text: string) => ServerEvent = JSON.parse;

export class TestClient {
  readonly events: ServerEvent[] = [];
  readonly #waiting = new Set<() => void>();
  closed: { code: number; reason: string } | undefined;

  /** Binary frames; one is an error unless the client asked for them. */
  readonly binary: Buffer[] = [];

  constructor(
    readonly socket: WebSocket,
    takesBinary = false,
  ) {
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (isBinary && !takesBinary) throw new Error('a binary frame from the server');
      if (isBinary) this.binary.push(data);
      else this.events.push(parseEvent(data.toString()));
      this.#wake();
    });
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.#wake();
    });
    socket.on('error', () => this.#wake());
  }

  send(event: unknown): void {
    this.socket.send(typeof event === 'string' ? event : JSON.stringify(event));
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  async event(index: number): Promise<ServerEvent> {
    await this.until(() => this.events.length > index || this.closed !== undefined);
    const event = this.events[index];
    if (!event) throw new Error(`closed after ${this.events.length} events`);
    return event;
  }

  async close(): Promise<{ code: number; reason: string }> {
    await this.until(() => this.closed !== undefined);
    return this.closed ?? { code: 0, reason: '' };
  }

  #wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const resolve of waiting) resolve();
  }
}

interface Dial extends ClientOptions {
  readonly path?: string;
  readonly protocols?: string[];
}

export const bearer = { authorization: 'Bearer test-key' };

/** A client that is open; its first event is to be awaited with `event(0)`. */
export async function dial(
  port: number,
  { path, protocols = [], ...options }: Dial = {},
): Promise<TestClient> {
  const url = `ws://127.0.0.1:${port}${path ?? '/v1/realtime?model=m'}`;
  const client = new TestClient(
    new WebSocket(url, protocols, { headers: bearer, perMessageDeflate: false, ...options }),
    url.includes('audio=binary') || options.headers?.['x-parley-audio'] === 'binary',
  );
  await once(client.socket, 'open');
  return client;
}

/** The HTTP status, headers and body of an upgrade that is refused. */
export async function refused(
  port: number,
  { path, ...options }: Dial = {},
): Promise<{ status: number | undefined; headers: Record<string, unknown>; body: string }> {
  const url = `ws://127.0.0.1:${port}${path ?? '/v1/realtime?model=m'}`;
  const socket = new WebSocket(url, { headers: bearer, ...options });
  return new Promise((resolve, reject) => {
    socket.on('open', () => reject(new Error('was accepted')));
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (_request, response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
  });
}

export async function eventually(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise<void>((resolve) => setTimeout(resolve, 1));
}
