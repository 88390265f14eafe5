import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  RealtimeClient,
  Stack,
  field,
  metricSum,
  recordedUtterance,
  repositoryRoot,
  silence,
  waitFor,
} from '@parley/testing';
import type { ReceivedEvent, ServiceProcess } from '@parley/testing';
import { z } from 'zod';
import { ChatServer, chatUsage } from './support/chat-server';
import { Conversation } from './support/conversation';
import { Examples } from './support/examples';
import { createKey, keysCommand } from './support/keys-command';
import { vadWithTranscripts } from './support/turns';

const page = fs.readFileSync(path.join(repositoryRoot(), 'docs', 'cost.md'), 'utf8');
const block = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';

/** The page's prices, and those of the engines that stand in, in US dollars. */
const perMinute = 0.006;
const perMillionCharacters = 15;
const prices = {
  stt: `stt:\n  test/*: { per_minute: ${perMinute} }`,
  tts: `tts:\n  test/*: { per_million_characters: ${perMillionCharacters} }`,
};
const pricesFile = (): string => block('yaml').replace('stt:', prices.stt).replace('tts:', prices.tts);
const nanoUsd = (usd: string): number => Math.round(Number(usd) * 1e9);

const tokensOfTurn = chatUsage.total_tokens;
const { cached_tokens: cachedTokens } = chatUsage.prompt_tokens_details;
/** By the page: 0.50, 0.05 and 1.50 US dollars for a million tokens, which are so many nanodollars for one. */
const turnNanoUsd =
  (chatUsage.prompt_tokens - cachedTokens) * 500 + cachedTokens * 50 + chatUsage.completion_tokens * 1_500;

const lineSchema = z.looseObject({
  service: z.enum(['llm', 'stt', 'tts']),
  purpose: z.string(),
  model: z.string(),
  cost: z.string(),
  input_tokens: z.number().default(0),
  cached_tokens: z.number().default(0),
  output_tokens: z.number().default(0),
  audio_ms: z.number().default(0),
  characters: z.number().default(0),
});
const receiptSchema = z.object({
  usage: z.array(lineSchema),
  cost: z.object({ currency: z.literal('usd'), total: z.string(), known: z.string(), session: z.string() }),
});
type Line = z.output<typeof lineSchema>;
const receiptOf = (done: ReceivedEvent) => receiptSchema.parse(field(done, 'response.parley'));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const costOf = (lines: readonly Line[]): number => sum(lines.map(({ cost }) => nanoUsd(cost)));

/** Caps of the second gateway. */
const mostTokens = 60;
const mostMs = 2_000;

const written = { output_modalities: ['text'], model: 'custom/m' };

/** What is used, what it costs and where it ends, over two gateways, a provider and every service. */
describe('cost', () => {
  let stack: Stack;
  let provider: ChatServer;
  let second: ServiceProcess;
  let folder: string;

  beforeAll(async () => {
    provider = await ChatServer.start();
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-cost-'));
    fs.writeFileSync(path.join(folder, 'prices.yaml'), pricesFile());
    stack = await Stack.start({
      engines: 'stand-in',
      env: {
        PARLEY_REQUIRE_KEYS: '1',
        PARLEY_LLM_BASE_URL: provider.url,
        PARLEY_PRICES_FILE: path.join(folder, 'prices.yaml'),
        PARLEY_TEST_TRANSCRIPT: 'Tell me more.',
      },
    });
    second = await stack.addGateway({
      PARLEY_MAX_RESPONSE_TOKENS: String(mostTokens),
      PARLEY_MAX_RESPONSE_MS: String(mostMs),
    });
  });

  afterAll(async () => {
    await stack?.stop();
    await provider?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const urlOf = (gateway: 'first' | 'second', scheme = 'ws'): string =>
    `${scheme}://127.0.0.1:${gateway === 'first' ? stack.port : second.port}`;

  const open = (
    key: string,
    session: object = {},
    gateway: 'first' | 'second' = 'first',
    extensions = true,
  ) => Conversation.open(urlOf(gateway), { ...written, ...session }, key, extensions ? { parley: '1' } : {});

  /** Everything a key has used today, by model, as a gateway tells it. */
  async function usageOf(key: string, gateway: 'first' | 'second') {
    const response = await fetch(`${urlOf(gateway, 'http')}/v1/usage?group_by[]=model`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const body = (await response.json()) as { data: { results: Record<string, unknown>[] }[] };
    return body.data.flatMap(({ results }) => results);
  }

  const totalOf = (results: readonly Record<string, unknown>[], name: string): number =>
    sum(results.map((result) => Number(result[name])));

  const ended = async ({ client }: Conversation) => {
    const { code, reason } = await client.closedByServer();
    const last = client.events.at(-1);
    return { code, reason, last: last && [last.type, field(last, 'error.code')] };
  };
  const spent = {
    code: 4000,
    reason: 'invalid_request_error.insufficient_quota',
    last: ['error', 'insufficient_quota'],
  };
  const budgetsTold = ({ client }: Conversation) =>
    client.events.filter(({ type }) => type === 'parley.budget').map(({ body }) => body);

  it('puts every line on a receipt: words heard, tokens with those of a cache, speech, and what came to nothing', async () => {
    const { key } = await createKey(stack.redisUrl);
    const talk = await open(key, {
      output_modalities: ['audio'],
      ...vadWithTranscripts({ silence_duration_ms: 1_200 }),
    });
    // The first half seems to be all of the turn, so an answer to it is begun that the second half makes useless.
    const utterance = recordedUtterance();
    await talk.client.speak(Buffer.concat([utterance, silence(200), utterance, silence(2_500)]));
    const done = await talk.client.waitFor('response.done');
    const { usage, cost } = receiptOf(done);
    const wasted = talk.client.events.filter(
      ({ type, body }) => type === 'parley.speculation' && body['outcome'] === 'wasted',
    );
    expect(wasted.length).toBeGreaterThan(0);

    const linesFor = (purpose: string) => usage.filter((line) => line.purpose === purpose);
    const [hearing] = linesFor('transcription');
    expect(hearing?.audio_ms).toBeGreaterThan(utterance.length / 48);
    expect(nanoUsd(hearing?.cost ?? '')).toBe(
      Math.round(((hearing?.audio_ms ?? 0) * perMinute * 1e9) / 60_000),
    );
    expect(linesFor('answer')).toMatchObject([
      {
        ...{
          service: 'llm',
          model: 'custom/m',
          estimated: false,
          output_tokens: chatUsage.completion_tokens,
        },
        ...{ input_tokens: chatUsage.prompt_tokens, cached_tokens: cachedTokens },
      },
    ]);
    expect(costOf(linesFor('answer'))).toBe(turnNanoUsd);
    expect(linesFor('speech')).toMatchObject([
      { service: 'tts', model: 'test/tone', characters: 'Fine.'.length },
    ]);
    expect(costOf(linesFor('speech'))).toBe('Fine.'.length * perMillionCharacters * 1_000);
    const speculated = linesFor('speculation').filter(({ service }) => service === 'llm');
    expect(speculated).toMatchObject(
      wasted.map(() => ({ input_tokens: chatUsage.prompt_tokens, cached_tokens: cachedTokens })),
    );
    expect(nanoUsd(cost.total)).toBe(costOf(usage));
    expect([cost.known, cost.session]).toEqual([cost.total, cost.total]);

    const details = { cached_tokens: cachedTokens, text_tokens: chatUsage.prompt_tokens };
    expect(field(done, 'response.usage.input_token_details')).toMatchObject(details);
    expect(field(done, 'response.usage.input_token_details.audio_tokens')).toBeGreaterThan(0);
    expect(field(done, 'response.usage.output_token_details.audio_tokens')).toBeGreaterThan(0);
    await talk.client.close();
  });

  it('GET /v1/usage tells the same of a key as its receipts, whichever gateways were used and are asked', async () => {
    const { key, id } = await createKey(stack.redisUrl);
    const [here, there] = await Promise.all([open(key), open(key, {}, 'second')]);
    const turns = [await here.turn('One'), await there.turn('Two'), await here.turn('Three')];
    const lines = turns.flatMap((done) => receiptOf(done).usage);
    expect(costOf(lines)).toBe(3 * turnNanoUsd);
    const stock = await open(key, {}, 'second', false);
    const unreceipted = await stock.turn('Four');
    expect(field(unreceipted, 'response')).not.toHaveProperty('parley');

    for (const gateway of ['first', 'second'] as const) {
      await waitFor(
        `all of the usage at the ${gateway}`,
        20_000,
        async () => totalOf(await usageOf(key, gateway), 'num_responses') === 4,
      );
      const results = await usageOf(key, gateway);
      const [model] = results.filter(({ model: name }) => name === 'custom/m');
      expect(model).toMatchObject({
        num_responses: 4,
        input_tokens: 4 * chatUsage.prompt_tokens,
        input_cached_tokens: 4 * cachedTokens,
        output_tokens: 4 * chatUsage.completion_tokens,
      });
      expect(sum(results.map(({ cost }) => nanoUsd((cost as { value: string }).value)))).toBe(
        4 * turnNanoUsd,
      );
      expect(totalOf(results, 'num_sessions')).toBe(3);
    }
    const metrics = await stack.metrics('gateway');
    const counted = (kind: string) => metricSum(metrics, 'parley_usage_tokens_total', { key: id, kind });
    expect(counted('input')).toBe(4 * chatUsage.prompt_tokens);
    expect(counted('cached_input')).toBe(4 * cachedTokens);
    const dollars = metricSum(metrics, 'parley_usage_cost_usd_total', { key: id });
    expect(Math.round(dollars * 1e9)).toBe(4 * turnNanoUsd);
    const { key: other } = await createKey(stack.redisUrl);
    expect(await usageOf(other, 'first')).toEqual([]);
    await Promise.all([here, there, stock].map(({ client }) => client.close()));
  });

  it('a session warns that its budget nears its end, where the client asked for such things, and then stops', async () => {
    const { key } = await createKey(stack.redisUrl);
    const budget = { tokens: 2 * tokensOfTurn, warn_at: 0.5 };
    const [talk, stock] = await Promise.all([
      open(key, { parley: { budget } }),
      open(key, { parley: { budget } }, 'second', false),
    ]);
    const one = { type: 'parley.budget', scope: 'session', unit: 'tokens', limit: String(budget.tokens) };
    await talk.turn('One');
    expect(budgetsTold(talk)).toMatchObject([{ ...one, used: String(tokensOfTurn), state: 'warning' }]);
    const last = await talk.turn('Two');
    expect(field(last, 'response.status')).toBe('completed');
    expect(talk.transcriptOf(last)).toBe('Fine.');
    expect(await ended(talk)).toEqual(spent);
    expect(budgetsTold(talk).slice(1)).toMatchObject([{ ...one, used: one.limit, state: 'exhausted' }]);

    expect(field(await stock.turn('One'), 'response.status')).toBe('completed');
    expect(field(await stock.turn('Two'), 'response.status')).toBe('completed');
    expect(await ended(stock)).toEqual(spent);
    expect(stock.client.types().filter((type) => type.startsWith('parley.'))).toEqual([]);
    // The key goes on.
    const next = await open(key);
    expect(field(await next.turn('Hello'), 'response.status')).toBe('completed');
    await next.client.close();
  });

  it('the budget of a client secret holds, and cannot be raised', async () => {
    const { key } = await createKey(stack.redisUrl);
    const made = await fetch(`${urlOf('first', 'http')}/v1/realtime/client_secrets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ session: { type: 'realtime', parley: { budget: { tokens: tokensOfTurn } } } }),
    });
    const { value } = z.object({ value: z.string() }).parse(await made.json());
    const talk = await open(value, {}, 'second');
    const from = talk.client.mark();
    const raise = { type: 'realtime', parley: { budget: { tokens: 10 * tokensOfTurn } } };
    talk.client.send({ type: 'session.update', session: raise });
    const refused = await talk.client.waitFor('error', { from });
    expect(field(refused, 'error.param')).toBe('session.parley.budget.tokens');
    expect(field(await talk.turn('One'), 'response.status')).toBe('completed');
    expect(await ended(talk)).toEqual(spent);
  });

  it('the budget of a key ends its sessions at every gateway, and lets it do nothing more that costs', async () => {
    const { key, id } = await createKey(stack.redisUrl, '--day-tokens', String(2 * tokensOfTurn));
    const [here, there] = await Promise.all([open(key), open(key, {}, 'second')]);
    await there.turn('One');
    await here.turn('Two');
    expect(await Promise.all([ended(here), ended(there)])).toEqual([spent, spent]);
    expect(budgetsTold(here)).toContainEqual(
      expect.objectContaining({ scope: 'day', unit: 'tokens', state: 'exhausted' }),
    );

    for (const gateway of ['first', 'second'] as const) {
      const late = await RealtimeClient.connect({ url: urlOf(gateway), key });
      expect(await late.closedByServer()).toMatchObject({ code: 4000 });
      expect(late.types()).toEqual(['error']);
      const chat = await fetch(`${urlOf(gateway, 'http')}/v1/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'custom/m', messages: [{ role: 'user', content: 'Hello' }] }),
      });
      expect([chat.status, await chat.json()]).toMatchObject([
        429,
        { error: { code: 'insufficient_quota' } },
      ]);
      expect(totalOf(await usageOf(key, gateway), 'num_responses')).toBe(2);
    }

    await keysCommand(stack.redisUrl, 'budget', id, '--usual');
    await waitFor('another budget', 10_000, async () => {
      const again = await RealtimeClient.connect({ url: urlOf('second'), key });
      const opened = await again.waitFor('session.created').then(
        () => true,
        () => false,
      );
      await again.close();
      return opened;
    });
  });

  it('a session that only transcribes stops at its budget too', async () => {
    const { key } = await createKey(stack.redisUrl);
    const query = { intent: 'transcription', parley: '1' };
    const client = await RealtimeClient.connect({ url: urlOf('first'), key, query });
    await client.waitFor('session.created');
    const usd = '0.0001';
    client.send({
      type: 'session.update',
      session: {
        type: 'transcription',
        parley: { budget: { usd } },
        audio: { input: { turn_detection: { type: 'server_vad', silence_duration_ms: 300 } } },
      },
    });
    const updated = await client.waitFor('session.updated');
    expect(field(updated, 'session.parley')).toEqual({ budget: { usd } });
    await client.speak(Buffer.concat([recordedUtterance(), silence(2_000)]));
    const { code } = await client.closedByServer();
    expect([code, client.types().at(-1)]).toEqual([4000, 'error']);
    const told = client.events
      .filter(({ type }) => type === 'parley.budget')
      .map(({ body }) => body['state']);
    expect(told.at(-1)).toBe('exhausted');
    expect(client.types()).toContain('conversation.item.input_audio_transcription.completed');
  });

  it('a budget in dollars of a key counts what is used of every service', async () => {
    const { key } = await createKey(stack.redisUrl, '--day-usd', '0.0001');
    const talk = await open(key, { output_modalities: ['audio'] });
    const first = await talk.turn('One');
    // The tokens alone leave something of it; with the speech it is used up.
    expect(turnNanoUsd).toBeLessThan(nanoUsd('0.0001'));
    expect(nanoUsd(receiptOf(first).cost.session)).toBeGreaterThan(nanoUsd('0.0001'));
    expect(await ended(talk)).toEqual(spent);
  });

  it('an answer ends at the operator’s caps, in tokens and in time, and at the client’s own', async () => {
    const { key } = await createKey(stack.redisUrl);
    const long = async (gateway: 'first' | 'second', session: object) => {
      const talk = await open(key, { ...session, model: 'test/scripted' }, gateway);
      const done = await talk.turn('[[repeat: 90]]');
      expect(field(done, 'response')).toMatchObject({
        status: 'incomplete',
        status_details: { type: 'incomplete', reason: 'max_output_tokens' },
      });
      await talk.client.close();
      const audio = talk.client.audioOf(String(field(done, 'response.id')));
      return { said: talk.transcriptOf(done), audioMs: audio.length / 48 };
    };
    const [text, spoken, own] = await Promise.all([
      long('second', {}),
      long('second', { output_modalities: ['audio'] }),
      long('first', { output_modalities: ['audio'], parley: { max_response_ms: 1_000 } }),
    ]);
    expect(text.said.split(' ')).toHaveLength(mostTokens);
    for (const [heardMs, mayMs] of [
      [spoken.audioMs, mostMs],
      [own.audioMs, 1_000],
    ] as const) {
      expect(heardMs).toBeGreaterThan(mayMs / 2);
      expect(heardMs).toBeLessThanOrEqual(mayMs);
    }
  });

  it('every command of the page does what it says', async () => {
    const examples = new Examples('cost.md', folder);
    const { key: admin } = await createKey(stack.redisUrl, '--scope', 'admin');
    const { key, id } = await createKey(stack.redisUrl);
    const talk = await open(key);
    await talk.turn('One');
    await talk.client.close();
    await waitFor(
      'what it used',
      20_000,
      async () => totalOf(await usageOf(key, 'first'), 'num_responses') === 1,
    );
    const env = {
      ...{ REDIS_URL: stack.redisUrl, PARLEY_URL: urlOf('second', 'http') },
      ...{ PARLEY_KEY: key, PARLEY_KEY_ID: id, PARLEY_ADMIN_KEY: admin },
    };
    const set = (usd: string): unknown => expect.objectContaining({ usd, tokens: null });
    const seen = { day: set('2.50'), month: set('40.00') };
    const said: Record<string, unknown> = {
      'keys -- create': expect.stringMatching(/^sk-parley-/),
      'keys -- budget': expect.stringContaining(' of 2.50 US dollars'),
      '-X PUT': expect.objectContaining({ object: 'key.budget', api_key_id: id, source: 'key', ...seen }),
      '/v1/keys/me/budget': expect.objectContaining({ object: 'key.budget', api_key_id: id }),
      '/v1/usage': expect.objectContaining({ object: 'page' }),
      'keys -- usage': expect.stringContaining('1 sessions'),
    };
    expect(examples.blocks).toHaveLength(Object.keys(said).length);
    for (const [what, printed] of Object.entries(said)) {
      const text = (await examples.run(what, env)).trim();
      expect(text.startsWith('{') ? JSON.parse(text) : text).toEqual(printed);
    }
  });
});
