import { Stack, field } from '@parley/testing';
import { FrameSource, FuzzClient, rawBytesOf, sendRawBytes } from '@parley/testing/fuzz';
import { Conversation } from './support/conversation';

/** A new one each time, so that time finds more; a run is repeated with PARLEY_FUZZ_SEED. */
const seed = Number(process.env['PARLEY_FUZZ_SEED'] ?? Date.now() % 2 ** 31);
/** Those that found something once. */
const recordedSeeds = [1];

/** The long mode is `npm run bench -- fuzz`. */
describe(`bad clients (PARLEY_FUZZ_SEED=${seed})`, () => {
  let stack: Stack;
  let neighbour: Conversation;

  beforeAll(async () => {
    stack = await Stack.start({
      engines: 'stand-in',
      env: { PARLEY_MAX_REQUESTS_PER_SECOND_PER_KEY: '0' },
    });
    neighbour = await Conversation.open(stack.url);
  });

  afterEach(async () => {
    const done = await neighbour.turn('Still fine?');
    expect(field(done, 'response.status')).toBe('completed');
    expect(neighbour.errors()).toEqual([]);
    expect(stack.ended).toEqual([]);
  });

  afterAll(async () => {
    await stack?.stop();
  });

  it.each([...recordedSeeds, seed])('get errors, never break a session or a rule (seed %s)', async (of) => {
    const clients = await Promise.all(
      [0, 1, 2].map((n) => FuzzClient.connect(stack.url, new FrameSource(of + n, 300))),
    );
    for (const client of clients) {
      await client.send(700);
      await client.hangUp();
      expect(client.faults).toEqual([]);
      expect(client.counts.created).toBe(client.counts.done);
      expect(client.counts.sent === 700 || client.isSpent).toBe(true);
    }
    expect(clients.reduce((sum, { counts }) => sum + counts.errors, 0)).toBeGreaterThan(100);
  });

  it('may send bytes that are no WebSocket at all', async () => {
    const connections = rawBytesOf(seed, 200);
    for (let i = 0; i < connections.length; i += 20)
      await Promise.all(connections.slice(i, i + 20).map((chunks) => sendRawBytes(stack.port, chunks)));
    expect(stack.logs('gateway')).not.toContain('uncaught');
  });
});
