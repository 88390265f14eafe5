import { MemoryBus } from '@parley/bus';
import { encode, v1 } from '@parley/contracts';
import { waitFor } from '@parley/testing';
import { FakeVoice } from '../../session/shell/testing/fake-workers';
import { serveWorker } from '../../doors/testing';
import { startRest, type TestRest } from '../test-support';

let rest: TestRest;
let voice: FakeVoice;
beforeEach(async () => {
  rest = await startRest({ PARLEY_API_KEYS: 'sk-one', PARLEY_MAX_AUDIO_REQUESTS: '2' });
  voice = new FakeVoice();
});
afterEach(() => rest.stop());

const request = { model: 'tts-1', input: 'Hello there. How are you?', voice: 'alloy' };

const post = (body: object, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${rest.port}/v1/audio/speech`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk-one', 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...init,
  });

const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

it('speaks as PCM at 24 kHz, with the voice and speed that were asked for', async () => {
  await serveWorker(rest.bus, 'tts', voice.open);
  const response = await post({ ...request, response_format: 'pcm', speed: 2 });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'audio/pcm']);
  expect((await bytesOf(response)).length / 48).toBe(voice.sentMs);
  const [begin] = voice.begins;
  expect(begin).toMatchObject({ voice: 'alloy', sampleRate: 24_000, speed: 1.5 });
  expect(begin!.prosody?.rate).toBeCloseTo(1 / 3);
});

it.each([
  ['wav', 'audio/wav', /^52494646ffffffff/],
  ['mp3', 'audio/mpeg', /^fff3/],
  ['opus', 'audio/ogg; codecs=opus', /^4f676753/],
  ['aac', 'audio/aac', /^fff1/],
  ['flac', 'audio/flac', /^664c6143/],
])('speaks as %s', async (format, type, magic) => {
  await serveWorker(rest.bus, 'tts', voice.open);
  const response = await post({ ...request, response_format: format });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  expect((await bytesOf(response)).toString('hex', 0, 8)).toMatch(magic);
});

it('speaks as MP3 when no format is named', async () => {
  await serveWorker(rest.bus, 'tts', voice.open);
  expect((await post(request)).headers.get('content-type')).toBe('audio/mpeg');
});

it('sends events that hold the same audio, and the usage at the end', async () => {
  await serveWorker(rest.bus, 'tts', voice.open);
  const response = await post({ ...request, response_format: 'pcm', stream_format: 'sse' });
  expect(response.headers.get('content-type')).toMatch('text/event-stream');
  const events = (await response.text())
    .split('\n\n')
    .filter((line) => line !== '')
    .map((line): { type: string; audio?: string; usage?: object } => JSON.parse(line.replace('data: ', '')));
  const audio = Buffer.concat(events.map(({ audio = '' }) => Buffer.from(audio, 'base64')));
  expect(audio.length / 48).toBe(voice.sentMs);
  const output = Math.ceil(voice.sentMs / 50);
  expect(events.at(-1)).toEqual({
    type: 'speech.audio.done',
    usage: { input_tokens: 7, output_tokens: output, total_tokens: 7 + output },
  });
});

it.each<[string, object, string]>([
  ['no input', { ...request, input: '' }, 'input'],
  ['too long a text', { ...request, input: 'x'.repeat(4_097) }, 'input'],
  ['no voice', { model: 'tts-1', input: 'Hello.' }, 'voice'],
  ['an unknown format', { ...request, response_format: 'ogg' }, 'response_format'],
  ['too high a speed', { ...request, speed: 3 }, 'speed'],
  ['instructions', { ...request, instructions: 'Whisper.' }, 'instructions'],
  ['an unknown parameter', { ...request, more: 1 }, 'more'],
])('refuses %s by name', async (_name, body, param) => {
  await serveWorker(rest.bus, 'tts', voice.open);
  const response = await post(body);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error', param } });
});

it('refuses a voice that nobody has, as the worker says it', async () => {
  await serveWorker(rest.bus, 'tts', ({ stream }) => ({
    onFrame: ({ generation }) => {
      const failed = { class: 'caller_fault', code: 'unknown_voice', message: 'There is no voice "x".' };
      stream.send(encode(v1.SpeechEvent, { failed }), { generation });
    },
    onClose: () => undefined,
  }));
  const response = await post({ ...request, voice: 'x' });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    error: { code: 'invalid_value', param: 'voice', message: 'There is no voice "x".' },
  });
});

it('says so when nobody can speak', async () => {
  const response = await post(request);
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await response.json()).toMatchObject({ error: { type: 'server_error', code: 'tts_unavailable' } });
});

it('has another worker speak when one is lost before it said anything', async () => {
  const mute = new MemoryBus(rest.bus.network);
  let opened: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (opened = resolve));
  await mute.serve({ service: 'tts', workerId: 'mute', slots: 1 }, ({ stream }) => {
    opened();
    stream.close({ code: 'draining', message: 'stopping', retryable: true });
    return { onFrame: () => undefined, onClose: () => undefined };
  });
  const response = post({ ...request, response_format: 'pcm' });
  await asked;
  await serveWorker(rest.bus, 'tts', voice.open);
  expect((await response).status).toBe(200);
});

it('stops the worker when the client goes, and gives the place back', async () => {
  let closed: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => (closed = resolve));
  await serveWorker(rest.bus, 'tts', (incoming) => ({
    onFrame: ({ generation }) => {
      const audio = { startSample: 0, sampleRate: 24_000, pcm: new Uint8Array(4_800) };
      incoming.stream.send(encode(v1.SpeechEvent, { audio: { audio } }), { generation });
    },
    onClose: closed,
  }));
  for (let round = 0; round < 3; round++) {
    const abort = new AbortController();
    const response = await post({ ...request, response_format: 'pcm' }, { signal: abort.signal });
    expect(response.status).toBe(200);
    abort.abort();
    await gone;
    await waitFor('a free place', 20_000, async () => (await metric()) === 0);
  }
});

it('takes only so many at a time', async () => {
  await serveWorker(rest.bus, 'tts', () => ({ onFrame: () => undefined, onClose: () => undefined }));
  const abort = new AbortController();
  const held = [1, 2].map(() => post(request, { signal: abort.signal }).catch(() => undefined));
  await waitFor('both', 20_000, async () => (await metric()) === 2);
  const refused = await post(request);
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ error: { code: 'server_overloaded' } });
  abort.abort();
  await Promise.all(held);
});

/** Audio requests under way. */
async function metric(): Promise<number> {
  const page = await (await fetch(`http://127.0.0.1:${rest.port}/metrics`)).text();
  return Number(/^parley_gateway_audio_requests\S* (.+)$/m.exec(page)?.[1]);
}
