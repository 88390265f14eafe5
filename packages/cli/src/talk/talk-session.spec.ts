import { acceptUpdate, FakeGateway, type Respond } from '../testing/fake-gateway';
import { TalkSession } from './talk-session';

describe('TalkSession', () => {
  let gateway: FakeGateway | undefined;
  const start = async (respond?: Respond): Promise<FakeGateway> =>
    (gateway = await FakeGateway.start(respond));
  afterEach(async () => {
    await gateway?.stop();
    gateway = undefined;
  });

  it('connects to the realtime endpoint and configures the session', async () => {
    const { url, requests, received } = await start();
    const session = await TalkSession.connect({ url, key: 'k', model: 'a/b', voice: 'v', language: 'en' });
    const target = new URL(requests[0]!.url, url);
    expect(target.pathname).toBe('/v1/realtime');
    expect(Object.fromEntries(target.searchParams)).toEqual({ model: 'a/b', parley: '1' });
    expect(requests[0]!.authorization).toBe('Bearer k');
    expect(received[0]).toMatchObject({
      type: 'session.update',
      session: {
        type: 'realtime',
        audio: { input: { transcription: { language: 'en' } }, output: { voice: 'v' } },
      },
    });
    await session.close();
    expect(session.closed).toBe(true);
  });

  it('says that nobody answers', async () => {
    const { url } = await start();
    await gateway!.stop();
    await expect(TalkSession.connect({ url })).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('npm start'),
    });
  });

  it('passes on why the configuration was refused', async () => {
    const { url } = await start((event, reply) => {
      if (event.type === 'session.update')
        reply({ type: 'error', error: { code: 'x', message: 'no such voice' } });
    });
    await expect(TalkSession.connect({ url, voice: 'nobody' })).rejects.toMatchObject({
      code: 'refused',
      message: 'no such voice',
    });
  });

  it('gives up on a server that says nothing', async () => {
    const { url } = await start(() => undefined);
    await expect(TalkSession.connect({ url, timeoutMs: 200 })).rejects.toMatchObject({ code: 'timeout' });
  });

  it('tells what happens, and ignores events it does not know', async () => {
    const { url } = await start((event, reply, socket) => {
      acceptUpdate(event, reply, socket);
      if (event.type !== 'response.create') return;
      reply({ type: 'some.future.event', surprise: true });
      reply({ type: 'response.created', response: { id: 'r' } });
      const ids = { response_id: 'r', item_id: 'i', output_index: 0, content_index: 0 };
      reply({ type: 'response.output_audio_transcript.delta', ...ids, delta: 'Hello' });
      reply({
        type: 'response.output_audio.delta',
        ...ids,
        delta: Buffer.from([1, 0, 255, 255]).toString('base64'),
      });
      reply({ type: 'parley.turn_timing', stages: { total_ms: 12, note: 'x' }, engines: { stt: 'a/b' } });
      reply({
        type: 'response.done',
        response: { id: 'r', status: 'failed', status_details: { error: { message: 'm' } } },
      });
    });
    const session = await TalkSession.connect({ url });
    const events: unknown[] = [];
    session.on((event) => events.push(event));
    session.respond();
    await session.next('reply-done', 2000);
    expect(events).toMatchObject([
      { kind: 'reply-started', responseId: 'r' },
      { kind: 'reply-text', delta: 'Hello' },
      { kind: 'reply-audio', itemId: 'i', pcm: Int16Array.of(1, -1) },
      { kind: 'timing', stages: { total_ms: 12 }, engines: { stt: 'a/b' } },
      { kind: 'reply-done', status: 'failed', detail: 'm' },
    ]);
    await session.close();
  });

  it('reports a hang-up, and ends what waits for it', async () => {
    const { url } = await start((event, reply, socket) => {
      acceptUpdate(event, reply, socket);
      if (event.type === 'response.create') socket.close(4000, 'enough');
    });
    const session = await TalkSession.connect({ url });
    const ended = new Promise((resolve) => session.onEnd(resolve));
    const waiting = session.next('heard', 5000);
    session.respond();
    await expect(waiting).rejects.toMatchObject({
      code: 'closed',
      message: expect.stringContaining('enough'),
    });
    await expect(ended).resolves.toMatchObject({ code: 'closed' });
  });

  it('leaves a server whose events cannot be read', async () => {
    const { url } = await start((event, reply, socket) => {
      acceptUpdate(event, reply, socket);
      if (event.type === 'response.create') socket.send('{"type":"response.created"}');
    });
    const session = await TalkSession.connect({ url });
    session.respond();
    await expect(session.next('reply-done', 5000)).rejects.toMatchObject({ code: 'closed' });
  });
});
