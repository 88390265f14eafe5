import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Stack, field, recordedUtterance, silence } from '@parley/testing';
import type { ReceivedEvent } from '@parley/testing';
import { Conversation } from './support/conversation';
import { Inside, SearchEngines, Shop, SignPost } from './support/tool-sites';
import { vadWithTranscripts } from './support/turns';

/** The one address that tools may go to beside public ones; `127.0.0.1` is as internal as any. */
const allowed = '127.0.0.2';

/**
 * A name service in llm-router's own process. `rebinding.example` is at the allowed address until there is a file of
 * that name, and inside ever after.
 */
const rebinding = (moved: string) => `
  const dns = require('node:dns');
  const { lookup } = dns;
  const { existsSync } = require('node:fs');
  dns.lookup = (name, options, callback) => {
    if (name === 'mixed.example')
      return callback(null, ['${allowed}', '127.0.0.1'].map((address) => ({ address, family: 4 })));
    if (name !== 'rebinding.example') return lookup(name, options, callback);
    callback(null, [{ address: existsSync(${JSON.stringify(moved)}) ? '127.0.0.1' : '${allowed}', family: 4 }]);
  };`;

/** Where tools go and where they may not, and when what they brought is spoken of: over sockets, against real servers. */
describe('the reach of tools', () => {
  const shop = new Shop(allowed);
  const inside = new Inside();
  /** At the port of `inside`, where rebinding.example is to begin with. */
  const door = new Shop(allowed);
  const signPost = new SignPost(allowed);
  const engines = new SearchEngines();
  const sites = [shop, inside, signPost, engines];
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-reach-'));
  const moved = path.join(folder, 'moved');
  let stack: Stack;

  beforeAll(async () => {
    await Promise.all(sites.map((site) => site.start()));
    await door.start(inside.port);
    const hook = path.join(folder, 'rebinding.cjs');
    fs.writeFileSync(hook, rebinding(moved));
    stack = await Stack.start({
      engines: 'stand-in',
      env: {
        NODE_OPTIONS: `--require=${hook}`,
        PARLEY_OUTBOUND_ALLOW: allowed,
        BRAVE_API_KEY: 'brave-key',
        BRAVE_BASE_URL: engines.of('brave'),
        EXA_API_KEY: 'exa-key',
        EXA_BASE_URL: engines.of('exa'),
        SEARXNG_BASE_URL: engines.of('searxng'),
        OPENAI_API_KEY: 'openai-key',
        OPENAI_BASE_URL: engines.of('openai'),
        GOOGLE_GENERATIVE_AI_API_KEY: 'google-key',
        GOOGLE_BASE_URL: engines.of('google'),
        ANTHROPIC_API_KEY: 'anthropic-key',
        ANTHROPIC_BASE_URL: engines.of('anthropic'),
        PARLEY_TEST_TRANSCRIPT: 'Tell me [[repeat: 40]]',
        PARLEY_TEST_LLM_TOKEN_MS: '10',
        PARLEY_SEARCH_TIMEOUT_MS: '2000',
      },
    });
  });
  afterAll(async () => {
    shop.release();
    await stack?.stop();
    await Promise.all([...sites, door].map((site) => site.stop()));
    fs.rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => expect(inside.seen).toEqual([]));

  const open = (session: object): Promise<Conversation> =>
    Conversation.open(stack.url, { output_modalities: ['text'], ...session }, 'test-key', { parley: '1' });
  const shopAt = (server_url: string) => ({
    ...{ type: 'mcp', server_label: 'shop', server_url, require_approval: 'never' },
  });
  const listed = ({ client }: Conversation): Promise<ReceivedEvent> =>
    client.waitFor((e) => e.type.endsWith('item.done') && field(e, 'item.type') === 'mcp_list_tools');
  const call = ({ client }: Conversation): Record<string, unknown> | undefined =>
    client.events
      .map(({ body }) => body['item'] as Record<string, unknown> | undefined)
      .findLast((item) => item?.['type'] === 'mcp_call' && item['status'] !== 'in_progress');
  const searchLines = ({ client }: Conversation): Record<string, unknown>[] =>
    client.events
      .filter(({ type }) => type === 'response.done')
      .flatMap((event) => field(event, 'response.parley.usage') as Record<string, unknown>[])
      .filter(({ purpose }) => purpose === 'search');
  /** The response that speaks of what a turn's tools gave. */
  const answer = async (talk: Conversation, text: string): Promise<ReceivedEvent> => {
    await talk.turn(text);
    const from = talk.client.mark();
    return talk.client.waitFor('response.done', { from });
  };

  describe('a search by', () => {
    const search = { path: '/exa/search', method: 'POST', headers: { 'x-api-key': 'exa-key' } };
    it.each([
      ['brave', { path: '/brave/res/v1/web/search', query: { q: 'high tide', count: '2' } }],
      ['exa', { ...search, body: { query: 'high tide', numResults: 2 } }],
      ['searxng', { path: '/searxng/search', query: { q: 'high tide', format: 'json' } }],
    ])('%s is asked for in its own words, and its source is told', async (engine, wire) => {
      const providerData = { engine, max_results: 2 };
      const talk = await open({ tools: [{ type: 'web_search', providerData }] });
      const done = await answer(talk, '[[tool: web_search {"query":"high tide"}]]');
      expect(talk.transcriptOf(done)).toContain('High water at nine.');
      expect(engines.searched.at(-1)).toMatchObject(wire);
      const sources = await talk.client.waitFor('parley.sources');
      expect(sources.body).toMatchObject({ sources: [{ url: 'https://tides.example/today' }] });
      await talk.client.close();
    });

    it.each([
      ['google', [{ googleSearch: {} }], 'google/gemini-2.5-flash'],
      ['openai', [{ type: 'web_search' }], 'openai/gpt-5-mini'],
      ['anthropic', [{ type: 'web_search_20250305' }], 'anthropic/claude-haiku-4-5'],
    ])('%s’s own model is asked for, told of and paid', async (engine, tools, model) => {
      const talk = await open({ tools: [{ type: 'web_search', providerData: { engine } }] });
      const done = await answer(talk, '[[tool: web_search {"query":"high tide"}]]');
      expect(talk.transcriptOf(done)).toContain('High water at nine.');
      expect(engines.searched.at(-1)?.body).toMatchObject({ tools });
      const sources = await talk.client.waitFor('parley.sources');
      expect(sources.body).toMatchObject({ sources: [{ url: 'https://tides.example/today' }] });
      expect(searchLines(talk)).toMatchObject([{ model, input_tokens: 41, output_tokens: 7 }]);
      await talk.client.close();
    });

    it('a model that does not answer in time is paid for what it read', async () => {
      engines.hangs = true;
      const talk = await open({ tools: [{ type: 'web_search', providerData: { engine: 'google' } }] });
      const done = await answer(talk, '[[tool: web_search {"query":"high tide"}]]');
      engines.hangs = false;
      expect(talk.transcriptOf(done)).toContain('The web search took too long.');
      expect(searchLines(talk)).toMatchObject([
        { model: 'google/gemini-2.5-flash', output_tokens: 0, estimated: true },
      ]);
      await talk.client.close();
    });

    it('an engine that sends it inside goes nowhere, and the model can say so', async () => {
      engines.elsewhere = `${inside.url}/admin`;
      const talk = await open({ tools: [{ type: 'web_search', providerData: { engine: 'exa' } }] });
      const done = await answer(talk, '[[tool: web_search {"query":"high tide"}]]');
      engines.elsewhere = undefined;
      expect(talk.transcriptOf(done)).toContain("The address of '127.0.0.1' is not public.");
      expect(call(talk)).toMatchObject({ output: null, error: { type: 'protocol_error' } });
      await talk.client.close();
    });
  });

  it('an MCP server of the older transport is listed and called', async () => {
    const talk = await open({ tools: [shopAt(`${shop.url}/sse`)] });
    expect(JSON.stringify(field(await listed(talk), 'item.tools'))).toContain('"find"');
    const done = await answer(talk, '[[tool: find {"what":"pears"}]]');
    expect(talk.transcriptOf(done)).toBe('The tool said two pears.');
    await talk.client.close();
  });

  it('an answer that is far too large is not read, and the session goes on', async () => {
    const talk = await open({ tools: [shopAt(`${shop.url}/mcp`)] });
    await listed(talk);
    const done = await answer(talk, '[[tool: flood]]');
    expect(talk.transcriptOf(done)).toContain("The server's answer is larger than");
    expect(call(talk)).toMatchObject({ output: null, error: { type: 'protocol_error' } });
    const found = await answer(talk, '[[tool: find {"what":"pears"}]]');
    expect(talk.transcriptOf(found)).toBe('The tool said two pears.');
    await talk.client.close();
  });

  describe('nothing inside is asked', () => {
    const refusal = async (server_url: string) => {
      const talk = await open({ tools: [shopAt(server_url)] });
      const item = await listed(talk);
      expect(talk.client.types()).toContain('mcp_list_tools.failed');
      expect(field(await talk.turn('Hello'), 'response.status')).toBe('completed');
      await talk.client.close();
      return field(item, 'item.error');
    };

    it.each([
      ['loopback', '127.0.0.1'],
      ['loopback by its name', 'localhost'],
      ['a name with an address inside among others', 'mixed.example'],
    ])('%s', async (_, host) => {
      const said = `The address of '${host}' is not public.`;
      expect(await refusal(`http://${host}:${inside.port}/mcp`)).toContain(said);
    });

    it.each([
      ['loopback', () => `${inside.url}/mcp`],
      ['link-local', () => 'http://169.254.169.254/latest/meta-data/'],
      ['private', () => 'http://192.168.0.1/'],
    ])('by a redirect to %s', async (_, to) => {
      signPost.to = to();
      expect(await refusal(`${signPost.url}/mcp`)).toContain('redirects to another server');
    });

    it('by a name that means another place once it was looked at', async () => {
      const talk = await open({ tools: [shopAt(`http://rebinding.example:${inside.port}/mcp`)] });
      expect(JSON.stringify(field(await listed(talk), 'item.tools'))).toContain('"find"');
      fs.writeFileSync(moved, '');
      door.hangUp();
      const done = await answer(talk, '[[tool: find {"what":"pears"}]]');
      expect(talk.transcriptOf(done)).toContain("The address of 'rebinding.example' is not public.");
      expect(call(talk)).toMatchObject({ output: null, error: { type: 'protocol_error' } });
      await talk.client.close();
    });
  });

  describe('a result that comes late', () => {
    const book = { type: 'function', name: 'book' };
    const output = (talk: Conversation, scheduling: string) => {
      const item = talk.client.events
        .map(({ body }) => body['item'] as Record<string, unknown> | undefined)
        .findLast((one) => one?.['type'] === 'function_call');
      talk.client.send({
        type: 'conversation.item.create',
        item: {
          ...{ type: 'function_call_output', call_id: item?.['call_id'], output: 'done' },
          parley: { scheduling },
        },
      });
    };
    /** A call whose response is over, and a long answer to something else. */
    const begin = async () => {
      const talk = await open({ tools: [book] });
      await talk.turn('[[tool: book]]');
      const running = await talk.ask('[[repeat: 40]]');
      await talk.client.waitFor('response.output_text.delta');
      return { talk, running, from: talk.client.mark() };
    };
    const next = async (talk: Conversation, from: number) =>
      talk.answered(await talk.client.waitFor('response.created', { from }));

    it('is spoken of at once, where it interrupts', async () => {
      const { talk, running, from } = await begin();
      output(talk, 'interrupt');
      expect(field(await talk.answered(running), 'response.status')).toBe('cancelled');
      expect(talk.transcriptOf(await next(talk, from))).toBe('The tool said done.');
      expect(talk.errors()).toEqual([]);
      await talk.client.close();
    });

    it('is spoken of when the answer that runs is over, where it waits', async () => {
      const { talk, running, from } = await begin();
      output(talk, 'when_idle');
      expect(field(await talk.answered(running), 'response.status')).toBe('completed');
      expect(talk.transcriptOf(await next(talk, from))).toBe('The tool said done.');
      expect(talk.errors()).toEqual([]);
      await talk.client.close();
    });

    it('is remembered and no more, where it is silent', async () => {
      const { talk, running, from } = await begin();
      output(talk, 'silent');
      expect(field(await talk.answered(running), 'response.status')).toBe('completed');
      expect(talk.transcriptOf(await talk.turn('[[prompt]]'))).toContain('tool: done');
      expect(talk.client.types(from).filter((type) => type === 'response.created')).toHaveLength(1);
      expect(talk.errors()).toEqual([]);
      await talk.client.close();
    });

    it('of the server’s own tools interrupts an answer to what the user said meanwhile', async () => {
      const talk = await open({
        ...vadWithTranscripts(),
        output_modalities: ['audio'],
        tools: [shopAt(`${shop.url}/mcp`)],
        parley: { tools: { wait: { scheduling: 'interrupt' } } },
      });
      await listed(talk);
      await talk.ask('[[tool: wait]]');
      await talk.client.waitFor('response.mcp_call.in_progress');
      const from = talk.client.mark();
      await talk.client.speak(Buffer.concat([recordedUtterance(), silence(1_000)]));
      const running = await talk.client.waitFor('response.created', { from });
      await talk.client.waitFor('response.output_audio.delta', { from });
      const released = talk.client.mark();
      shop.release();
      expect(field(await talk.answered(running), 'response.status')).toBe('cancelled');
      expect(talk.transcriptOf(await next(talk, released))).toBe('The tool said waited.');
      expect(talk.errors()).toEqual([]);
      await talk.client.close();
    });
  });
});
