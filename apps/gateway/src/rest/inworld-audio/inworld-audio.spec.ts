import { readWav, writeWav } from '@parley/audio';
import { encode, v1 } from '@parley/contracts';
import { FakeHearing, serveOtherRecognisers, serveWorker } from '../../doors/testing';
import { FakeVoice } from '../../session/shell/testing/fake-workers';
import { startRest, type TestRest } from '../test-support';

let rest: TestRest;
beforeEach(async () => (rest = await startRest({ PARLEY_API_KEYS: 'sk-one' })));
afterEach(() => rest.stop());

/** Inworld's keys are Base64 already; ours are taken the same way. */
const headers = { authorization: 'Basic sk-one' };
const call = (path: string, method = 'GET', body?: unknown) => rest.call(path, { method, headers, body });

describe('voices', () => {
  beforeEach(async () => {
    const voices = [
      { id: 'piper/joe', name: 'joe', engine: 'piper', languages: ['en'], aliases: ['Ashley'] },
      { id: 'espeak/de', name: 'espeak-de', engine: 'espeak', languages: ['de'] },
      { id: 'espeak/pt', name: 'espeak-pt', engine: 'espeak', languages: ['pt'] },
    ];
    await rest.bus.respond('parley.tts.voices', async () =>
      encode(v1.ListVoicesReply, { voices, defaultVoice: 'piper/joe' }),
    );
  });

  it('are listed, by language and page by page', async () => {
    expect((await call('/voices/v1/voices')).body).toMatchObject({
      voices: [
        { voiceId: 'piper/joe', displayName: 'joe', langCode: 'EN_US', source: 'SYSTEM', tags: ['default'] },
        { voiceId: 'espeak/de', langCode: 'DE_DE', description: 'German; spoken by espeak' },
        { voiceId: 'espeak/pt', langCode: 'PT_BR' },
      ],
      nextPageToken: '',
    });
    const some = (await call('/voices/v1/voices?languages=EN_US&languages=pt')).body;
    expect(some).toMatchObject({ voices: [{ voiceId: 'piper/joe' }, { voiceId: 'espeak/pt' }] });
    const first = (await call('/voices/v1/voices?pageSize=2')).body as { nextPageToken: string };
    const second = await call(`/voices/v1/voices?pageSize=2&pageToken=${first.nextPageToken}`);
    expect(second.body).toMatchObject({ voices: [{ voiceId: 'espeak/pt' }], nextPageToken: '' });
    expect(await call('/voices/v1/voices?pageToken=xx')).toMatchObject({
      status: 400,
      body: { code: 3, error: { param: 'pageToken' } },
    });
  });

  it('are listed as they were before', async () => {
    expect((await call('/tts/v1/voices?filter=language=de')).body).toMatchObject({
      voices: [{ voiceId: 'espeak/de', languages: ['de'] }],
    });
    expect(await call('/tts/v1/voices?filter=x')).toMatchObject({ status: 400, body: { code: 3 } });
  });

  it('are found by id, name and alias', async () => {
    for (const id of ['piper/joe', 'piper%2Fjoe', 'joe', 'ashley']) {
      expect((await call(`/voices/v1/voices/${id}`)).body).toMatchObject({ voiceId: 'piper/joe' });
    }
    expect(await call('/voices/v1/voices/nobody')).toMatchObject({ status: 404, body: { code: 5 } });
  });

  it.each([
    ['POST', '/voices/v1/voices:clone'],
    ['POST', '/voices/v1/voices:design'],
    ['POST', '/voices/v1/voices/x:publish'],
    ['PATCH', '/voices/v1/voices/piper/joe'],
    ['DELETE', '/voices/v1/voices/piper/joe'],
  ])('cannot be changed: %s %s', async (method, path) => {
    expect(await call(path, method, method === 'DELETE' ? undefined : {})).toMatchObject({
      status: 501,
      body: { code: 12, message: expect.stringContaining('not supported') },
    });
  });
});

describe('speech', () => {
  let voice: FakeVoice;
  beforeEach(async () => {
    voice = new FakeVoice();
    await serveWorker(rest.bus, 'tts', voice.open);
  });
  const request = { text: 'Hello there.', voiceId: 'Ashley', modelId: 'inworld-tts-1' };

  it('comes whole, as a WAV file where LINEAR16 is asked for, with word times', async () => {
    const { status, body } = await call('/tts/v1/voice', 'POST', { ...request, timestampType: 'WORD' });
    expect(status).toBe(200);
    const { audioContent, ...rest } = body as { audioContent: string };
    const { samples, sampleRate } = readWav(Buffer.from(audioContent, 'base64'));
    expect([samples.length / 24, sampleRate]).toEqual([voice.sentMs, 24_000]);
    expect(rest).toMatchObject({
      usage: { processedCharactersCount: 12, modelId: 'inworld-tts-1' },
      timestampInfo: { wordAlignment: { words: ['Hello', 'there.'] } },
    });
    expect(voice.begins[0]).toMatchObject({ voice: 'Ashley', sampleRate: 24_000 });
  });

  it('comes line by line, in names of either spelling', async () => {
    const response = await fetch(`http://127.0.0.1:${rest.port}/tts/v1/voice:stream`, {
      method: 'POST',
      headers,
      body: JSON.stringify({
        text: request.text,
        voice_id: 'Ashley',
        model_id: 'inworld-tts-1',
        audio_config: { audio_encoding: 'PCM', sample_rate_hertz: 16_000, speaking_rate: 1.2 },
        temperature: 1.1,
      }),
    });
    const lines = (await response.text()).trim().split('\n');
    const results = lines.map((line) => (JSON.parse(line) as { result: { audioContent: string } }).result);
    expect(results.length).toBeGreaterThan(1);
    const bytes = results.reduce(
      (sum, { audioContent }) => sum + Buffer.from(audioContent, 'base64').length,
      0,
    );
    expect(bytes / 48).toBe(voice.sentMs);
    expect(voice.begins[0]).toMatchObject({ sampleRate: 16_000, speed: expect.closeTo(1.2, 5) });
  });

  it('holds audio back for its word times unless they may come behind it', async () => {
    const shape = async (timestampTransportStrategy: string): Promise<string[]> => {
      const body = JSON.stringify({ ...request, timestampType: 'WORD', timestampTransportStrategy });
      const init = { method: 'POST', headers, body };
      const response = await fetch(`http://127.0.0.1:${rest.port}/tts/v1/voice:stream`, init);
      return (await response.text())
        .trim()
        .split('\n')
        .map(
          (line) => (JSON.parse(line) as { result: { audioContent: string; timestampInfo?: object } }).result,
        )
        .map(
          (result) => `${result.audioContent === '' ? '' : 'audio'}${result.timestampInfo ? '+times' : ''}`,
        );
    };
    expect(await shape('SYNC')).toEqual(['audio+times']);
    expect((await shape('ASYNC')).at(-1)).toBe('+times');
  });

  it.each<[string, object, string]>([
    ['a text that is too long', { ...request, text: 'x'.repeat(2_001) }, 'text'],
    ['a temperature', { ...request, temperature: 0.5 }, 'temperature'],
    ['times of characters', { ...request, timestampType: 'CHARACTER' }, 'timestampType'],
    [
      'an unknown encoding',
      { ...request, audioConfig: { audioEncoding: 'AC3' } },
      'audioConfig.audioEncoding',
    ],
    [
      'a rate there is not',
      { ...request, audioConfig: { sampleRateHertz: 50_000 } },
      'audioConfig.sampleRateHertz',
    ],
    ['no voice', { text: 'Hello.' }, 'voiceId'],
  ])('is refused for %s', async (_name, body, param) => {
    expect(await call('/tts/v1/voice', 'POST', body)).toMatchObject({
      status: 400,
      body: { code: 3, details: [{ param }], error: { param } },
    });
  });

  it('needs a key, told as gRPC tells it', async () => {
    const answer = await rest.call('/tts/v1/voice', { method: 'POST', body: request });
    expect(answer).toMatchObject({ status: 401, body: { code: 16 } });
  });
});

describe('transcription', () => {
  const audio = writeWav(new Int16Array(32_000).fill(50), 16_000);
  const transcribe = (config: object, content = audio) =>
    call('/stt/v1/transcribe', 'POST', {
      transcribeConfig: { modelId: 'inworld/inworld-stt-1', ...config },
      audioData: { content: content.toString('base64') },
    });

  it('answers with the words', async () => {
    const hearing = new FakeHearing();
    await serveWorker(rest.bus, 'stt', hearing.open);
    const config = { language: 'en-US', audioEncoding: 'LINEAR16', prompts: ['order', 'delivery'] };
    expect((await transcribe(config)).body).toEqual({
      transcription: { transcript: 'Words 1. Words 2.', isFinal: true, wordTimestamps: [] },
      usage: { transcribedAudioMs: 2_000, modelId: 'inworld/inworld-stt-1' },
    });
    expect(hearing.opens[0]?.config).toMatchObject({
      transcription: { model: '', language: 'en', prompt: 'order, delivery' },
    });
    const bare = await transcribe({ audioEncoding: 'LINEAR16' }, Buffer.from(audio.subarray(44)));
    expect(bare.body).toMatchObject({ usage: { transcribedAudioMs: 2_000 } });
  });

  it.each<[string, object, string]>([
    ['word times', { includeWordTimestamps: true }, 'transcribeConfig.includeWordTimestamps'],
    ['two channels', { numberOfChannels: 2 }, 'transcribeConfig.numberOfChannels'],
    [
      'a voice profile',
      { voiceProfileConfig: { enableVoiceProfile: true } },
      'transcribeConfig.voiceProfileConfig.enableVoiceProfile',
    ],
  ])('refuses %s', async (_name, config, param) => {
    expect(await transcribe(config)).toMatchObject({ status: 400, body: { code: 3, error: { param } } });
  });

  it('names the recognisers that there are where none is the one that is asked for', async () => {
    await serveOtherRecognisers(rest.bus, 'local/one');
    const message = expect.stringContaining('Recognisers: local/one;');
    expect(await transcribe({ modelId: 'local/none' })).toMatchObject({
      status: 400,
      body: { code: 3, message, error: { param: 'transcribeConfig.modelId' } },
    });
  });
});
