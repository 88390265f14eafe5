import { acceptUpdate, FakeGateway, type Respond } from '../testing/fake-gateway';
import { converse, transcribe } from './converse';

const ids = { response_id: 'r', item_id: 'i', output_index: 0, content_index: 0 };
const audio = new Int16Array(2400).fill(7);

/** Hears a turn in the first frame of sound and answers it. */
function answering(status = 'completed'): Respond {
  let heard = false;
  return (event, reply, socket) => {
    acceptUpdate(event, reply, socket);
    if (event.type !== 'input_audio_buffer.append' || heard) return;
    heard = true;
    reply({ type: 'input_audio_buffer.speech_started', item_id: 'u', audio_start_ms: 0 });
    reply({ type: 'input_audio_buffer.speech_stopped', item_id: 'u', audio_end_ms: 100 });
    reply({ type: 'response.created', response: { id: 'r' } });
    const transcript = 'conversation.item.input_audio_transcription.completed';
    reply({ type: transcript, item_id: 'u', content_index: 0, transcript: ' Hello. ' });
    reply({ type: 'response.output_audio_transcript.delta', ...ids, delta: 'Hi there.' });
    reply({ type: 'response.output_audio.delta', ...ids, delta: Buffer.alloc(960).toString('base64') });
    reply({ type: 'response.done', response: { id: 'r', status } });
  };
}

describe('converse', () => {
  let gateway: FakeGateway;
  afterEach(() => gateway.stop());

  it('speaks the whole recording and comes back with what was heard and answered', async () => {
    gateway = await FakeGateway.start(answering());
    const { heard, replies, spokenMs } = await converse(audio, { url: gateway.url });
    expect(heard).toEqual(['Hello.']);
    expect(replies).toMatchObject([{ text: 'Hi there.', status: 'completed' }]);
    expect(replies[0]!.audio).toHaveLength(480);
    expect(spokenMs).toBeGreaterThan(0);
    const sent = gateway.received
      .filter((event) => event.type === 'input_audio_buffer.append')
      .map((event) => Buffer.from(String(event['audio']), 'base64'));
    expect(Buffer.concat(sent).readInt16LE(2 * 2399)).toBe(7);
  });

  it('says that nothing was heard', async () => {
    gateway = await FakeGateway.start();
    await expect(converse(audio, { url: gateway.url, hearTimeoutMs: 200 })).rejects.toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('no speech was heard'),
    });
  });

  it('says which part of an answer never came', async () => {
    gateway = await FakeGateway.start((event, reply, socket) => {
      acceptUpdate(event, reply, socket);
      if (event.type !== 'input_audio_buffer.append' || gateway.received.length > 2) return;
      reply({ type: 'input_audio_buffer.speech_started', item_id: 'u' });
      reply({ type: 'input_audio_buffer.speech_stopped', item_id: 'u' });
    });
    await expect(converse(audio, { url: gateway.url, stallTimeoutMs: 300 })).rejects.toMatchObject({
      message: expect.stringContaining('a transcript did not come'),
    });
  });

  it('fails when the server hangs up', async () => {
    gateway = await FakeGateway.start((event, reply, socket) => {
      acceptUpdate(event, reply, socket);
      if (event.type === 'input_audio_buffer.append') socket.close(1011, 'broken');
    });
    await expect(converse(audio, { url: gateway.url })).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('transcribe', () => {
  it('sends everything at once, commits, and returns the transcript', async () => {
    const gateway = await FakeGateway.start((event, reply, socket) => {
      acceptUpdate(event, reply, socket);
      if (event.type !== 'input_audio_buffer.commit') return;
      const type = 'conversation.item.input_audio_transcription.completed';
      reply({ type, item_id: 'u', content_index: 0, transcript: 'all of it' });
    });
    await expect(transcribe(new Int16Array(60_000), { url: gateway.url })).resolves.toBe('all of it');
    const [update] = gateway.received;
    expect(update).toMatchObject({ session: { audio: { input: { turn_detection: null } } } });
    expect(gateway.received.map((event) => event.type)).not.toContain('response.create');
    await gateway.stop();
  });
});
