import { isDeepStrictEqual } from 'node:util';
import { dial, startGateway, type TestGateway } from './test-support';

let target: TestGateway;
beforeEach(async () => (target = await startGateway()));
afterEach(() => target.stop());

it('sends an event around audio of megabytes as one message, and what follows it after it', async () => {
  const client = await dial(target.port);
  await client.event(0);
  const { connection } = target.sessions.sessions[0]!;
  const mark = 'the-audio';
  const other = Buffer.from('QQ==');
  const audio = Array.from({ length: 40 }, (_, n) => Buffer.alloc(100_000, 65 + (n % 26)));
  connection.sendAround(
    {
      type: 'conversation.item.retrieved',
      item: {
        id: 'i',
        type: 'message',
        status: 'completed',
        role: 'user',
        content: [
          { type: 'input_audio', transcript: 'Grüße, "so".', audio: mark },
          { type: 'input_audio', transcript: null, audio: 'the-other' },
          { type: 'input_audio', transcript: null, audio: mark },
        ],
      },
    },
    new Map([
      [mark, audio],
      ['the-other', [other]],
    ]),
  );
  connection.send({ type: 'input_audio_buffer.cleared' });
  const event = (await client.event(1)) as { event_id: string; item: { content: { audio: string }[] } };
  expect(event).toMatchObject({
    type: 'conversation.item.retrieved',
    event_id: expect.stringMatching(/^event_\w+$/),
    item: { content: [{ transcript: 'Grüße, "so".' }, { transcript: null }, { transcript: null }] },
  });
  const whole = Buffer.concat(audio).toString();
  const texts = event.item.content.map(({ audio: text }) => text);
  expect(isDeepStrictEqual(texts, [whole, 'QQ==', whole])).toBe(true);
  expect(await client.event(2)).toMatchObject({ type: 'input_audio_buffer.cleared' });
});

it('keeps one long answer for a client that does not read, not every one that it asks for', async () => {
  const client = await dial(target.port);
  await client.event(0);
  const { connection } = target.sessions.sessions[0]!;
  client.socket.pause();
  const content = [{ type: 'input_audio', transcript: null, audio: 'the-audio' }] as const;
  const item = {
    id: 'i',
    type: 'message',
    status: 'completed',
    role: 'user',
    content: [...content],
  } as const;
  const piece = Buffer.alloc(1024 * 1024, 65);
  const audio = new Map([['the-audio', Array.from({ length: 10 }, () => piece)]]);
  for (let time = 0; time < 8; time += 1) {
    connection.sendAround(
      { type: 'conversation.item.retrieved', item: { ...item, content: [...content] } },
      audio,
    );
  }
  expect(connection.bufferedBytes).toBeLessThan(22 * 1024 * 1024);
  expect(connection.bufferedBytes).toBeGreaterThan(10 * 1024 * 1024);
});
