import 'reflect-metadata';
import { MemoryBus, MemoryNetwork } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { bootService, type RunningService } from '@parley/service';
import { createLogger } from '@parley/telemetry';
import { AppModule } from './app.module';
import { config } from './config';

const settings = config({
  PARLEY_TEST_ENGINES: '1',
  PARLEY_TTS_VOICE: 'test/tone',
  PARLEY_HEALTH_PORT: '0',
  PARLEY_SLOTS: '2',
  PARLEY_TEST_TTS_FIRST_BYTE_MS: '5',
});

describe('the tts worker', () => {
  const network = new MemoryNetwork();
  const caller = new MemoryBus(network);
  let service: RunningService;

  beforeAll(async () => {
    const options = { name: 'tts-worker', module: AppModule, config: settings, bus: new MemoryBus(network) };
    service = await bootService(options, settings, createLogger('tts-worker', 'silent'));
  });
  afterAll(async () => {
    await service.stop(1_000);
    await caller.close();
  });

  const open = (voice: string, heard: v1.SpeechEvent.$Shape[] = []) =>
    caller.open({
      service: 'tts',
      sessionId: 's',
      config: encode(v1.SpeakOpen, { voice }),
      handlers: {
        onFrame: ({ payload }) => heard.push(decode(v1.SpeechEvent, payload.slice())),
        onClose: () => undefined,
      },
    });

  it('is ready and lists its voices', async () => {
    const ready = await fetch(`http://127.0.0.1:${service.healthPort}/health/ready`);
    expect(ready.status).toBe(200);
    const reply = await caller.request('parley.tts.voices', encode(v1.ListVoicesRequest, {}), 1_000);
    const { voices, defaultVoice } = decode(v1.ListVoicesReply, reply);
    expect(defaultVoice).toBe('test/tone');
    expect(voices).toHaveLength(1);
    expect(voices[0]).toMatchObject({ id: 'test/tone', engine: 'test', sampleRate: 24_000 });
    expect(voices[0]?.aliases).toContain('alloy');
  });

  it('refuses a voice it has not', async () => {
    await expect(open('nobody')).rejects.toMatchObject({ code: 'refused', message: /nobody/ });
    const stream = await open('alloy');
    stream.close();
  });

  it('speaks', async () => {
    const heard: v1.SpeechEvent.$Shape[] = [];
    const stream = await open('', heard);
    for (const input of [{ begin: { sampleRate: 16_000 } }, { text: { delta: 'Hello.' } }, { finish: {} }]) {
      stream.send(encode(v1.SpeakInput, input), { generation: 1 });
    }
    while (heard.at(-1)?.event !== 'done') await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard[0]?.voice?.id).toBe('test/tone');
    const samples = heard.reduce((sum, { audio }) => sum + (audio?.audio?.pcm?.length ?? 0) / 2, 0);
    // Six characters of 60 ms, and the pause after a sentence.
    expect(Math.abs(samples - 16 * (360 + 260))).toBeLessThan(16 * 10);
    stream.close();
  });
});
