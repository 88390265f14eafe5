import { Stack, field, recordedUtterance } from '@parley/testing';
import type { ServiceName } from '@parley/testing';
import { Conversation, sentences } from './support/conversation';

const speech = {
  audio: {
    input: {
      transcription: { model: 'whisper-1' },
      turn_detection: { type: 'server_vad', silence_duration_ms: 300 },
    },
  },
};

describe('a worker is killed in mid-conversation and a second one is running', () => {
  let stack: Stack;

  beforeEach(async () => {
    stack = await Stack.start({
      engines: 'stand-in',
      counts: { 'stt-worker': 2, 'llm-router': 2, 'tts-worker': 2, 'persona-analyzer': 2 },
      env: { PARLEY_TEST_LLM_TOKEN_MS: '30', PARLEY_TEST_TRANSCRIPT: 'Go on.' },
    });
  });

  afterEach(async () => {
    await stack?.stop();
  });

  it.each<ServiceName>(['llm-router', 'tts-worker'])(
    '%s dies while the reply streams: it is finished, nothing repeated, nothing lost',
    async (service) => {
      const conversation = await Conversation.open(stack.url, speech);
      await conversation.turn('Hello.');
      const created = await conversation.ask('[[repeat: 12]]');
      await conversation.client.waitFor('response.output_audio.delta', {
        from: conversation.client.mark() - 1,
      });
      await stack.killWorkerOf(service, 'SIGKILL');
      const done = await conversation.answered(created);
      expect(field(done, 'response.status')).toBe('completed');
      expect(conversation.transcriptOf(done)).toBe(sentences(12));
      const after = await conversation.turn('Still there?');
      expect(conversation.transcriptOf(after)).toBe('You said: Still there?.');
      expect(conversation.chain()).toHaveLength(6);
      expect(conversation.errors()).toEqual([]);
    },
  );

  it('stt-worker dies while the user speaks: the turn is heard once', async () => {
    const conversation = await Conversation.open(stack.url, speech);
    const pcm = recordedUtterance();
    const half = Math.floor(pcm.length / 4) * 2;
    await conversation.client.speak(pcm.subarray(0, half));
    await conversation.client.waitFor('input_audio_buffer.speech_started');
    await stack.killWorkerOf('stt-worker', 'SIGKILL');
    await conversation.client.speak(Buffer.concat([pcm.subarray(half), Buffer.alloc(48 * 2_000)]));
    const done = await conversation.client.waitFor('response.done', { timeoutMs: 20_000 });
    expect(field(done, 'response.status')).toBe('completed');
    const count = (type: string): number => conversation.client.types().filter((t) => t === type).length;
    expect(count('input_audio_buffer.speech_started')).toBe(1);
    expect(count('input_audio_buffer.committed')).toBe(1);
    expect(count('conversation.item.input_audio_transcription.completed')).toBe(1);
    expect(conversation.errors()).toEqual([]);
  });

  it('persona-analyzer dies: nobody notices', async () => {
    const conversation = await Conversation.open(stack.url, speech);
    await stack.killWorkerOf('persona-analyzer', 'SIGKILL');
    await stack.killWorkerOf('persona-analyzer', 'SIGKILL');
    await conversation.client.speak(Buffer.concat([recordedUtterance(), Buffer.alloc(48 * 1_000)]));
    const done = await conversation.client.waitFor('response.done', { timeoutMs: 20_000 });
    expect(field(done, 'response.status')).toBe('completed');
    expect(conversation.errors()).toEqual([]);
  });

  it('NATS restarts under a live session: the session goes on', async () => {
    const conversation = await Conversation.open(stack.url, speech);
    await conversation.turn('Before.');
    await stack.restartNats();
    const done = await conversation.turn('After.');
    expect(conversation.transcriptOf(done)).toBe('You said: After..');
    await conversation.client.speak(Buffer.concat([recordedUtterance(), Buffer.alloc(48 * 1_000)]));
    const from = conversation.client.events.indexOf(done) + 1;
    const spoken = await conversation.client.waitFor('response.done', { from, timeoutMs: 20_000 });
    expect(field(spoken, 'response.status')).toBe('completed');
  });

  it('Redis goes away and comes back: the running session goes on and its items are written', async () => {
    const conversation = await Conversation.open(stack.url);
    await conversation.turn('Before.');
    await stack.stopRedis();
    const done = await conversation.turn('Meanwhile.');
    expect(field(done, 'response.status')).toBe('completed');
    await stack.startRedis();
    const after = await conversation.turn('After.');
    expect(field(after, 'response.status')).toBe('completed');
  });
});

describe('a worker is killed and there is no second one', () => {
  it.each<ServiceName>(['llm-router', 'tts-worker', 'stt-worker'])(
    '%s: a clear error, and recovery when one returns',
    async (service) => {
      const stack = await Stack.start({
        engines: 'stand-in',
        env: { PARLEY_TEST_LLM_TOKEN_MS: '30', PARLEY_TEST_TRANSCRIPT: 'Go on.' },
      });
      try {
        const conversation = await Conversation.open(stack.url, speech);
        const created = await conversation.ask(service === 'stt-worker' ? '[[repeat: 8]]' : '[[repeat: 40]]');
        await conversation.client.waitFor('response.output_audio.delta');
        await stack.killWorkerOf(service, 'SIGKILL');
        const error = await conversation.client.waitFor('error', { timeoutMs: 10_000 });
        expect(field(error, 'error.type')).toBe('server_error');
        expect(field(error, 'error.code')).toBe(`${service.split('-')[0]}_unavailable`);
        const done = await conversation.answered(created);
        if (service !== 'stt-worker') expect(field(done, 'response.status')).toBe('failed');

        await stack.startService(service);
        const from = conversation.client.mark();
        const recovered = service === 'stt-worker' ? spokenTurn(conversation, from) : retry(conversation);
        expect(await recovered).toBe('completed');
      } finally {
        await stack.stop();
      }
    },
  );
});

/** Asks until a worker has been found again, as a caller who says it once more. */
async function retry(conversation: Conversation): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    const done = await conversation.turn('Are you back?');
    const status = field(done, 'response.status');
    if (status === 'completed' || attempt === 10) return status;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

async function spokenTurn(conversation: Conversation, from: number): Promise<unknown> {
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await conversation.client.speak(Buffer.concat([recordedUtterance(), Buffer.alloc(48 * 1_000)]));
  const done = await conversation.client.waitFor('response.done', { from, timeoutMs: 20_000 });
  return field(done, 'response.status');
}
