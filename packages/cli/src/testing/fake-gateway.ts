import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

type Body = Readonly<Record<string, unknown>> & { readonly type: string };
export type Respond = (event: Body, reply: (event: Body) => void, socket: WebSocket) => void;

/** Answers the handshake as the protocol says and leaves the rest to `respond`. */
export class FakeGateway {
  readonly received: Body[] = [];
  readonly requests: { url: string; authorization: string }[] = [];

  private constructor(
    private readonly server: WebSocketServer,
    respond: Respond,
  ) {
    server.on('connection', (socket, request) => {
      this.requests.push({ url: request.url ?? '', authorization: request.headers.authorization ?? '' });
      const reply = (event: Body): void => socket.send(JSON.stringify({ event_id: 'event_1', ...event }));
      reply({ type: 'session.created' });
      socket.on('message', (data: Buffer) => {
        const event: Body = JSON.parse(data.toString());
        this.received.push(event);
        respond(event, reply, socket);
      });
    });
  }

  static async start(respond: Respond = acceptUpdate): Promise<FakeGateway> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await new Promise<void>((resolve) => server.once('listening', resolve));
    return new FakeGateway(server, respond);
  }

  get url(): string {
    const address: string | AddressInfo | null = this.server.address();
    return typeof address === 'object' && address !== null ? `ws://127.0.0.1:${address.port}` : '';
  }

  async stop(): Promise<void> {
    for (const client of this.server.clients) client.terminate();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

export const acceptUpdate: Respond = (event, reply) => {
  if (event.type === 'session.update') reply({ type: 'session.updated' });
};
