import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { chatRequest, collect } from '../../testing/collect';
import { configOf } from '../../testing/config';
import { beginEvents, chunk, sendEvent, WireServer } from '../../testing/wire-server';
import { hostedProviders } from '../hosted/hosted';

const server = new WireServer();
let provider: ReturnType<typeof hostedProviders>[number];

beforeAll(async () => {
  [provider] = hostedProviders(configOf({ PARLEY_LLM_BASE_URL: await server.start() })) as [typeof provider];
});
afterAll(() => server.stop());

it('an answer is over at [DONE], also where its server never closes the stream, which is then let go', async () => {
  server.respond = (response) => {
    beginEvents(response);
    sendEvent(response, chunk({ content: 'Whole.' }));
    sendEvent(response, chunk({}, 'stop'));
    sendEvent(response, '[DONE]');
  };
  const { text, events, error } = await collect(provider, chatRequest());
  expect({ text, error, last: events.at(-1)?.type }).toEqual({
    text: 'Whole.',
    error: undefined,
    last: 'finished',
  });
  await server.requests[0]!.gone;
});

it('and a connection is used again whose stream closes a little later', async () => {
  const sockets = new Set<Socket | null>();
  server.respond = (response) => {
    sockets.add(response.socket);
    beginEvents(response);
    sendEvent(response, chunk({ content: 'Whole.' }, 'stop'));
    sendEvent(response, '[DONE]');
    setTimeout(() => response.end(), 10);
  };
  for (let answer = 0; answer < 5; answer += 1) {
    expect((await collect(provider, chatRequest())).text).toBe('Whole.');
    await sleep(50);
  }
  expect(sockets.size).toBeLessThan(5);
});
