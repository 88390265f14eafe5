import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { BodyError, readBody } from './read-body';

const gone = expect.objectContaining({ constructor: BodyError, status: 400 });

it('does not wait for a body whose client has gone before it was read', async () => {
  const request = new IncomingMessage(new Socket());
  request.on('error', () => undefined);
  request.destroy(new Error('reset'));
  await expect(readBody(request, 100)).rejects.toEqual(gone);
});

it('nor for one whose client goes while it is read', async () => {
  const request = new IncomingMessage(new Socket());
  const read = readBody(request, 100);
  request.push('{"model":');
  request.destroy();
  await expect(read).rejects.toEqual(gone);
});

it('reads a body that comes in pieces, as long as it may be and no longer', async () => {
  const send = (limitBytes: number): Promise<Buffer> => {
    const request = new IncomingMessage(new Socket());
    const read = readBody(request, limitBytes);
    request.push('{"model":');
    request.push('"m"}');
    request.push(null);
    return read;
  };
  expect((await send(13)).toString()).toBe('{"model":"m"}');
  await expect(send(12)).rejects.toEqual(expect.objectContaining({ constructor: BodyError, status: 413 }));
});
