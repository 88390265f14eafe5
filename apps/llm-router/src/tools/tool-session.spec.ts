import { once } from 'node:events';
import { MemoryBus, type Stream } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { Outbound } from '@parley/outbound';
import { createRegistry, Spans } from '@parley/telemetry';
import pino from 'pino';
import { maxRunning } from './limits';
import { ToolMetrics } from './metrics';
import { McpServers } from './mcp/servers';
import { GivenUp, type SearchQuery } from './search/engine';
import { WebSearch } from './search/web-search';
import { McpSite } from './testing/mcp-site';
import { ToolSession } from './tool-session';

/** The session's end of the bus, against a real MCP server. */
describe('the tools of a session', () => {
  const site = new McpSite();
  const bus = new MemoryBus();
  const outbound = new Outbound({ allow: ['127.0.0.1'] });
  const answers: v1.ToolsEvent[] = [];
  let server: v1.McpServer.$Properties;
  let stream: Stream;

  beforeAll(async () => {
    server = { label: 'test', url: await site.start() };
    const limits = { callMs: 20_000, listMs: 20_000, maxOutputChars: 1_000 };
    const engine = {
      id: 'fake',
      search: async ({ query, signal, onAsked }: SearchQuery) => {
        if (query === 'x')
          return { answer: '', results: [{ title: 'T', url: 'https://t.example/', snippet: 's' }] };
        const usage = { inputTokens: 7, cachedInputTokens: 0, outputTokens: 0 };
        const use = { provider: 'p', model: 'm', usage, latencyMs: 1, estimated: true };
        if (query === 'dear') onAsked?.(use);
        await once(signal, 'abort');
        throw query === 'dear' ? new GivenUp(use, {}) : new Error('aborted');
      },
    };
    const metrics = new ToolMetrics(createRegistry('test'));
    await bus.serve(
      { service: 'tools', workerId: 'w', slots: 4 },
      (incoming) =>
        new ToolSession({
          stream: incoming.stream,
          servers: new McpServers({ outbound, limits }),
          search: new WebSearch({ engines: [engine], defaultEngine: undefined, timeoutMs: 20_000 }),
          metrics,
          spans: Spans.under(''),
          logger: pino({ level: 'silent' }),
        }),
    );
    stream = await bus.open({
      service: 'tools',
      sessionId: 's',
      config: new Uint8Array(),
      handlers: {
        onFrame: ({ payload }) => void answers.push(decode(v1.ToolsEvent, payload)),
        onClose: () => undefined,
      },
    });
  });
  afterAll(async () => {
    stream.close();
    await bus.close();
    await outbound.close();
    await site.stop();
  });

  const send = (input: v1.ToolsInput.$Properties) => stream.send(encode(v1.ToolsInput, input));
  const answer = async (id: string): Promise<v1.ToolsEvent> => {
    const deadlineMs = performance.now() + 20_000;
    for (;;) {
      const found = answers.find(({ listed, result }) => (listed ?? result)?.requestId === id);
      if (found !== undefined) return found;
      if (performance.now() > deadlineMs) throw new Error(`no answer to ${id}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  it('lists, calls and searches side by side; a slow call holds nothing up', async () => {
    send({ call: { requestId: 'slow', mcp: { server, name: 'hang' } } });
    send({ list: { requestId: 'list', server } });
    send({ call: { requestId: 'add', argumentsJson: '{"a":1,"b":2}', mcp: { server, name: 'add' } } });
    send({ call: { requestId: 'search', argumentsJson: '{"query":"x"}', webSearch: {} } });
    expect((await answer('list')).listed?.tools).toHaveLength(8);
    expect((await answer('add')).result).toMatchObject({ output: '3' });
    expect((await answer('search')).result).toMatchObject({
      output: '{"results":[{"title":"T","url":"https://t.example/","snippet":"s"}]}',
      sources: [{ title: 'T', url: 'https://t.example/' }],
    });
    send({ cancel: { requestId: 'slow' } });
    send({ call: { requestId: 'after', argumentsJson: '[]', mcp: { server, name: 'add' } } });
    expect((await answer('after')).result?.failure).toMatchObject({ kind: 'tool_execution_error' });
    expect(answers.filter(({ result }) => result?.requestId === 'slow')).toEqual([]);
  });

  it('tells what a search cost that was given up, and of another nothing', async () => {
    send({ call: { requestId: 'dear', argumentsJson: '{"query":"dear"}', webSearch: {} } });
    send({ call: { requestId: 'free', argumentsJson: '{"query":"free"}', webSearch: {} } });
    const asked = () => answers.flatMap((event) => event.asked ?? []);
    while (asked().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(asked()).toMatchObject([
      { requestId: 'dear', attempts: [{ provider: 'p', usage: { inputTokens: 7, estimated: true } }] },
    ]);
    for (const requestId of ['free', 'dear']) send({ cancel: { requestId } });
    expect((await answer('dear')).result).toMatchObject({
      failure: { message: 'The web search was given up.' },
      attempts: [{ provider: 'p', status: 'abandoned', usage: { inputTokens: 7, estimated: true } }],
    });
    expect(answers.filter(({ result }) => result?.requestId === 'free')).toEqual([]);
  });

  it('says which tools of a server it does not list', async () => {
    site.pages = [300];
    send({ list: { requestId: 'many', server: { ...server, headers: { 'X-Other': '1' } } } });
    const { listed } = await answer('many');
    site.pages = undefined;
    expect(listed?.tools).toHaveLength(256);
    expect(listed).toMatchObject({ leftOut: 'those beyond the first 256', failure: null });
  });

  it('says that a server may not be asked', async () => {
    send({ list: { requestId: 'inside', server: { label: 'inside', url: 'http://169.254.169.254/' } } });
    expect((await answer('inside')).listed).toMatchObject({
      tools: [],
      failure: { kind: 'protocol_error', message: "The address of '169.254.169.254' is not public." },
    });
  });

  it('answers each request in kind where too many run', async () => {
    const running = Array.from({ length: maxRunning }, (_, index) => `running-${index}`);
    for (const requestId of running) send({ call: { requestId, mcp: { server, name: 'hang' } } });
    send({ list: { requestId: 'list-beyond', server } });
    send({ call: { requestId: 'call-beyond', mcp: { server, name: 'add' } } });
    const failure = { kind: 'protocol_error', message: expect.stringContaining('At most') as unknown };
    expect((await answer('list-beyond')).listed).toMatchObject({ failure });
    expect((await answer('call-beyond')).result).toMatchObject({ failure });
    for (const requestId of running) send({ cancel: { requestId } });
  });
});
