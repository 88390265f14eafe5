import { MemoryBus, type Stream, type StreamHandlers } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import pino from 'pino';
import type { Effect } from '../../engine/coordinator/effects';
import type { EngineEvent } from '../../engine/coordinator/events';
import { Harness } from '../../engine/testing/harness';
import type { MeterEvent } from '../../../metering/generation-meter';
import { ToolsLink } from './tools-link';

const server = {
  type: 'mcp',
  server_label: 'shop',
  server_url: 'https://shop.example/mcp',
  authorization: 'token',
  headers: { 'X-A': '1' },
} as const;
const find = { kind: 'mcp', server, name: 'find', approval: false } as const;

/** The gateway's end, against a worker that does as it is told. */
describe('the way to the tools', () => {
  const inputs: v1.ToolsInput[] = [];
  const events: EngineEvent[] = [];
  const streams: Stream[] = [];
  let bus: MemoryBus;
  let caller: MemoryBus;
  const metered: MeterEvent[] = [];
  let link: ToolsLink;

  const serve = async () => {
    const accept = ({ stream }: { stream: Stream }): StreamHandlers => {
      streams.push(stream);
      return {
        onFrame: ({ payload }) => void inputs.push(decode(v1.ToolsInput, payload)),
        onClose: () => undefined,
      };
    };
    await bus.serve({ service: 'tools', workerId: 'w', slots: 4 }, accept);
  };

  beforeEach(() => {
    bus = new MemoryBus();
    caller = new MemoryBus(bus.network);
    const { state } = new Harness();
    link = new ToolsLink({
      bus: caller,
      sessionId: 's',
      traceparent: '',
      log: pino({ level: 'silent' }),
      state: () => state,
      aheadMs: () => 0,
      metered: (event) => void metered.push(event),
      dispatch: (event) => void events.push(event),
    });
  });
  afterEach(async () => {
    link.close();
    await Promise.all([caller.close(), bus.close()]);
    for (const list of [inputs, events, streams, metered]) list.length = 0;
  });

  const until = async (met: () => boolean): Promise<void> => {
    const deadlineMs = performance.now() + 20_000;
    while (!met()) {
      if (performance.now() > deadlineMs) throw new Error(`too late: ${JSON.stringify({ inputs, events })}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const say = (event: v1.ToolsEvent.$Properties) => streams.at(-1)?.send(encode(v1.ToolsEvent, event));
  const list = (itemId: string): Effect & { type: 'list_tools' } => ({ type: 'list_tools', itemId, server });
  const call = (itemId: string, tool: Extract<Effect, { type: 'call_tool' }>['tool'] = find) =>
    ({ type: 'call_tool', itemId, tool, argumentsJson: '{}', language: 'en' }) as const;

  it('is opened at the first use, and takes every request with what it needs', async () => {
    await serve();
    link.perform(list('l'));
    link.perform(call('c'));
    link.perform(call('s', { kind: 'web_search', settings: { max_results: 2, max_steps: 1 } }));
    await until(() => inputs.length === 3);
    const wire = { label: 'shop', url: server.server_url, authorization: 'token', headers: { 'X-A': '1' } };
    expect(inputs[0]?.list).toMatchObject({ requestId: 'l', server: wire });
    expect(inputs[1]?.call).toMatchObject({ requestId: 'c', mcp: { server: wire, name: 'find' } });
    expect(inputs[2]?.call).toMatchObject({
      requestId: 's',
      webSearch: { engine: '', maxResults: 2, language: 'en' },
    });
    link.perform({ type: 'cancel_tool', itemId: 's' });
    await until(() => inputs.length === 4);
    expect(inputs[3]?.cancel).toMatchObject({ requestId: 's' });
  });

  it('has what a search must have cost charged whose worker is lost, or whose session ends, and once', async () => {
    await serve();
    const searching = { kind: 'web_search', settings: { max_results: 2, max_steps: 1 } } as const;
    const least = (inputTokens: number) => [
      { provider: 'a', model: 'm', status: 'abandoned', usage: { inputTokens, estimated: true } },
    ];
    for (const id of ['told', 'lost', 'free']) link.perform(call(id, searching));
    await until(() => inputs.length === 3);
    say({ asked: { requestId: 'told', attempts: least(1) } });
    say({ asked: { requestId: 'lost', attempts: least(2) } });
    say({
      result: { requestId: 'told', attempts: [{ provider: 'a', model: 'm', status: 'ok', usage: {} }] },
    });
    await until(() => metered.length === 1);
    streams[0]?.close();
    await until(() => events.length === 3);
    expect(metered.slice(1)).toMatchObject([
      { type: 'searched', uses: [{ model: 'a/m', usage: { inputTokens: 2, estimated: true } }] },
    ]);
    link.perform(call('open', searching));
    await until(() => inputs.length === 4);
    say({ asked: { requestId: 'open', attempts: least(3) } });
    say({ listed: { requestId: 'none' } });
    await until(() => events.length === 4);
    link.close();
    expect(metered.slice(2)).toMatchObject([{ type: 'searched', uses: [{ usage: { inputTokens: 3 } }] }]);
    link.close();
    expect(metered).toHaveLength(3);
  });

  it('has what a search used charged', async () => {
    await serve();
    link.perform(call('s', { kind: 'web_search', settings: { max_results: 2, max_steps: 1 } }));
    await until(() => inputs.length === 1);
    const usage = { inputTokens: 90, outputTokens: 7 };
    say({ result: { requestId: 's', attempts: [{ provider: 'a', model: 'm', status: 'ok', usage }] } });
    await until(() => events.length === 1);
    expect(metered).toMatchObject([{ type: 'searched', uses: [{ model: 'a/m', usage }] }]);
  });

  it('brings lists, outputs and failures back', async () => {
    await serve();
    link.perform(list('l'));
    link.perform(list('m'));
    link.perform(call('c'));
    link.perform(call('d'));
    await until(() => inputs.length === 4);
    const tool = { name: 'find', description: 'Finds.', inputSchemaJson: '{"type":"object"}' };
    const failure = { kind: 'http_error', code: 503, message: 'down' };
    const annotationsJson = '{"readOnlyHint":true}';
    say({ listed: { requestId: 'l', tools: [{ ...tool, annotationsJson }], leftOut: 'the others' } });
    say({ listed: { requestId: 'm', failure } });
    say({ result: { requestId: 'c', output: 'found', sources: [{ title: 'T', url: 'u' }] } });
    say({ result: { requestId: 'd', failure } });
    await until(() => events.length === 4);
    expect(events).toEqual([
      {
        type: 'tools_listed',
        itemId: 'l',
        tools: [
          {
            name: 'find',
            description: 'Finds.',
            input_schema: { type: 'object' },
            annotations: { readOnlyHint: true },
          },
        ],
        message: 'the others',
      },
      { type: 'tools_listed', itemId: 'm', tools: null, message: 'down' },
      { type: 'tool_result', itemId: 'c', result: { output: 'found', sources: [{ title: 'T', url: 'u' }] } },
      {
        type: 'tool_result',
        itemId: 'd',
        result: { error: { type: 'http_error', code: 503, message: 'down' } },
      },
    ]);
  });

  it('asks for a list again when its worker is lost, and never runs a call twice', async () => {
    await serve();
    link.perform(list('l'));
    link.perform(call('c'));
    await until(() => inputs.length === 2);
    streams[0]?.close({ code: 'internal', message: 'gone', retryable: true });
    await until(() => inputs.length === 3);
    expect(inputs[2]?.list).toMatchObject({ requestId: 'l' });
    expect(events).toMatchObject([
      {
        type: 'tool_result',
        itemId: 'c',
        result: { error: { message: expect.stringContaining('was lost') } },
      },
    ]);
  });

  it('asks for so many lists at a time, for no list that was given up, and calls beside them', async () => {
    await serve();
    for (let at = 0; at < 20; at += 1) link.perform(list(`l${at}`));
    link.perform(call('c'));
    await until(() => inputs.length === 17);
    expect(inputs.at(-1)?.call?.requestId).toBe('c');
    link.perform({ type: 'cancel_tool', itemId: 'l16' });
    link.perform({ type: 'cancel_tool', itemId: 'l3' });
    say({ listed: { requestId: 'l0' } });
    await until(() => inputs.length === 20);
    const asked = inputs.slice(17).map(({ list: of, cancel }) => of?.requestId ?? `not ${cancel?.requestId}`);
    expect(asked).toEqual(['not l3', 'l17', 'l18']);
  });

  it('says that there is no server for tools', async () => {
    link.perform(list('l'));
    link.perform(call('c'));
    await until(() => events.length === 2);
    expect(events).toMatchObject([
      { type: 'tools_listed', tools: null },
      { type: 'tool_result', result: { error: { type: 'protocol_error' } } },
    ]);
  });
});
