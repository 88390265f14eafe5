import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModelError } from '../errors';
import { failureOf, noise, pinOf, put, temporaryFolder } from '../testing/files';
import { fileServer } from '../testing/file-server';
import { download } from './download';

const folder = temporaryFolder();
const server = fileServer();
const bytes = noise(300_000);
const pin = pinOf(bytes);
const quick = { retryMs: 1 };

const target = () => join(folder(), 'model.bin');
const partial = () => `${target()}.partial`;

async function codeOf(promise: Promise<void>): Promise<string> {
  const failure = await failureOf(promise);
  expect(failure).toBeInstanceOf(ModelError);
  return failure instanceof ModelError ? failure.code : '';
}

describe('download', () => {
  it('fetches a file whole and counts its bytes', async () => {
    const counted: number[] = [];
    const url = server().serve('/f', bytes);
    await download(url, target(), pin, { onBytes: (n) => counted.push(n) });
    expect(readFileSync(target()).equals(bytes)).toBe(true);
    expect(counted.at(-1)).toBe(bytes.length);
    expect(counted).toEqual(counted.toSorted((a, b) => a - b));
    expect(existsSync(partial())).toBe(false);
  });

  it('goes on where an interrupted download stopped', async () => {
    const url = server().serve('/f', bytes, { etag: '"v1"' });
    server().faults.push({ hangAfterBytes: 100_000 });
    const abort = new AbortController();
    const first = download(url, target(), pin, {
      signal: abort.signal,
      onBytes: (n) => n === 100_000 && abort.abort(),
    });
    expect(await codeOf(first)).toBe('cancelled');
    expect(existsSync(target())).toBe(false);
    await download(url, target(), pin, quick);
    expect(server().seen[1]).toMatchObject({ range: 'bytes=100000-', ifRange: '"v1"' });
    expect(readFileSync(target()).equals(bytes)).toBe(true);
  });

  it('starts anew when the file has changed, or the server knows no ranges', async () => {
    await put(partial(), noise(1000));
    await put(`${partial()}.etag`, '"old"');
    await download(server().serve('/f', bytes, { etag: '"new"' }), target(), pin, quick);
    expect(readFileSync(target()).equals(bytes)).toBe(true);
    await put(partial(), noise(1000));
    await download(server().serve('/g', bytes, { ranges: false }), target(), pin, quick);
    expect(server().seen.map(({ range }) => range)).toEqual(['bytes=1000-', 'bytes=1000-']);
    expect(readFileSync(target()).equals(bytes)).toBe(true);
  });

  it('starts anew when what was left turns out to be something else', async () => {
    await put(partial(), noise(1000));
    await download(server().serve('/f', bytes), target(), pin, quick);
    expect(server().seen.map(({ range }) => range)).toEqual(['bytes=1000-', undefined]);
    expect(readFileSync(target()).equals(bytes)).toBe(true);
  });

  it('mends broken connections and passing faults, keeping what it has', async () => {
    server().faults.push({ status: 503 }, { hangAfterBytes: 65_536 }, { status: 429 });
    const cutWhenKept = (n: number) => n === 65_536 && server().cut();
    await download(server().serve('/f', bytes), target(), pin, { ...quick, onBytes: cutWhenKept });
    expect(readFileSync(target()).equals(bytes)).toBe(true);
    const kept = 'bytes=65536-';
    expect(server().seen.map(({ range }) => range)).toEqual([undefined, undefined, kept, kept]);
  });

  it('drops a connection that gives nothing', async () => {
    server().faults.push({ hangAfterBytes: 5000 });
    await download(server().serve('/f', bytes), target(), pin, { ...quick, stallMs: 300 });
    expect(server().seen).toHaveLength(2);
    expect(readFileSync(target()).equals(bytes)).toBe(true);
  });

  it.each([
    ['another file of the same size', () => noise(bytes.length), 'tampered'],
    ['a longer file', () => noise(bytes.length + 1), 'tampered'],
    ['a shorter file', () => noise(bytes.length - 1), 'tampered'],
  ])('refuses %s and keeps none of it', async (_what, other, code) => {
    expect(await codeOf(download(server().serve('/f', other()), target(), pin, quick))).toBe(code);
    expect(existsSync(target())).toBe(false);
    expect(existsSync(partial())).toBe(false);
    expect(server().seen).toHaveLength(1);
  });

  it('says at once that a file is not there, or nobody answers', async () => {
    const failure = await failureOf(download(`${server().url}/none`, target(), pin, quick));
    expect(failure.message).toMatch(/404/);
    expect(server().seen).toHaveLength(1);
    const { url } = server();
    await server().stop();
    expect((await failureOf(download(`${url}/f`, target(), pin, quick))).message).toMatch(/ECONNREFUSED/);
  });

  it('gives up on a server that never recovers', async () => {
    server().faults.push(...Array.from({ length: 9 }, () => ({ status: 500 })));
    const failure = await failureOf(download(server().serve('/f', bytes), target(), pin, quick));
    expect(failure.message).toMatch(/500/);
    expect(server().seen).toHaveLength(5);
  });

  it('sends credentials as a header and keeps them out of messages', async () => {
    const url = server().serve('/f', bytes).replace('http://', 'http://ann:s%40cret@');
    await download(url, target(), pin, quick);
    const expected = `Basic ${Buffer.from('ann:s@cret').toString('base64')}`;
    expect(server().seen[0]!.authorization).toBe(expected);
    const failure = await failureOf(download(url.replace('/f', '/none'), target(), pin, quick));
    expect(failure.message).not.toMatch(/cret/);
  });
});
