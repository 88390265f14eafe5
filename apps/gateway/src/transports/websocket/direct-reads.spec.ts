import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { readDirectly } from './direct-reads';

/** A short text as a client writes it, masked with zeros. */
const textFrame = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]);
const ping = Buffer.from([0x89, 0x80, 0, 0, 0, 0]);

let server: Server;
let client: Socket;
let isDirect: boolean;
let held: Buffer | undefined;
let refused: Set<string>;
let seen: string[];

beforeEach(async () => {
  held = undefined;
  refused = new Set();
  seen = [];
  server = createServer((socket) => {
    if (held) socket.unshift(held);
    isDirect = readDirectly(socket, (payload) => {
      const text = payload.toString();
      if (refused.has(text)) return false;
      seen.push(`taken ${text}`);
      return true;
    });
    socket.on('data', (bytes: Buffer) => seen.push(`read ${bytes.toString('hex')}`));
    socket.on('end', () => seen.push('end'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.setNoDelay();
  await once(client, 'connect');
});

afterEach(async () => {
  client.destroy();
  server.close();
  await once(server, 'close');
});

/** What was seen, once it is so much. */
async function seenSo(much: number): Promise<readonly string[]> {
  while (seen.length < much) await pause(1);
  return seen;
}

const read = (bytes: Buffer): string => `read ${bytes.toString('hex')}`;

it('works with this version of Node, whose insides it uses', async () => {
  client.write(textFrame('one'));
  expect(await seenSo(1)).toEqual(['taken one']);
  expect(isDirect).toBe(true);
});

it('takes texts that come whole, several at once too, and leaves the rest to whoever reads the socket', async () => {
  client.write(Buffer.concat([textFrame('one'), textFrame('two'), ping]));
  expect(await seenSo(3)).toEqual(['taken one', 'taken two', read(ping)]);
  client.write(textFrame('three'));
  expect(await seenSo(4)).toEqual(['taken one', 'taken two', read(ping), 'taken three']);
});

it('leaves a text that is not wanted, and what came with it, as it was', async () => {
  refused.add('two');
  const rest = Buffer.concat([textFrame('two'), textFrame('three')]);
  client.write(Buffer.concat([textFrame('one'), rest]));
  expect(await seenSo(2)).toEqual(['taken one', read(rest)]);
  client.write(textFrame('four'));
  expect(await seenSo(3)).toEqual(['taken one', read(rest), 'taken four']);
});

it('leaves a text that comes in parts, and takes the next', async () => {
  const text = textFrame('in parts');
  const begins = text.subarray(0, 9);
  const ends = Buffer.concat([text.subarray(9), textFrame('whole')]);
  client.write(begins);
  await seenSo(1);
  client.write(ends);
  await seenSo(2);
  client.write(textFrame('next'));
  expect(await seenSo(3)).toEqual([read(begins), read(ends), 'taken next']);
});

it('leaves in Node’s hands what holds bytes already, which others would overtake', async () => {
  held = ping;
  const other = connect((server.address() as AddressInfo).port, '127.0.0.1');
  other.end(textFrame('one'));
  while (!seen.includes('end')) await pause(1);
  expect(isDirect).toBe(false);
  expect(seen.map((what) => what.replace('read ', '')).join('')).toBe(
    `${Buffer.concat([ping, textFrame('one')]).toString('hex')}end`,
  );
});

it('takes texts again after a header that came in parts, and after a message in parts', async () => {
  const text = textFrame('cut');
  const reads = [
    text.subarray(0, 1),
    text.subarray(1, 5),
    text.subarray(5),
    Buffer.concat([Buffer.from([0x01, 0x80, 0, 0, 0, 0]), ping, Buffer.from([0x80, 0x80, 0, 0, 0, 0])]),
  ];
  for (const [index, bytes] of reads.entries()) {
    client.write(bytes);
    await seenSo(index + 1);
  }
  client.write(textFrame('next'));
  expect(await seenSo(5)).toEqual([...reads.map(read), 'taken next']);
});

it('tells of the end', async () => {
  client.end(textFrame('one'));
  expect(await seenSo(2)).toEqual(['taken one', 'end']);
});
