import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import OpenAI from 'openai';
import { RealtimeClient, Stack, field, metricSum, repositoryRoot } from '@parley/testing';
import type { ReceivedEvent } from '@parley/testing';
import { ChatServer, chatUsage } from './support/chat-server';
import { Conversation } from './support/conversation';
import { spokenTurn, vadWithTranscripts } from './support/turns';

const page = fs.readFileSync(path.join(repositoryRoot(), 'docs', 'routers.md'), 'utf8');
const file = /^```yaml\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '';

const hedgeMs = 300;
const written = { output_modalities: ['text'] };

interface Attempt {
  readonly provider: string;
  readonly model: string;
  readonly status: string;
  readonly latencyMs: number;
}

/** Which of several providers answers, and with what, through a gateway's session and its door. */
describe('routers, selections and keys', () => {
  let stack: Stack;
  let quick: ChatServer;
  let late: ChatServer;
  let openai: OpenAI;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-routers-'));

  beforeAll(async () => {
    [quick, late] = await Promise.all([ChatServer.start(), ChatServer.start()]);
    quick.says = 'Said by the quick one, at once and whole.';
    late.says = 'Said by the late one, in its own good time.';
    quick.refused.add('spent');
    fs.writeFileSync(path.join(folder, 'routers.yaml'), file);
    stack = await Stack.start({
      engines: 'stand-in',
      env: {
        OPENAI_API_KEY: 'spent,good',
        OPENAI_BASE_URL: quick.url,
        GROQ_API_KEY: 'k',
        GROQ_BASE_URL: quick.url,
        CEREBRAS_API_KEY: 'none',
        CEREBRAS_BASE_URL: late.url,
        MISTRAL_API_KEY: 'k',
        MISTRAL_BASE_URL: quick.url,
        PARLEY_LLM_ENDPOINTS: `quick=${quick.url},late=${late.url}`,
        PARLEY_LLM_HEDGE_MS: String(hedgeMs),
        PARLEY_ROUTERS_FILE: path.join(folder, 'routers.yaml'),
        PARLEY_TEST_TRANSCRIPT: 'Tell me more.',
      },
    });
    openai = new OpenAI({ baseURL: `http://127.0.0.1:${stack.port}/v1`, apiKey: 'any', maxRetries: 0 });
  });
  afterAll(async () => {
    await stack?.stop();
    await Promise.all([quick?.stop(), late?.stop()]);
    fs.rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => Object.assign(late, { waitMs: 0, tokenMs: 0 }));

  const make = async (router: { name: string } & Record<string, unknown>) => {
    const response = await fetch(`http://127.0.0.1:${stack.port}/router/v1/routers`, {
      method: 'POST',
      headers: { authorization: 'Bearer test-key', 'content-type': 'application/json' },
      body: JSON.stringify(router),
    });
    expect(response.status).toBe(201);
  };
  /** A chat completion at the gateway's door: who answered, and who was asked. */
  const ask = async (body: object) => {
    const completion = await openai.chat.completions.create({
      messages: [{ role: 'user', content: 'Hello' }],
      ...body,
    } as OpenAI.ChatCompletionCreateParamsNonStreaming);
    const { attempts = [] } = (completion.metadata ?? {}) as unknown as { attempts?: Attempt[] };
    return { said: completion.choices[0]?.message.content, attempts };
  };
  const open = (session: object, query: Readonly<Record<string, string>> = {}) =>
    Conversation.open(stack.url, { ...written, ...session }, 'test-key', { parley: '1', ...query });
  const routings = ({ client }: { client: RealtimeClient }): ReceivedEvent['body'][] =>
    client.events.filter(({ type }) => type === 'parley.routing').map(({ body }) => body);

  it('follows what is heard in a voice, and how much was said', async () => {
    const variant = (variant_id: string, more: object = {}) => ({
      route_id: variant_id,
      variants: [{ variant: { variant_id, model_id: 'quick/m', ...more }, weight: 1 }],
    });
    const heard = { role: 'system', content: 'They sound {{persona.emotion}}, {{persona.pitch}}.' };
    await make({
      name: 'voices',
      routes: [
        { condition: { cel_expression: 'turn.words > 40' }, route: variant('long') },
        {
          condition: {
            cel_expression:
              'persona.emotion in ["neutral", "calm", "sad", "happy", "angry"] && persona.pitch == "low" && persona.confidence.pitch > 0.5',
          },
          route: variant('deep', { message_templates: [heard] }),
        },
        { condition: { cel_expression: 'persona.emotion == "frustrated"' }, route: variant('upset') },
      ],
      defaultRoute: variant('others'),
    });
    const talk = await open({ ...vadWithTranscripts(), model: 'parley/voices' });
    await talk.turn('Hello');
    await spokenTurn(talk.client);
    expect(String(quick.last.messages[0]?.content)).toMatch(
      /They sound (neutral|calm|sad|happy|angry), low\.$/,
    );
    await talk.turn('please '.repeat(41));
    expect(routings(talk).map(({ router }) => (router as { route: string }).route)).toEqual([
      'others',
      'deep',
      'long',
    ]);
    await talk.client.close();
  });

  it('gives a user the same variant, in a session as at the door, and shapes the request as it says', async () => {
    const variant = (variant_id: string, temperature: number) => ({
      variant: {
        variant_id,
        model_id: `quick/${variant_id}`,
        text_generation_config: { temperature, maxNewTokens: 77 },
        message_templates: [
          { role: 'system', content: `You are ${variant_id}.` },
          { role: 'user', content: 'I am {{user}}, of the {{metadata.plan}} plan.' },
          { role: 'assistant', content: 'Welcome.' },
        ],
      },
      weight: 1,
    });
    const variants = [variant('one', 0.25), variant('two', 0.75)];
    await make({ name: 'halves', routes: [], defaultRoute: { route_id: 'all', variants } });
    const users = Array.from({ length: 8 }, (_, index) => `user-${index}`);
    const chosen = async (user: string) =>
      (await ask({ model: 'parley/halves', user })).attempts[0]?.model ?? '';
    const first = await Promise.all(users.map(chosen));
    expect(new Set(first)).toEqual(new Set(['one', 'two']));
    expect(await Promise.all(users.map(chosen))).toEqual(first);

    for (const wanted of ['one', 'two']) {
      const user = users[first.indexOf(wanted)] ?? '';
      const path = `/api/v1/realtime/session?key=voice-${wanted}&protocol=realtime`;
      const client = await RealtimeClient.connect({ url: stack.url, path });
      await client.waitFor('session.created');
      client.send({
        type: 'session.update',
        session: {
          model: 'inworld/halves',
          output_modalities: ['text'],
          instructions: 'Be kind.',
          providerData: { user_id: user, metadata: { plan: 'gold' } },
        },
      });
      await client.waitFor('session.updated');
      client.send({
        type: 'conversation.item.create',
        item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hello' }] },
      });
      client.send({ type: 'response.create' });
      expect(field(await client.waitFor('response.done'), 'response.status')).toBe('completed');
      expect(quick.last).toMatchObject({
        model: wanted,
        temperature: wanted === 'one' ? 0.25 : 0.75,
        max_tokens: 77,
        messages: [
          { role: 'system', content: `Be kind.\n\nYou are ${wanted}.` },
          { role: 'user', content: `I am ${user}, of the gold plan.` },
          { role: 'assistant', content: 'Welcome.' },
          { role: 'user', content: 'Hello' },
        ],
      });
      await client.close();
    }
  });

  it('asks the first of a request’s models that can', async () => {
    const { said, attempts } = await ask({ models: ['openai/gpt-4.1-mini', 'late/m'], ignore: ['openai'] });
    expect([said, attempts.length]).toEqual([late.says, 1]);
    await quick.stop();
    const failing = await ask({ models: ['quick/m', 'late/m'] });
    expect(failing).toMatchObject({
      said: late.says,
      attempts: [
        { provider: 'quick', model: 'm', status: 'transient', latencyMs: expect.any(Number) as number },
        { provider: 'late', model: 'm', status: 'success' },
      ],
    });
    await quick.restart();
  });

  it('asks the providers of a model in the order that is said, and no other where that is said', async () => {
    const order = ['cerebras', 'groq'];
    const asked = { models: ['gpt-oss-120b'], provider: { order } };
    const statuses = async (body: object) =>
      (await ask(body)).attempts.map(({ provider, status }) => `${provider} ${status}`);
    expect(await statuses({ ...asked, ignore: ['cerebras'] })).toEqual(['groq success']);
    expect(await statuses(asked)).toEqual(['cerebras success']);
    late.refused.add('none');
    const alone = () => ask({ ...asked, provider: { order, allow_fallbacks: false } });
    await expect(alone()).rejects.toMatchObject({ status: 502, code: 'key_refused' });
    // Its circuit is open now.
    await expect(alone()).rejects.toMatchObject({ status: 502, code: 'circuit_open' });
    expect(await statuses(asked)).toEqual(['groq success']);
  });

  describe('auto, by', () => {
    /** What one model alone takes, so that there is something to measure. */
    const measure = async (model: string) => {
      for (let asked = 0; asked < 2; asked += 1) await ask({ model });
    };
    const first = async (body: object) => {
      const [attempt] = (await ask(body)).attempts;
      return `${attempt?.provider}/${attempt?.model}`;
    };

    it('price: the cheapest of all there are', async () => {
      const listed = await fetch(`http://127.0.0.1:${stack.port}/llm/v1alpha/models`, {
        headers: { authorization: 'Bearer any' },
      });
      const { models } = (await listed.json()) as {
        models: { model: string; provider: string; pricing?: { input: number; output: number } }[];
      };
      const prices = new Map(
        models.map(({ provider, model, pricing }) => [
          `${provider}/${model}`,
          pricing === undefined ? Infinity : (3 * pricing.input + pricing.output) / 4,
        ]),
      );
      const chosen = prices.get(await first({ model: 'auto', sort: ['price'] }));
      expect(models.length).toBeGreaterThan(20);
      expect(chosen).toBe(Math.min(...prices.values()));
    });

    it('latency and throughput: as its own traffic showed them', async () => {
      Object.assign(late, { waitMs: 1_000, tokenMs: 60 });
      for (const server of [late, quick]) server.usage = { ...chatUsage, completion_tokens: 9 };
      await measure('late/m');
      await measure('quick/m');
      // It was measured, and nobody is asked beside it any more.
      Object.assign(late, { waitMs: 0, tokenMs: 0 });
      for (const metric of ['latency', 'throughput']) {
        expect(await first({ models: ['late/m', 'quick/m'], sort: [metric] })).toBe('quick/m');
      }
      const slowest = [{ metric: 'latency', direction: 'desc' }];
      expect(await first({ models: ['quick/m', 'late/m'], sort: slowest })).toBe('late/m');
    });

    it.each([
      ['intelligence', 'openai/gpt-4.1'],
      ['coding', 'openai/gpt-4.1'],
    ])('%s: by the scores of the page’s file', async (metric, model) => {
      expect(await first({ model: 'auto', sort: [metric] })).toBe(model);
    });
  });

  it('follows the page’s file, which REST does not change', async () => {
    const path = '/api/v1/realtime/session?key=voice-night&protocol=realtime';
    const client = await RealtimeClient.connect({ url: stack.url, path });
    await client.waitFor('session.created');
    const turn = async (plan: string) => {
      const from = client.mark();
      client.send({
        type: 'session.update',
        session: {
          model: 'inworld/night',
          output_modalities: ['text'],
          providerData: { tts: { language: 'de' }, metadata: { plan } },
        },
      });
      await client.waitFor('session.updated', { from });
      const asked = quick.bodies.length;
      client.send({ type: 'response.create' });
      await client.waitFor('response.done', { from });
      // Others may have been asked beside the first, when that took its time.
      return quick.bodies[asked]?.model;
    };
    expect(await turn('pro')).toBe('mistral-small-latest');
    expect(await turn('free')).not.toBe('mistral-small-latest');
    await client.close();
    const removed = await fetch(`http://127.0.0.1:${stack.port}/router/v1/routers/night`, {
      method: 'DELETE',
      headers: { authorization: 'Bearer any' },
    });
    expect(removed.ok).toBe(false);
  });

  it('asks a second model beside a first that says nothing, and bills both', async () => {
    late.waitMs = 1_500;
    const hedges = async (outcome: string) =>
      metricSum(await stack.metrics('llm-router'), 'parley_llm_hedges_total', { outcome });
    const before = await hedges('won');
    const variant = { variant_id: 'v', model_id: 'late/m', model_selection: { models: ['quick/m'] } };
    await make({
      name: 'hedged',
      routes: [],
      defaultRoute: { route_id: 'all', variants: [{ variant, weight: 1 }] },
    });
    const talk = await open({ model: 'parley/hedged' });
    const done = await talk.turn('Hello');
    expect(talk.transcriptOf(done)).toBe(quick.says);
    expect(await hedges('won')).toBe(before + 1);
    const lines = field(done, 'response.parley.usage') as Record<string, unknown>[];
    expect(lines.filter(({ service }) => service === 'llm')).toMatchObject([
      { purpose: 'hedge', model: 'late/m', estimated: true },
      { purpose: 'answer', model: 'quick/m', estimated: false },
    ]);
    await talk.client.close();
  });

  it('tries the next key where one is refused, and leaves that one alone', async () => {
    const from = quick.keys.length;
    const talk = await open({ model: 'openai/gpt-4.1-mini' });
    for (const text of ['One', 'Two', 'Three', 'Four']) {
      expect(talk.transcriptOf(await talk.turn(text))).toBe(quick.says);
    }
    const used = quick.keys.slice(from);
    expect(used.filter((key) => key === 'good')).toHaveLength(4);
    expect(quick.keys.filter((key) => key === 'spent')).toHaveLength(1);
    await talk.client.close();
  });

  it('asks for a model that nobody knows as it is, with one warning', async () => {
    const talk = await open({ model: 'openai/gpt-of-tomorrow' });
    expect(talk.transcriptOf(await talk.turn('One'))).toBe(quick.says);
    expect(quick.last.model).toBe('gpt-of-tomorrow');
    await talk.turn('Two');
    expect(talk.errors()).toEqual([]);
    const warned = stack
      .logs('llm-router')
      .split('\n')
      .filter((line) => line.includes('openai/gpt-of-tomorrow is not in the catalogue'));
    expect(warned).toHaveLength(1);
    await talk.client.close();
  });
});
