import net from 'node:net';
import tls from 'node:tls';
import { generate } from 'selfsigned';

export interface TlsFront {
  readonly url: string;
  close(): Promise<void>;
}

/** Terminates TLS in front of a plain port, as an ingress does. The certificate is made for this run. */
export async function startTlsFront(targetPort: number): Promise<TlsFront> {
  const certificate = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
  const sockets = new Set<net.Socket>();
  const server = tls.createServer({ key: certificate.private, cert: certificate.cert }, (client) => {
    const upstream = net.connect(targetPort, '127.0.0.1');
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
