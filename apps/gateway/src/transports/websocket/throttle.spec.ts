import type { RequestAllowance } from '@parley/admission';
import { loopTurn } from './loop-turn';
import { dial, eventually, startGateway, type RecordingSession, type TestGateway } from './test-support';

let target: TestGateway;
afterEach(() => target.stop());

/** An allowance whose requests the test gives out. */
function allowance() {
  const budget = { left: 0 };
  const trySpend = (): boolean => budget.left > 0 && budget.left-- > 0;
  const limited: RequestAllowance = {
    facts: { limit: 7, remaining: 0, resetSeconds: 1 },
    trySpend,
    spend: async () => (trySpend() ? { ok: true } : { ok: false, retryAfterMs: 2 }),
  };
  return { budget, limited };
}

it('holds events of a key over its limit back, loses none, and tells the client once', async () => {
  const { budget, limited } = allowance();
  budget.left = 1; // The connection itself.
  target = await startGateway({}, { allowance: limited });
  const client = await dial(target.port);
  await client.event(0);
  const session = target.sessions.sessions[0]!;
  const ids = Array.from({ length: 20 }, (_, index) => `event ${index}`);
  for (const event_id of ids) client.send({ type: 'input_audio_buffer.clear', event_id });
  await client.event(1);
  expect(session.events).toEqual([]);
  budget.left = 3;
  await eventually(() => session.events.length === 3);
  budget.left = 1_000;
  await eventually(() => session.events.length === ids.length);
  expect(session.events.map((event) => event.event_id)).toEqual(ids);
  expect(client.events.slice(1)).toEqual([
    expect.objectContaining({
      type: 'error',
      error: expect.objectContaining({
        type: 'rate_limit_exceeded',
        code: 'rate_limit_exceeded',
        message: expect.stringContaining('7 requests per second'),
      }),
    }),
  ]);
  expect(session.init.rateLimits?.()).toEqual({ limit: 7, remaining: 0, resetSeconds: 1 });
  client.socket.terminate();
});

it('forgets what waits when the client goes', async () => {
  const { budget, limited } = allowance();
  budget.left = 1;
  target = await startGateway({}, { allowance: limited });
  const client = await dial(target.port);
  await client.event(0);
  const session = target.sessions.sessions[0]!;
  client.send({ type: 'input_audio_buffer.clear' });
  client.socket.terminate();
  await eventually(() => target.gateway.connections === 0);
  expect(session.closeCode).toBeDefined();
});

it('reads a flood in slices, with the others in between, and in its order', async () => {
  target = await startGateway();
  const [flood, other] = [await dial(target.port), await dial(target.port)];
  await Promise.all([flood.event(0), other.event(0)]);
  const [flooded, calm] = target.sessions.sessions as [RecordingSession, RecordingSession];
  const ids = Array.from({ length: 400 }, (_, index) => `event ${index}`);
  let before = ids.length;
  flooded.onEvent = ({ event_id }) => {
    if (event_id === ids[0]) other.send({ type: 'input_audio_buffer.clear' });
    const untilMs = performance.now() + 2;
    while (performance.now() < untilMs);
  };
  calm.onEvent = () => (before = flooded.events.length);
  for (const event_id of ids) flood.send({ type: 'input_audio_buffer.clear', event_id });
  await eventually(() => flooded.events.length === ids.length);
  expect(flooded.events.map((event) => event.event_id)).toEqual(ids);
  expect(before).toBeLessThan(ids.length);
  for (const { socket } of [flood, other]) socket.terminate();
});

it('hears much audio part after part, each in a turn of its own, and then what came after it', async () => {
  target = await startGateway();
  const client = await dial(target.port);
  await client.event(0);
  const session = target.sessions.sessions[0]!;
  const turns: number[] = [];
  const record = session.appendAudio.bind(session);
  session.appendAudio = (audio, eventId) => {
    turns.push(loopTurn());
    record(audio, eventId);
    // So long that nothing else is to be done in this turn.
    for (const untilMs = performance.now() + 6; performance.now() < untilMs;);
  };
  const audio = Buffer.from(Uint8Array.from({ length: 300 * 1_024 }, (_, n) => n % 251));
  client.send({ type: 'input_audio_buffer.append', audio: audio.toString('base64'), event_id: 'mine' });
  client.send({ type: 'input_audio_buffer.commit' });
  await eventually(() => session.events.length === 1);
  expect(session.order).toEqual([...Array.from({ length: 5 }, () => 'append'), 'input_audio_buffer.commit']);
  expect(Buffer.concat(session.appends.map((append) => append.audio)).equals(audio)).toBe(true);
  expect(new Set(session.appends.map(({ eventId }) => eventId))).toEqual(new Set(['mine']));
  expect(new Set(turns).size).toBe(5);
  client.socket.terminate();
});

it('reads on when the session takes more, and then in order', async () => {
  target = await startGateway();
  const client = await dial(target.port);
  await client.event(0);
  const session = target.sessions.sessions[0]!;
  let open = (): void => undefined;
  session.room = new Promise((resolve) => {
    open = () => {
      session.room = undefined;
      resolve();
    };
  });
  client.send({ type: 'input_audio_buffer.append', audio: 'AAAA' });
  client.send({ type: 'input_audio_buffer.commit' });
  await eventually(() => target.sessions.sessions.length === 1 && client.socket.bufferedAmount === 0);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(session.order).toEqual([]);
  open();
  await eventually(() => session.order.length === 2);
  expect(session.order).toEqual(['append', 'input_audio_buffer.commit']);
  client.socket.terminate();
});
