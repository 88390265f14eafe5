import net from 'node:net';
import tls from 'node:tls';
import { generate } from 'selfsigned';
import { WireReader } from './wire-reader';
import type { WireEvent } from './wire-reader';

/** Passes bytes on as they are, with or without TLS of its own, and reads along what both sides say. */
export interface Tap {
  /** http(s)://host:port */
  readonly url: string;
  /** Everything said on all connections so far, in the order in which it passed. */
  readonly wire: readonly WireEvent[];
  /** Connections so far: the next one has this number. */
  readonly connections: number;
  close(): Promise<void>;
}

export interface TapOptions {
  readonly tls?: boolean;
}

export async function startTap(targetPort: number, options: TapOptions = {}): Promise<Tap> {
  const wire: WireEvent[] = [];
  const sockets = new Set<net.Socket>();
  let connections = 0;
  const onClient = (client: net.Socket): void => {
    const upstream = net.connect(targetPort, '127.0.0.1');
    const reader = new WireReader((event) => wire.push(event), connections++);
    client.on('data', (bytes) => reader.fromClient(Buffer.from(bytes)));
    upstream.on('data', (bytes) => reader.fromServer(Buffer.from(bytes)));
    join(client, upstream, sockets);
    join(upstream, client, sockets);
  };
  const server =
    options.tls === true ? tls.createServer(await certificate(), onClient) : net.createServer(onClient);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    url: `${options.tls === true ? 'https' : 'http'}://127.0.0.1:${port}`,
    wire,
    get connections() {
      return connections;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function join(socket: net.Socket, other: net.Socket, sockets: Set<net.Socket>): void {
  sockets.add(socket);
  socket.setNoDelay(true);
  socket.on('error', () => other.destroy());
  socket.on('close', () => {
    sockets.delete(socket);
    other.destroy();
  });
  socket.pipe(other);
}

/** Made for this run. */
async function certificate(): Promise<tls.TlsOptions> {
  const made = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
  return { key: made.private, cert: made.cert };
}
