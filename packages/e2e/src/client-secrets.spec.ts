import { RealtimeClient, Stack } from '@parley/testing';
import OpenAI from 'openai';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';
import { WebSocket } from 'ws';
import { startTap } from './support/tap';
import type { Tap } from './support/tap';

/** The stock OpenAI client, unmodified, on the REST side of a realtime application. */
let stack: Stack;
let front: Tap;
let openai: OpenAI;
beforeAll(async () => {
  stack = await Stack.start({ engines: 'stand-in', env: { PARLEY_API_KEYS: 'sk-server' } });
  front = await startTap(stack.port, { tls: true });
  openai = new OpenAI({ apiKey: 'sk-server', baseURL: `http://127.0.0.1:${stack.port}/v1`, maxRetries: 0 });
});
afterAll(async () => {
  await front?.close();
  await stack?.stop();
});

it('lists the models that are there', async () => {
  const models = await openai.models.list();
  expect(models.data.map(({ id }) => id)).toContain('test/scripted');
  expect(await openai.models.retrieve('test/scripted')).toMatchObject({ object: 'model', owned_by: 'test' });
  await expect(openai.models.retrieve('test/none')).rejects.toMatchObject({
    status: 404,
    code: 'model_not_found',
  });
  const page = new OpenAI({ apiKey: 'sk-wrong', baseURL: openai.baseURL, maxRetries: 0 });
  await expect(page.models.list()).rejects.toMatchObject({ status: 401, code: 'invalid_api_key' });
});

it('makes a secret on the server, with which a page holds the session it was made for', async () => {
  const secret = await openai.realtime.clientSecrets.create({
    expires_after: { anchor: 'created_at', seconds: 120 },
    session: {
      type: 'realtime',
      model: 'gpt-realtime',
      instructions: 'Be brief.',
      output_modalities: ['text'],
    },
  });
  expect(secret.value).toMatch(/^ek_/);
  expect(secret.session).toMatchObject({
    type: 'realtime',
    instructions: 'Be brief.',
    output_modalities: ['text'],
  });

  const page = new OpenAI({ apiKey: secret.value, baseURL: `${front.url}/v1` });
  const rt = new OpenAIRealtimeWS({ model: 'gpt-realtime', options: { rejectUnauthorized: false } }, page);
  const created = await new Promise<unknown>((resolve, reject) => {
    rt.on('session.created', resolve);
    rt.on('error', reject);
  });
  expect(created).toMatchObject({ session: { instructions: 'Be brief.', output_modalities: ['text'] } });
  rt.close();
});

it('refuses a bad configuration by the name of the parameter', async () => {
  const create = openai.realtime.clientSecrets.create({
    session: { type: 'realtime', audio: { output: { speed: 9 } } },
  });
  await expect(create).rejects.toMatchObject({
    status: 400,
    code: 'invalid_value',
    param: 'session.audio.output.speed',
  });
});

it('takes a secret as browsers send it, and none that has ended', async () => {
  const { value } = await openai.realtime.clientSecrets.create({
    expires_after: { anchor: 'created_at', seconds: 10 },
  });
  const dial = (): Promise<string> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`${stack.url}/v1/realtime?model=m`, [
        'realtime',
        `openai-insecure-api-key.${value}`,
      ]);
      socket.on('message', (data: Buffer) => {
        resolve((JSON.parse(data.toString()) as { type: string }).type);
        socket.close();
      });
    });
  expect(await dial()).toBe('session.created');
  await new Promise((resolve) => setTimeout(resolve, 10_500));
  expect(await dial()).toBe('error');
  const client = await RealtimeClient.connect({ url: stack.url, key: value });
  await client.waitFor('error');
});
