import fs from 'node:fs';
import path from 'node:path';
import { hostedMcpTool } from '@openai/agents-core';
import {
  OpenAIRealtimeWebSocket,
  RealtimeAgent,
  RealtimeSession,
  backgroundResult,
  tool,
} from '@openai/agents-realtime';
import { Stack, field, recordedUtterance, repositoryRoot, waitFor } from '@parley/testing';
import type { ReceivedEvent } from '@parley/testing';
import { z } from 'zod';
import { Conversation } from './support/conversation';
import { microphone, silence } from './support/microphone';
import { startTap, type Tap } from './support/tap';
import { SearchSite, Shop } from './support/tool-sites';
import type { WireEvent } from './support/wire-reader';

const page = fs.readFileSync(path.join(repositoryRoot(), 'docs', 'tools.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, of, code = '']) =>
    of === language ? [code] : [],
  );

/** Tools that run on the server, through every service, against a real MCP server and a search engine. */
describe('tools of the server', () => {
  const shop = new Shop();
  const search = new SearchSite();
  let stack: Stack;
  let tap: Tap;

  beforeAll(async () => {
    await Promise.all([shop.start(), search.start()]);
    stack = await Stack.start({ engines: 'stand-in', env: environment(search.url) });
    tap = await startTap(stack.port);
  });
  afterAll(async () => {
    shop.release();
    await tap?.close();
    await stack?.stop();
    await Promise.all([shop.stop(), search.stop()]);
  });

  /** An example of the page, with the shop where it says. */
  const example = (what: string): Record<string, unknown> => {
    const code = blocks('json').find((block) => block.includes(what));
    if (code === undefined) throw new Error(`no example mentions ${what}`);
    return JSON.parse(code.replaceAll('https://shop.example/mcp', `${shop.url}/mcp`)) as Record<
      string,
      unknown
    >;
  };
  const shopTool = (fields: object = {}) => ({
    type: 'mcp',
    server_label: 'shop',
    server_url: `${shop.url}/mcp`,
    require_approval: 'never',
    ...fields,
  });
  const open = async (session: Record<string, unknown>, listed = true): Promise<Conversation> => {
    const text = { output_modalities: ['text'], ...session };
    const talk = await Conversation.open(stack.url, text, 'test-key', { parley: '1' });
    if (listed)
      await talk.client.waitFor((e) => field(e, 'item.type') === 'mcp_list_tools' && e.type.endsWith('done'));
    return talk;
  };
  /** The answer to a message after all that its tools led to. */
  const answer = async (talk: Conversation, text: string, responses = 2): Promise<ReceivedEvent> => {
    const from = talk.client.mark();
    await talk.ask(text);
    const done = () => talk.client.events.slice(from).filter(({ type }) => type === 'response.done');
    await talk.client.waitFor(() => done().length === responses, { from, timeoutMs: 40_000 });
    const last = done().at(-1);
    if (last === undefined) throw new Error('no response');
    return last;
  };

  it('every example of the page is taken', async () => {
    const talk = await open(example('shop.example')['session'] as Record<string, unknown>);
    const from = talk.client.mark();
    const examples = blocks('json').map((code) => example(code));
    expect(examples.length).toBeGreaterThan(3);
    for (const event of examples) {
      if (event['type'] !== 'session.update') continue;
      const mark = talk.client.mark();
      talk.client.send(event);
      await talk.client.waitFor('session.updated', { from: mark });
    }
    expect(talk.errors(from)).toEqual([]);
  });

  it('an approval is given as the page says, and the call runs', async () => {
    const talk = await open({ tools: [shopTool({ require_approval: 'always' })] });
    const before = shop.called.filter((name) => name === 'buy').length;
    await talk.turn('[[tool: buy {"what":"pears"}]]');
    const [request] = itemsDone(talk, 'mcp_approval_request');
    const from = talk.client.mark();
    const given = example('mcp_approval_response');
    const item = { ...(given['item'] as object), approval_request_id: request?.['id'] };
    talk.client.send({ ...given, item });
    await talk.client.waitFor('response.mcp_call.completed', { from });
    expect(shop.called.filter((name) => name === 'buy')).toHaveLength(before + 1);
    expect(talk.errors()).toEqual([]);
  });

  it('an output is scheduled as the page says, and spoken of unasked', async () => {
    const talk = await open({ tools: [{ type: 'function', name: 'book' }] }, false);
    await talk.turn('[[tool: book]]');
    const [call] = itemsDone(talk, 'function_call');
    const from = talk.client.mark();
    const given = example('"parley": { "scheduling"');
    const item = { ...(given['item'] as object), call_id: call?.['call_id'] };
    talk.client.send({ ...given, item });
    const done = await talk.client.waitFor('response.done', { from });
    expect(talk.transcriptOf(done)).toBe('The tool said done.');
    expect(talk.errors()).toEqual([]);
  });

  it('lists and calls the tools of an MCP server, and speaks of the result by itself', async () => {
    const talk = await open({ tools: [shopTool({ headers: { 'X-Shop-Key': 'k1' } })] });
    const [item] = itemsDone(talk, 'mcp_list_tools');
    expect([item?.['error'], namesIn(item)]).toEqual([null, ['find', 'buy', 'fail', 'flood', 'wait']]);
    expect(shop.keys).toContain('k1');
    expect(JSON.stringify(talk.client.events.map(({ body }) => body))).not.toContain('X-Shop-Key');

    const from = talk.client.mark();
    const done = await answer(talk, '[[tool: find {"what":"pears"}]]');
    expect(talk.transcriptOf(done)).toBe('The tool said two pears.');
    const types = talk.client.events.slice(from).map(({ type }) => type);
    expect(types.filter((type) => !type.startsWith('parley.') && type !== 'rate_limits.updated')).toEqual([
      'conversation.item.added',
      'conversation.item.done',
      'response.created',
      'response.output_item.added',
      'conversation.item.added',
      'response.mcp_call_arguments.delta',
      'response.mcp_call_arguments.done',
      'response.mcp_call.in_progress',
      'response.mcp_call.completed',
      'conversation.item.done',
      'response.output_item.done',
      'response.done',
      'response.created',
      'response.output_item.added',
      'conversation.item.added',
      'response.content_part.added',
      ...types.filter((type) => type === 'response.output_text.delta'),
      'response.output_text.done',
      'response.content_part.done',
      'conversation.item.done',
      'response.output_item.done',
      'response.done',
    ]);
    const [call] = itemsDone(talk, 'mcp_call');
    expect(call).toMatchObject({ server_label: 'shop', name: 'find', output: 'two pears', error: null });
    talk.client.send({ type: 'conversation.item.retrieve', item_id: call?.['id'] });
    const kept = await talk.client.waitFor('conversation.item.retrieved');
    expect(field(kept, 'item.output')).toBe('two pears');
    expect(talk.errors()).toEqual([]);
  });

  it('tells of a tool that fails', async () => {
    const talk = await open({ tools: [shopTool()] });
    const done = await answer(talk, '[[tool: fail]]');
    expect(talk.transcriptOf(done)).toBe('The tool said The tool failed: sold out.');
    const [call] = itemsDone(talk, 'mcp_call');
    expect(call).toMatchObject({
      output: null,
      error: { type: 'tool_execution_error', message: 'sold out' },
    });
  });

  it('forces a tool, and shows the model only those that are allowed', async () => {
    const talk = await open({ tools: [shopTool({ allowed_tools: { read_only: true } })] });
    const [item] = itemsDone(talk, 'mcp_list_tools');
    expect(namesIn(item)).toEqual(['find']);
    talk.client.send({
      type: 'response.create',
      response: { tool_choice: { type: 'mcp', server_label: 'shop', name: 'buy' } },
    });
    const done = await talk.client.waitFor('response.done');
    expect(field(done, 'response.status')).toBe('failed');
    expect(JSON.stringify(field(done, 'response.status_details'))).toContain("has no tool 'buy'");
  });

  it.each([
    'http://169.254.169.254/latest',
    'http://10.0.0.1/mcp',
    'http://[::1]:4222/',
    'http://0x7f.2/mcp',
  ])('goes to no internal address: %s', async (server_url) => {
    const talk = await open({ tools: [shopTool({ server_url })] }, false);
    await talk.client.waitFor('mcp_list_tools.failed');
    const done = await talk.client.waitFor((e) => e.type === 'conversation.item.done');
    expect(field(done, 'item.error')).toContain('is not public');
    expect(talk.transcriptOf(await talk.turn('Hello'))).toBe('You said: Hello.');
  });

  it('searches the web, and says where the answer is from', async () => {
    const talk = await open((example('web_search')['session'] as Record<string, unknown>) ?? {}, false);
    const done = await answer(talk, '[[tool: web_search {"query":"high tide"}]]');
    expect(search.queries).toContain('high tide');
    expect(talk.transcriptOf(done)).toContain('All about high tide.');
    const sources = await talk.client.waitFor('parley.sources');
    expect(sources.body).toMatchObject({
      responseId: field(done, 'response.id'),
      sources: [{ title: 'Tides', url: 'https://tides.example/today' }],
    });
    const [call] = itemsDone(talk, 'mcp_call');
    expect(call).toMatchObject({ server_label: 'web_search', name: 'web_search' });
  });

  it('says so when a search takes too long', async () => {
    const talk = await open({ tools: [{ type: 'web_search' }] }, false);
    const done = await answer(talk, '[[tool: web_search {"query":"never"}]]');
    expect(talk.transcriptOf(done)).toBe('The tool said The tool failed: The web search took too long..');
  });

  describe('with @openai/agents-realtime', () => {
    const connect = async (requireApproval: 'always' | 'never', own: ReturnType<typeof tool>[] = []) => {
      // What a session before this one still says when it is hung up on is not its own.
      const mine = tap.connections;
      const mcp = hostedMcpTool({
        serverLabel: 'shop',
        serverUrl: `${shop.url}/mcp`,
        requireApproval,
      } as never);
      const agent = new RealtimeAgent({ name: 'clerk', instructions: 'Be kind.', tools: [mcp, ...own] });
      const transport = new OpenAIRealtimeWebSocket({
        url: `${tap.url.replace('http', 'ws')}/v1/realtime?model=gpt-realtime`,
        useInsecureApiKey: true,
      });
      const session = new RealtimeSession(agent, { transport, model: 'gpt-realtime', tracingDisabled: true });
      const errors: unknown[] = [];
      session.on('error', ({ error }) => errors.push(error));
      await session.connect({ apiKey: 'sk-test' });
      const wire = (type: string) =>
        tap.wire.filter(
          ({ connection, from, body }) => connection === mine && from === 'server' && body['type'] === type,
        );
      const until = (what: string, met: () => boolean) => waitFor(what, 40_000, met);
      const listed = () => wire('conversation.item.done').map(({ body }) => JSON.stringify(body['item']));
      await until('a list of tools', () => listed().some((item) => item.includes('"mcp_list_tools"')));
      // Where it failed, the item says why.
      expect(listed().find((item) => item.includes('"mcp_list_tools"'))).toContain('"find"');
      return { session, wire, until, errors };
    };
    const says = (session: RealtimeSession, words: string) =>
      session.history.filter(
        (item) =>
          item.type === 'message' &&
          item.role === 'assistant' &&
          JSON.stringify(item.content).includes(words),
      ).length;

    it('asks for leave, and runs what is approved', async () => {
      const { session, wire, until, errors } = await connect('always');
      const before = shop.called.filter((name) => name === 'buy').length;
      session.on('tool_approval_requested', (_context, _agent, request) => {
        void session.approve(request.approvalItem);
      });
      session.sendMessage('[[tool: buy {"what":"pears"}]]');
      await until('the answer', () => says(session, 'The tool said bought pears.') === 1);
      expect(shop.called.filter((name) => name === 'buy')).toHaveLength(before + 1);
      expect(wire('response.created')).toHaveLength(3);
      expect(errors).toEqual([]);
      session.close();
    });

    it('holds a spoken conversation while two tools run, one of them slow, and speaks of them once', async () => {
      const { session, wire, until, errors } = await connect('never');
      const speak = () =>
        microphone(Buffer.concat([recordedUtterance(), silence(1_500)]), (frame) =>
          session.sendAudio(new Uint8Array(frame).buffer),
        );
      const before = shop.called.length;
      bridgeTools(session);
      session.sendMessage('[[tool: find {"what":"apples"}]] [[tool: wait]]');
      await until('the fast tool', () => wire('response.mcp_call.completed').length === 1);
      await until('the slow tool', () => wire('response.mcp_call.in_progress').length === 2);
      await until('a filler', () => fillersIn(wire('response.done')).length === 1);

      // The user goes on talking: the response of the calls ends, the slow one runs on.
      await speak();
      await until('an answer', () => says(session, 'You said: Tell me more.') === 1);
      const [calls] = answersIn(wire('response.done'));
      expect(calls?.body['response']).toMatchObject({
        status: 'cancelled',
        output: [
          { type: 'mcp_call', name: 'find', status: 'completed', output: 'two apples' },
          { type: 'mcp_call', name: 'wait', status: 'incomplete', output: null },
        ],
      });

      // And interrupts the assistant once.
      const audio = wire('response.output_audio.delta').length;
      session.sendMessage('[[repeat: 60]]');
      await until('a long answer', () => wire('response.output_audio.delta').length > audio);
      await speak();
      await until('another answer', () => says(session, 'You said: Tell me more.') === 2);

      const created = wire('response.created').length;
      shop.release();
      await until('the result', () => says(session, 'The tool said waited.') === 1);
      await until('the end', () => wire('response.done').length === wire('response.created').length);
      expect(wire('response.created')).toHaveLength(created + 1);
      expect(shop.called.slice(before)).toEqual(['find', 'wait']);
      expect(fillersIn(wire('response.created'))).toHaveLength(1);
      expect(JSON.stringify(wire('conversation.item.done'))).not.toContain(bridge);

      const late = wire('response.mcp_call.completed')[1];
      session.transport.sendEvent({
        type: 'conversation.item.retrieve',
        item_id: String(late?.body['item_id']),
      });
      const kept = () =>
        wire('conversation.item.retrieved').filter(({ body }) => JSON.stringify(body).includes('"waited"'));
      await until('the call with its result', () => kept().length > 0);
      expect(errors).toEqual([]);
      session.close();
    });

    it('holds one while two tools of its own run: the wait is bridged once, and calls and outputs stay together', async () => {
      let finish = (_text: string): void => undefined;
      const slow = new Promise<string>((resolve) => (finish = resolve));
      const own = (name: string, execute: () => Promise<string>) =>
        tool({ name, description: name, parameters: z.object({}), execute });
      const { session, wire, until, errors } = await connect('never', [
        own('first', () => slow),
        own('second', () => slow),
      ]);
      bridgeTools(session);
      session.sendMessage('[[tool: first]] [[tool: second]]');
      await until('a filler', () => fillersIn(wire('response.done')).length === 1);
      const [filler] = fillersIn(wire('response.done'));
      expect(filler?.body['response']).toMatchObject({ conversation_id: null, usage: { total_tokens: 0 } });
      const id = (filler?.body['response'] as { id: string } | undefined)?.id;
      const heard = wire('response.output_audio.delta').filter(({ body }) => body['response_id'] === id);
      expect(heard.length).toBeGreaterThan(0);

      // The user goes on talking, and interrupts what is said to that.
      const say = (text: string) => session.sendMessage(text);
      say('Hello there');
      await until('an answer', () => says(session, 'You said: Hello there.') === 1);
      const audio = wire('response.output_audio.delta').length;
      say('[[repeat: 60]]');
      await until('a long answer', () => wire('response.output_audio.delta').length > audio);
      await microphone(Buffer.concat([recordedUtterance(), silence(1_500)]), (frame) =>
        session.sendAudio(new Uint8Array(frame).buffer),
      );
      await until('another answer', () => says(session, 'You said: Tell me more.') === 1);

      finish('a plum');
      await until('the result', () => says(session, 'The tool said a plum.') > 0);
      await until('the end', () => wire('response.done').length === wire('response.created').length);
      expect(fillersIn(wire('response.created'))).toHaveLength(1);
      const items = wire('conversation.item.done').map(({ body }) => body['item'] as Record<string, unknown>);
      expect(JSON.stringify(items)).not.toContain(bridge);
      const calls = items.filter(({ type }) => type === 'function_call');
      const outputs = items.filter(({ type }) => type === 'function_call_output');
      expect(calls.map(({ name }) => name)).toEqual(['first', 'second']);
      expect(new Set(outputs.map(({ call_id }) => call_id))).toEqual(
        new Set(calls.map(({ call_id }) => call_id)),
      );
      expect(outputs.map(({ output }) => output)).toEqual(['a plum', 'a plum']);
      expect(errors).toEqual([]);
      session.close();
    });

    it('has the server speak once of what two tools of its own gave, where they do not ask for it themselves', async () => {
      let finish = (): void => undefined;
      const slow = new Promise<void>((resolve) => (finish = resolve));
      const own = (name: string, gives: string, when: Promise<void>) =>
        tool({
          name,
          description: name,
          parameters: z.object({}),
          execute: () => when.then(() => backgroundResult(gives)),
        });
      const { session, wire, until, errors } = await connect('never', [
        own('quick', 'a plum', Promise.resolve()),
        own('slow', 'a pear', slow),
      ]);
      const tools = { quick: { scheduling: 'when_idle' }, slow: { scheduling: 'when_idle' } };
      session.transport.sendEvent({
        type: 'session.update',
        session: { type: 'realtime', parley: { tools } },
      });
      session.sendMessage('[[tool: quick]] [[tool: slow]]');
      const outputs = () =>
        wire('conversation.item.done')
          .map(({ body }) => body['item'] as Record<string, unknown>)
          .filter(({ type }) => type === 'function_call_output')
          .map(({ output }) => output);
      await until('the quick one', () => outputs().length === 1);
      session.sendMessage('Hello there');
      await until('an answer', () => says(session, 'You said: Hello there.') === 1);
      const created = wire('response.created').length;
      finish();
      await until('the results', () => says(session, 'The tool said a pear.') === 1);
      await until('the end', () => wire('response.done').length === wire('response.created').length);
      expect(wire('response.created')).toHaveLength(created + 1);
      expect(outputs()).toEqual(['a plum', 'a pear']);
      expect(errors).toEqual([]);
      session.close();
    });
  });
});

const bridge = 'One moment while I look.';

/** Has the server say so while tools run. */
function bridgeTools(session: RealtimeSession): void {
  const responsiveness = { enabled: true, tool_wait_timeout_ms: 500, phrases: { '*': [bridge] } };
  session.transport.sendEvent({
    type: 'session.update',
    session: { type: 'realtime', parley: { responsiveness } },
  });
}

const isFiller = ({ body }: WireEvent): boolean =>
  JSON.stringify((body['response'] as { metadata?: unknown }).metadata ?? null).includes('parley.filler');
const fillersIn = (responses: readonly WireEvent[]) => responses.filter(isFiller);
const answersIn = (responses: readonly WireEvent[]) => responses.filter((event) => !isFiller(event));

/** The environment of the page's example, with the test's own search engine. */
function environment(searchUrl: string): Record<string, string> {
  const [code = ''] = blocks('sh');
  const given = Object.fromEntries(
    [...code.matchAll(/^(?:export )?(\w+)=(\S+)/gm)].map(([, name, value]) => [name, value]),
  );
  return {
    ...given,
    TAVILY_BASE_URL: searchUrl,
    PARLEY_SEARCH_TIMEOUT_MS: '3000',
    PARLEY_TEST_TRANSCRIPT: 'Tell me more.',
    PARLEY_TEST_LLM_TOKEN_MS: '10',
  };
}

const namesIn = (item: Record<string, unknown> | undefined): string[] =>
  z
    .object({ tools: z.array(z.object({ name: z.string() })) })
    .parse(item)
    .tools.map(({ name }) => name);

/** Items of a type as they were when they were done. */
const itemsDone = (talk: Conversation, type: string): Record<string, unknown>[] =>
  talk.client.events
    .filter((event) => event.type === 'conversation.item.done')
    .map(({ body }) => body['item'] as Record<string, unknown>)
    .filter((item) => item['type'] === type);
