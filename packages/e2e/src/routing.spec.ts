import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import OpenAI from 'openai';
import { Stack, field, freePort, repositoryRoot } from '@parley/testing';
import { ChatServer } from './support/chat-server';
import { Conversation } from './support/conversation';

const run = promisify(execFile);

const route = (model: string, variant = 'only') => ({
  route_id: model.replaceAll('/', '-'),
  variants: [{ variant: { variant_id: variant, model_id: model }, weight: 1 }],
});

/**
 * Which model answers, through every service. The door of llm-router stands for a hosted provider too: `custom` is that
 * door, so `custom/test/scripted` goes out over HTTP and comes in again.
 */
describe('routing through the whole stack', () => {
  let stack: Stack;
  let door: string;
  let breaking: ChatServer;
  let mending: ChatServer;

  beforeAll(async () => {
    [breaking, mending] = await Promise.all([ChatServer.start(), ChatServer.start()]);
    breaking.breaks = true;
    const port = await freePort();
    door = `http://127.0.0.1:${port}/v1`;
    stack = await Stack.start({
      engines: 'stand-in',
      env: {
        PARLEY_LLM_DOOR_PORT: String(port),
        PARLEY_LLM_BASE_URL: door,
        OPENAI_API_KEY: 'k',
        OPENAI_BASE_URL: mending.url,
        PARLEY_LLM_ENDPOINTS: `breaking=${breaking.url},mending=${mending.url}`,
      },
    });
  });
  afterAll(async () => {
    await stack?.stop();
    await Promise.all([breaking?.stop(), mending?.stop()]);
  });

  const rest = async (method: string, path: string, body?: object) => {
    const response = await fetch(`http://127.0.0.1:${stack.port}/router/v1/routers${path}`, {
      method,
      headers: { authorization: 'Bearer test-key', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  const attempts = async (provider: string): Promise<number> => {
    const lines = (await stack.metrics('llm-router')).split('\n');
    const counts = lines.filter(
      (line) => line.startsWith('parley_llm_attempts_total') && line.includes(provider),
    );
    return counts.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  };

  const text = { output_modalities: ['text'] };

  it('changes the model in mid-session, and says which providers there are when one is not', async () => {
    const talk = await Conversation.open(stack.url, text);
    expect(talk.transcriptOf(await talk.turn('One'))).toBe('You said: One.');
    const before = await attempts('"custom"');
    talk.client.send({
      type: 'session.update',
      session: { type: 'realtime', model: 'custom/test/scripted' },
    });
    await talk.client.waitFor('session.updated', { from: talk.client.mark() - 1 });
    expect(talk.transcriptOf(await talk.turn('Two'))).toBe('You said: Two.');
    expect((await attempts('"custom"')) - before).toBe(1);
    const from = talk.client.mark();
    talk.client.send({ type: 'response.create', response: { model: 'test/scripted' } });
    await talk.client.waitFor('response.done', { from });
    expect((await attempts('"custom"')) - before).toBe(1);
    talk.client.send({ type: 'session.update', session: { type: 'realtime', model: 'nobody/model' } });
    const failed = await talk.turn('Three');
    expect(field(failed, 'response.status')).toBe('failed');
    expect(JSON.stringify(field(failed, 'response.status_details'))).toContain(
      'configured: local, openai, custom, breaking, mending, test',
    );
    talk.client.send({ type: 'session.update', session: { type: 'realtime', model: 'test/scripted' } });
    expect(talk.transcriptOf(await talk.turn('Four'))).toBe('You said: Four.');
  });

  it('follows a router that is made over REST, and a change of it from the next response on', async () => {
    const router = {
      name: 'house',
      routes: [{ condition: { cel_expression: 'turn.words > 3' }, route: route('custom/test/scripted') }],
      defaultRoute: route('test/scripted'),
    };
    expect((await rest('POST', '', router)).status).toBe(201);
    const talk = await Conversation.open(stack.url, { ...text, model: 'parley/house' }, 'test-key', {
      parley: '1',
    });
    const before = await attempts('"custom"');
    expect(talk.transcriptOf(await talk.turn('short'))).toBe('You said: short.');
    expect(await attempts('"custom"')).toBe(before);
    expect(talk.transcriptOf(await talk.turn('this one is longer'))).toBe('You said: this one is longer.');
    expect(await attempts('"custom"')).toBe(before + 1);
    const routed = talk.client.events.filter(({ type }) => type === 'parley.routing');
    expect(routed.map(({ body }) => body)).toMatchObject([
      { model: 'test/scripted', router: { name: 'house', route: 'test-scripted', variant: 'only' } },
      { model: 'custom/test/scripted', attempts: [{ provider: 'custom', status: 'ok' }] },
    ]);

    const change = { routes: [], defaultRoute: route('custom/test/scripted') };
    const patched = await rest('PATCH', '/house?update_mask=routes,defaultRoute', change);
    expect(patched.body).toMatchObject({ done: true, response: { name: 'house', routes: [] } });
    await talk.turn('short');
    expect(await attempts('"custom"')).toBe(before + 2);
    expect((await rest('DELETE', '/house')).status).toBe(200);
    expect((await rest('GET', '/house')).status).toBe(404);
    const gone = await talk.turn('Hello');
    expect(JSON.stringify(field(gone, 'response.status_details'))).toContain('there is no router');
  });

  it('serves the OpenAI client at the door, and tells how it was routed', async () => {
    const openai = new OpenAI({ baseURL: door, apiKey: 'any' });
    const completion = await openai.chat.completions.create({
      model: 'custom/test/scripted',
      messages: [{ role: 'user', content: 'Hello' }],
      ...{ models: [] },
    });
    expect(completion).toMatchObject({
      choices: [{ message: { content: 'You said: Hello.' } }],
      metadata: { attempts: [{ provider: 'custom', model: 'test/scripted', status: 'success' }] },
    });
  });

  it('takes the router of the page over REST, and answers its program', async () => {
    const page = fs.readFileSync(path.join(repositoryRoot(), 'docs', 'routers.md'), 'utf8');
    const block = (language: string): string =>
      new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';
    const made = await rest('POST', '', JSON.parse(block('json')) as object);
    expect([made.status, made.body]).toMatchObject([201, { name: 'support', displayName: 'Support line' }]);
    // Of more than forty words, so that its first condition holds.
    const messages = [{ role: 'user', content: 'please '.repeat(41) }];
    const program = `import OpenAI from 'openai';
      const messages = ${JSON.stringify(messages)};
      ${block('ts').replace('http://127.0.0.1:8085/v1', door)}
      console.log(JSON.stringify(completion));`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
      cwd: path.join(repositoryRoot(), 'packages', 'e2e'),
      env: { ...process.env, PARLEY_API_KEY: 'any' },
    });
    expect(JSON.parse(stdout)).toMatchObject({
      choices: [{ message: { content: mending.says } }],
      metadata: { attempts: [{ provider: 'openai', model: 'gpt-4.1', status: 'success' }] },
    });
    expect(mending.last.messages[0]).toMatchObject({
      role: 'system',
      content: 'The caller is upset: apologise once, then help.',
    });
    expect(mending.last).toMatchObject({ model: 'gpt-4.1', temperature: 0.3 });
  });

  describe('a model that fails in the midst of its answer', () => {
    const begun = 'The river rises in the hills, and';
    const remaining = ' runs through three towns to the sea.';
    const attempts = [
      { provider: 'breaking', model: 'm', status: 'transient' },
      { provider: 'mending', model: 'm' },
    ];

    beforeAll(async () => {
      breaking.says = begun;
      // Told to go on, models begin anew all the same.
      mending.says = begun + remaining;
      const variant = {
        variant_id: 'only',
        model_id: 'breaking/m',
        model_selection: { models: ['mending/m'] },
      };
      const defaultRoute = { route_id: 'all', variants: [{ variant, weight: 1 }] };
      await rest('POST', '', { name: 'river', routes: [], defaultRoute });
    });

    it('is gone on from in a spoken answer: every word once, and one end', async () => {
      const spoken = { model: 'parley/river', output_modalities: ['audio'] };
      const talk = await Conversation.open(stack.url, spoken, 'test-key', { parley: '1' });
      const done = await talk.turn('Tell me of the river');
      expect(field(done, 'response.status')).toBe('completed');
      expect(talk.transcriptOf(done)).toBe(begun + remaining);
      const told = talk.client.events.filter(({ type }) => type === 'response.output_audio_transcript.delta');
      expect(told.map(({ body }) => body['delta']).join('')).toBe(begun + remaining);
      expect(talk.client.types().filter((type) => type === 'response.done')).toHaveLength(1);
      expect(talk.errors()).toEqual([]);
      expect(mending.last.messages).toContainEqual({ role: 'assistant', content: begun });
      const routed = talk.client.events.filter(({ type }) => type === 'parley.routing');
      expect(routed.at(-1)?.body).toMatchObject({ model: 'mending/m', attempts });
      const lines = field(done, 'response.parley.usage') as Record<string, unknown>[];
      const models = lines.filter(({ service }) => service === 'llm');
      expect(models).toMatchObject([
        { purpose: 'retry', model: 'breaking/m', estimated: true },
        { purpose: 'answer', model: 'mending/m', estimated: false },
      ]);
    });

    it.each(['llm-router', 'gateway'])('is gone on from at the door of the %s', async (service) => {
      const baseURL = service === 'gateway' ? `http://127.0.0.1:${stack.port}/v1` : door;
      const openai = new OpenAI({ baseURL, apiKey: 'any', maxRetries: 0 });
      const stream = await openai.chat.completions.create({
        model: 'parley/river',
        messages: [{ role: 'user', content: 'Tell me of the river' }],
        stream: true,
      });
      let text = '';
      const ends: unknown[] = [];
      for await (const { choices } of stream) {
        text += choices[0]?.delta.content ?? '';
        if (choices[0]?.finish_reason != null) ends.push(choices[0].finish_reason);
      }
      expect([text, ends]).toEqual([begun + remaining, ['stop']]);
    });
  });
});
