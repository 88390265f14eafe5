import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Outbound } from './outbound';
import type { Resolve } from './guard';
import type { OutboundLimits } from './outbound';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => void;

class TestSite {
  readonly seen: Seen[] = [];
  readonly #server: http.Server;

  constructor(answer: Answer) {
    this.#server = http.createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        this.seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
        answer(request, response);
      });
    });
  }

  listen(host = '127.0.0.1'): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, host, resolve));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

const answerOk: Answer = (_, response) => response.end('ok');

const names =
  (table: Record<string, string[]>): Resolve =>
  (hostname) =>
    Promise.resolve(
      (table[hostname] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('outbound requests', () => {
  const outbounds: Outbound[] = [];
  const sites: TestSite[] = [];

  const outbound = (allow: readonly string[] = [], resolve?: Resolve): Outbound => {
    const made = new Outbound({ allow, ...(resolve ? { resolve } : {}) });
    outbounds.push(made);
    return made;
  };
  const site = async (answer: Answer, host?: string): Promise<TestSite> => {
    const made = new TestSite(answer);
    sites.push(made);
    await made.listen(host);
    return made;
  };
  const get = (from: Outbound, url: string, limits: Partial<OutboundLimits> = {}) =>
    from.fetcher(limits)(url);

  afterEach(async () => {
    await Promise.all(outbounds.splice(0).map((each) => each.close()));
    for (const each of sites.splice(0)) each.close();
  });

  it.each([
    'http://127.0.0.1:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f000001:PORT/',
    'http://0177.0.0.1:PORT/',
    'http://127.1:PORT/',
    'http://0.0.0.0:PORT/',
    'http://[::1]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[::]:PORT/',
    'http://localhost:PORT/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://192.168.0.1/',
    'http://172.16.0.1/',
    'http://100.64.0.1/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
  ])('refuses %s', async (url) => {
    const inside = await site(answerOk);
    const asked = get(outbound(), url.replace('PORT', String(inside.port)));
    await expect(asked).rejects.toMatchObject({ name: 'OutboundError', code: 'address_refused' });
    await expect(asked).rejects.toThrow('is not public');
    expect(inside.seen).toEqual([]);
  });

  it.each([
    'ftp://example.com/',
    'file:///etc/passwd',
    'data:text/plain,x',
    'http://u:p@example.com/',
    'nonsense',
  ])('refuses %s as no URL of the web', async (url) => {
    await expect(get(outbound(), url)).rejects.toMatchObject({ code: 'invalid_url' });
  });

  it.each([
    ['private', ['10.0.0.5']],
    ['link-local', ['169.254.169.254']],
    ['carrier-grade NAT', ['100.100.0.1']],
    ['mapped IPv6', ['::ffff:127.0.0.1']],
    ['one bad address among good ones', ['93.184.216.34', '127.0.0.1']],
  ])('refuses a name with a %s address', async (_, addresses) => {
    const asked = get(outbound([], names({ 'evil.example': addresses })), 'http://evil.example/');
    await expect(asked).rejects.toMatchObject({ code: 'address_refused' });
    await expect(asked).rejects.toThrow("'evil.example'");
    await expect(asked).rejects.not.toThrow(addresses[0]);
  });

  it('connects to the address that was checked: a name that changes meanwhile gains nothing', async () => {
    const [good, inside] = [await site(answerOk, '127.0.0.2'), await site(answerOk)];
    const asked: string[] = [];
    const rebinding: Resolve = (hostname) => {
      asked.push(hostname);
      return Promise.resolve([{ address: asked.length === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }]);
    };
    const from = outbound(['127.0.0.2'], rebinding);
    expect(await (await get(from, `http://rebind.example:${good.port}/`)).text()).toBe('ok');
    expect(asked).toEqual(['rebind.example']);
    await expect(get(from, `http://rebind.example:${inside.port}/`)).rejects.toMatchObject({
      code: 'address_refused',
    });
    expect(good.seen.map(({ headers }) => headers.host)).toEqual([`rebind.example:${good.port}`]);
    expect(inside.seen).toEqual([]);
  });

  it('checks where it is redirected to', async () => {
    const inside = await site(answerOk);
    const outside = await site((_, response) => {
      response.writeHead(302, { location: inside.url }).end();
    });
    const asked = get(outbound([`localhost:${outside.port}`]), `http://localhost:${outside.port}/`);
    await expect(asked).rejects.toMatchObject({ code: 'address_refused' });
    expect(outside.seen).toHaveLength(1);
    expect(inside.seen).toEqual([]);
  });

  it.each(['file:///etc/passwd', 'http://169.254.169.254/'])(
    'refuses to be redirected to %s',
    async (location) => {
      const outside = await site((_, response) => {
        response.writeHead(301, { location }).end();
      });
      await expect(get(outbound(['127.0.0.1']), outside.url)).rejects.toMatchObject({
        name: 'OutboundError',
      });
    },
  );

  it('gives up on redirects without end', async () => {
    const loop = await site((_, response) => {
      response.writeHead(302, { location: '/again' }).end();
    });
    const asked = get(outbound(['127.0.0.1']), loop.url, { maxRedirects: 2 });
    await expect(asked).rejects.toMatchObject({ code: 'too_many_redirects' });
    expect(loop.seen).toHaveLength(3);
  });

  it('takes no secret to another origin, and the body only where the redirect says so', async () => {
    const target = await site(answerOk);
    const first = await site((request, response) => {
      response.writeHead(request.url === '/307' ? 307 : 303, { location: target.url }).end();
    });
    const fetcher = outbound(['127.0.0.0/8']).fetcher();
    const init = {
      method: 'POST',
      body: '{"a":1}',
      headers: { authorization: 'Bearer secret', 'x-api-key': 'secret', 'content-type': 'application/json' },
    };
    await (await fetcher(`${first.url}/307`, init)).text();
    await (await fetcher(`${first.url}/303`, init)).text();
    expect(first.seen[0]?.headers).toMatchObject({ authorization: 'Bearer secret', 'x-api-key': 'secret' });
    expect(target.seen.map(({ method, body }) => [method, body])).toEqual([
      ['POST', '{"a":1}'],
      ['GET', ''],
    ]);
    expect(JSON.stringify(target.seen)).not.toContain('secret');
  });

  it('stops at its cap of bytes, announced, streamed or packed', async () => {
    const big = await site((request, response) => {
      const body = Buffer.alloc(200_000, 'x');
      if (request.url === '/announced') response.writeHead(200, { 'content-length': body.length }).end(body);
      else if (request.url === '/packed')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body));
      else {
        response.write(body.subarray(0, 100_000));
        response.end(body.subarray(100_000));
      }
    });
    const from = outbound(['127.0.0.1']);
    const read = async (path: string) => (await get(from, `${big.url}${path}`, { maxBytes: 50_000 })).text();
    for (const path of ['/announced', '/streamed', '/packed']) {
      await expect(read(path)).rejects.toMatchObject({ code: 'too_large' });
    }
    expect((await (await get(from, `${big.url}/packed`)).text()).length).toBe(200_000);
  });

  it('does not wait for ever: neither for headers nor for the rest of a body', async () => {
    const slow = await site((request, response) => {
      if (request.url === '/body') response.write('begun');
    });
    const from = outbound(['127.0.0.1']);
    const limits = { headersMs: 300, totalMs: 600 };
    await expect(get(from, slow.url, limits)).rejects.toMatchObject({ code: 'timeout' });
    const begun = await get(from, `${slow.url}/body`, { headersMs: 20_000, totalMs: 4_000 });
    await expect(begun.text()).rejects.toMatchObject({ code: 'timeout' });
  });

  it('ends with its caller', async () => {
    const slow = await site(() => undefined);
    const abort = new AbortController();
    const asked = outbound(['127.0.0.1']).fetcher()(slow.url, { signal: abort.signal });
    abort.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
  });

  it('says what kind of failure it was', async () => {
    const gone = await site(answerOk);
    const { url } = gone;
    gone.close();
    await expect(get(outbound(['127.0.0.1']), url)).rejects.toMatchObject({ code: 'connection_failed' });
    await expect(get(outbound([], names({})), 'http://nowhere.example/')).rejects.toMatchObject({
      code: 'unresolved',
    });
  });
});
