import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { endUnread } from './unread';

const limitMs = 1_500;
let server: Server;
let client: Socket;

async function ask(listener: RequestListener): Promise<void> {
  server = createServer((request, response) => {
    endUnread(response, limitMs);
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n');
}

afterEach(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});

const more = Buffer.alloc(1 << 20);
/** Far more than the kernel holds for a client that does not read. */
const many = 32;

it('a reply that nobody reads ends, and is known to be cut', async () => {
  const told = new Promise<ServerResponse>((resolve) => {
    void ask((_request, response) => {
      for (let piece = 0; piece < many; piece++) response.write(more);
      resolve(response);
    }).then(() => client.pause());
  });
  const response = await told;
  await once(response, 'close');
  expect(response.writableFinished).toBe(false);
});

it('a reply that is read slowly comes whole', async () => {
  await ask((_request, response) => {
    response.setHeader('connection', 'close');
    for (let piece = 0; piece < many; piece++) response.write(more);
    response.end();
  });
  let bytes = 0;
  client.on('data', (piece) => {
    bytes += piece.length;
    client.pause();
    setTimeout(() => client.resume(), 1);
  });
  await once(client, 'end');
  expect(bytes).toBeGreaterThan(many * more.length);
});

it('a reply of which nothing waits may be silent for longer', async () => {
  await ask((_request, response) => {
    response.write('first');
    setTimeout(() => response.end('last'), 2 * limitMs);
  });
  let text = '';
  client.on('data', (piece) => (text += piece.toString()));
  while (!text.includes('last')) await once(client, 'data');
  expect(text).toContain('first');
});
