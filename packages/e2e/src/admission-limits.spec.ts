import { RealtimeClient, Stack, waitFor, type ServiceProcess } from '@parley/testing';
import { createKey } from './support/keys-command';

let stack: Stack;
let second: ServiceProcess;
beforeAll(async () => {
  stack = await Stack.start({
    engines: 'stand-in',
    env: { PARLEY_REQUIRE_KEYS: '1', PARLEY_MAX_SESSIONS_PER_KEY: '3' },
  });
  second = await stack.addGateway();
});
afterAll(() => stack?.stop());

const open = async (key: string, port = stack.port): Promise<RealtimeClient> => {
  const client = await RealtimeClient.connect({ url: `ws://127.0.0.1:${port}`, key });
  await client.waitFor('session.created');
  return client;
};

const opens = (key: string): Promise<boolean> =>
  open(key).then(
    () => true,
    () => false,
  );

it('counts the sessions of a key over all gateways, and those of a gateway that dies for seconds only', async () => {
  const { key } = await createKey(stack.redisUrl);
  const clients = [await open(key), await open(key, second.port), await open(key, second.port)];
  for (const port of [stack.port, second.port]) {
    await expect(open(key, port)).rejects.toThrow('429');
  }
  const { key: other } = await createKey(stack.redisUrl);
  await (await open(other)).close();

  await clients[0]?.close();
  await waitFor('the place given back', 10_000, () => opens(key));
  await expect(open(key)).rejects.toThrow('429');

  second.signal('SIGKILL');
  await second.exited;
  await waitFor('the places of the dead', 40_000, () => opens(key), 500);
  await open(key);
  await expect(open(key)).rejects.toThrow('429');
});

it('lets a key have limits of its own', async () => {
  const [one, many] = await Promise.all([
    createKey(stack.redisUrl, '--max-sessions', '1'),
    createKey(stack.redisUrl, '--max-sessions', '0'),
  ]);
  const client = await open(one.key);
  await expect(open(one.key)).rejects.toThrow('429');
  const clients = await Promise.all(Array.from({ length: 5 }, () => open(many.key)));
  await Promise.all([client, ...clients].map((each) => each.close()));
});

it('refuses requests beyond the limit of a second with 429, and says when to come again', async () => {
  const { key } = await createKey(stack.redisUrl, '--requests-per-second', '5');
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      fetch(`http://127.0.0.1:${stack.port}/v1/models`, { headers: { authorization: `Bearer ${key}` } }),
    ),
  );
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(5);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.headers.get('retry-after')).toBe('1');
  expect(await refused[0]?.json()).toMatchObject({
    error: {
      type: 'rate_limit_exceeded',
      code: 'rate_limit_exceeded',
      message: expect.stringContaining('5 requests'),
    },
  });
  await waitFor('the next second', 5_000, () => opens(key));
});
