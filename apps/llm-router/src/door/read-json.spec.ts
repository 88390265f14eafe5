import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { BodyError, readJson } from './read-json';

const gone = expect.objectContaining({ constructor: BodyError, status: 400 });

it('does not wait for a body whose client has gone before it was read', async () => {
  const request = new IncomingMessage(new Socket());
  request.on('error', () => undefined);
  request.destroy(new Error('reset'));
  await expect(readJson(request)).rejects.toEqual(gone);
});

it('nor for one whose client goes while it is read', async () => {
  const request = new IncomingMessage(new Socket());
  const read = readJson(request);
  request.push('{"model":');
  request.destroy();
  await expect(read).rejects.toEqual(gone);
});

it('reads a body that comes in pieces', async () => {
  const request = new IncomingMessage(new Socket());
  const read = readJson(request);
  request.push('{"model":');
  request.push('"m"}');
  request.push(null);
  await expect(read).resolves.toEqual({ model: 'm' });
});
