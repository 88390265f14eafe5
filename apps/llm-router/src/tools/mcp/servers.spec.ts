import { Outbound } from '@parley/outbound';
import { McpSite } from '../testing/mcp-site';
import { maxServers, type ToolLimits } from '../limits';
import { listing } from './listing';
import type { McpServer } from './server';
import { toServer } from './server';
import { McpServers } from './servers';

const limits: ToolLimits = { callMs: 15_000, listMs: 15_000, maxOutputChars: 200 };
const never = new AbortController().signal;

describe('MCP servers', () => {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).toReversed()) await end();
  });

  const setUp = async (
    kind: 'streamable' | 'sse' = 'streamable',
    change: Partial<ToolLimits> = {},
    allow: readonly string[] = ['127.0.0.1'],
  ) => {
    const site = new McpSite(kind);
    const url = await site.start();
    const outbound = new Outbound({ allow });
    const servers = new McpServers({ outbound, limits: { ...limits, ...change } });
    ends.push(
      () => site.stop(),
      () => outbound.close(),
      () => servers.close(),
    );
    const server: McpServer = { label: 'test', url, headers: {} };
    return { site, servers, server, outbound };
  };

  it.each(['streamable', 'sse'] as const)('lists and calls tools over %s', async (kind) => {
    const { servers, server } = await setUp(kind);
    const { tools } = listing(await servers.list(server));
    expect(tools.map(({ name }) => name)).toEqual([
      'add',
      'fail',
      'hang',
      'talk',
      'flood',
      'tome',
      'parts',
      'figures',
    ]);
    expect(tools[0]).toMatchObject({ description: 'Adds two numbers.' });
    expect(JSON.parse(tools[0]?.annotationsJson ?? '')).toMatchObject({ readOnlyHint: true });
    expect(JSON.parse(tools[0]?.inputSchemaJson ?? '')).toMatchObject({ required: ['a', 'b'] });
    expect(await servers.call(server, 'add', { a: 2, b: 3 }, never)).toBe('5');
  });

  it.each([
    { pages: [100, 100, 56], listed: 256, cutAt: undefined },
    { pages: [100, 100, 57], listed: 256, cutAt: 'tools' },
    { pages: [256, 0], listed: 256, cutAt: 'tools' },
    { pages: Array.from({ length: 16 }, () => 2), listed: 32, cutAt: undefined },
    { pages: Array.from({ length: 17 }, () => 2), listed: 32, cutAt: 'pages' },
  ])('says where it stops to list: $pages', async ({ pages, listed, cutAt }) => {
    const { site, servers, server } = await setUp();
    site.pages = pages;
    const list = await servers.list(server);
    expect(list.tools.map(({ name }) => name)).toEqual(Array.from({ length: listed }, (_, at) => `t${at}`));
    expect(list.cutAt).toBe(cutAt);
  });

  it('connects once, and sends the headers and the token it was given', async () => {
    const { site, servers, server } = await setUp();
    const wire = { label: 'test', url: server.url, authorization: 'token', headers: { 'X-Team': 'blue' } };
    const named = toServer(wire);
    await servers.list(named);
    await servers.call(named, 'add', { a: 1, b: 1 }, never);
    const sessions = new Set(site.requests.flatMap(({ headers }) => headers['mcp-session-id'] ?? []));
    expect(sessions.size).toBe(1);
    for (const { headers } of site.requests) {
      expect(headers).toMatchObject({ authorization: 'Bearer token', 'x-team': 'blue' });
    }
  });

  it('lets the connection go that was used longest ago, where there are too many', async () => {
    const { site, servers, server } = await setUp();
    const withToken = (number: number) => toServer({ ...server, authorization: `t${number}` });
    const connected = (number: number) =>
      site.requests.filter(
        ({ headers, method }) =>
          method === 'POST' &&
          headers['mcp-session-id'] === undefined &&
          headers.authorization === `Bearer t${number}`,
      ).length;
    for (let number = 0; number < maxServers; number += 1) await servers.list(withToken(number));
    await servers.list(withToken(0));
    await servers.list(withToken(maxServers));
    await servers.list(withToken(0));
    expect([connected(0), connected(1), connected(maxServers)]).toEqual([1, 1, 1]);
    await servers.list(withToken(1));
    expect(connected(1)).toBe(2);
  });

  it('takes no more servers than it may while all are at work', async () => {
    const { servers, server } = await setUp();
    const stop = new AbortController();
    const withToken = (number: number) => toServer({ ...server, authorization: `t${number}` });
    const working = Array.from({ length: maxServers }, (_, number) =>
      servers.call(withToken(number), 'hang', {}, stop.signal).catch(() => 'stopped'),
    );
    await expect(servers.list(withToken(maxServers))).rejects.toMatchObject({ kind: 'protocol_error' });
    stop.abort();
    expect(await Promise.all(working)).toEqual(working.map(() => 'stopped'));
    await expect(servers.list(withToken(maxServers))).resolves.toMatchObject({ tools: { length: 8 } });
  });

  it('tells the three kinds of failure apart', async () => {
    const { site, servers, server } = await setUp();
    await expect(servers.call(server, 'fail', {}, never)).rejects.toMatchObject({
      kind: 'tool_execution_error',
      message: 'no luck',
    });
    site.intercept = (_, response) => {
      response.writeHead(503).end('<html>secret</html>');
      return true;
    };
    await expect(servers.call(server, 'add', { a: 1, b: 1 }, never)).rejects.toMatchObject({
      kind: 'http_error',
      code: 503,
      message: "The MCP server 'test' answered with HTTP status 503.",
    });
    site.intercept = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
      return true;
    };
    await expect(servers.call(server, 'add', { a: 1, b: 1 }, never)).rejects.toMatchObject({
      kind: 'protocol_error',
    });
  });

  it('gives up a call at its deadline', async () => {
    const { servers, server } = await setUp('streamable', { callMs: 500 });
    await expect(servers.call(server, 'hang', {}, never)).rejects.toMatchObject({
      kind: 'protocol_error',
      code: -32_001,
      message: "The MCP server 'test' did not answer in time.",
    });
  });

  it('gives up a call that nobody waits for', async () => {
    const { servers, server } = await setUp();
    await servers.list(server);
    const abort = new AbortController();
    const call = servers.call(server, 'hang', {}, abort.signal);
    abort.abort();
    await expect(call).rejects.toMatchObject({ kind: 'protocol_error' });
  });

  it.each(['streamable', 'sse'] as const)(
    'says at once that an answer is too large, over %s',
    async (kind) => {
      const { servers, server } = await setUp(kind, { callMs: 60_000 });
      for (const [tool, message] of [
        ['flood', "The server's answer is larger than"],
        ['figures', "The server's answer has more than"],
      ] as const)
        await expect(servers.call(server, tool, {}, never)).rejects.toMatchObject({
          kind: 'protocol_error',
          message: expect.stringContaining(message) as string,
        });
      expect(await servers.call(server, 'add', { a: 3, b: 3 }, never)).toBe('6');
    },
  );

  it('takes more over one stream than one answer may be', async () => {
    const { servers, server, site } = await setUp('sse', { maxOutputChars: 10_000_000 });
    for (let call = 0; call < 3; call += 1)
      expect(await servers.call(server, 'tome', {}, never)).toHaveLength(3 * 1024 * 1024);
    expect(site.requests.filter(({ method }) => method === 'GET')).toHaveLength(1);
  });

  it('goes on beside an answer that is too large', async () => {
    const { servers, server } = await setUp('streamable', { callMs: 60_000 });
    await servers.list(server);
    const flood = servers.call(server, 'flood', {}, never);
    const added = servers.call(server, 'add', { a: 2, b: 3 }, never);
    await expect(flood).rejects.toMatchObject({
      kind: 'protocol_error',
      message: expect.stringContaining("The server's answer is larger than") as string,
    });
    expect(await added).toBe('5');
    expect(await servers.call(server, 'add', { a: 3, b: 3 }, never)).toBe('6');
  });

  it('does not look into very many parts of an answer', async () => {
    const { servers, server } = await setUp('streamable', { callMs: 60_000 });
    await expect(servers.call(server, 'parts', {}, never)).rejects.toMatchObject({ kind: 'protocol_error' });
    expect(await servers.call(server, 'add', { a: 3, b: 3 }, never)).toBe('6');
  });

  it('cuts a long output, and says so', async () => {
    const { servers, server } = await setUp();
    const output = await servers.call(server, 'talk', {}, never);
    expect(output).toBe(`${'x'.repeat(200)}\n[cut off: 800 more characters]`);
  });

  it('asks a server that has forgotten the session once more', async () => {
    const { site, servers, server } = await setUp();
    await servers.list(server);
    site.forget();
    expect(await servers.call(server, 'add', { a: 4, b: 4 }, never)).toBe('8');
    expect(site.called).toEqual(['add']);
  });

  it('answers a server that asks without end a few times at once, and goes on with it', async () => {
    const { site, servers, server } = await setUp();
    await servers.list(server);
    const pings = Array.from({ length: 5_000 }, (_, id) => ({
      jsonrpc: '2.0',
      id: `p${id}`,
      method: 'ping',
    }));
    let answers = 0;
    site.intercept = (request, response) => {
      if (request.method !== 'POST') return false;
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const asked: { id: unknown; method?: string } = JSON.parse(body);
        // An answer of ours is let hang.
        if (asked.method === undefined) answers += 1;
        else {
          const result = {
            jsonrpc: '2.0',
            id: asked.id,
            result: { content: [{ type: 'text', text: 'done' }] },
          };
          response.writeHead(200, { 'content-type': 'application/json' });
          response.end(JSON.stringify([...pings, result]));
        }
      });
      return true;
    };
    for (let call = 0; call < 3; call += 1) expect(await servers.call(server, 'add', {}, never)).toBe('done');
    site.intercept = undefined;
    expect(await servers.call(server, 'add', { a: 1, b: 1 }, never)).toBe('2');
    expect(answers).toBeLessThanOrEqual(4);
  });

  it('goes to no internal address that the operator has not allowed', async () => {
    const { site, servers, server } = await setUp('streamable', {}, []);
    await expect(servers.list(server)).rejects.toMatchObject({
      kind: 'protocol_error',
      message: "The address of '127.0.0.1' is not public.",
    });
    expect(site.requests).toEqual([]);
  });

  it('says that a server cannot be reached', async () => {
    const { site, servers, server } = await setUp();
    await site.stop();
    await expect(servers.list(server)).rejects.toMatchObject({ kind: 'protocol_error' });
    ends.shift();
  });
});
