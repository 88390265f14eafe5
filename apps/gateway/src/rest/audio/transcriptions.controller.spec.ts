import { writeWav } from '@parley/audio';
import { waitFor } from '@parley/testing';
import { FakeHearing, serveOtherRecognisers, serveWorker } from '../../doors/testing';
import { startRest, type TestRest } from '../test-support';

let rest: TestRest;
let hearing: FakeHearing;
beforeEach(async () => {
  rest = await startRest({
    PARLEY_API_KEYS: 'sk-one',
    PARLEY_MAX_UPLOAD_BYTES: '400000',
    PARLEY_MAX_RECORDING_SECONDS: '10',
  });
  hearing = new FakeHearing();
  await serveWorker(rest.bus, 'stt', hearing.open);
});
afterEach(() => rest.stop());

const rate = 16_000;
const wav = (seconds: number): Buffer => writeWav(new Int16Array(rate * seconds).fill(100), rate);

const post = (fields: Record<string, string | string[]>, file: Uint8Array | null = wav(3), init = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  if (file !== null) form.append('file', new Blob([new Uint8Array(file)]), 'speech.wav');
  return fetch(`http://127.0.0.1:${rest.port}/v1/audio/transcriptions`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk-one' },
    body: form,
    ...init,
  });
};
const model = 'whisper-1';
const words = 'Words 1. Words 2. Words 3.';
const usage = { type: 'duration', seconds: 3 };

it('answers with the words of the whole recording', async () => {
  const response = await post({ model, language: 'en', prompt: 'About words.' });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ text: words, usage });
  expect(hearing.samples).toBe(3 * rate);
  expect(hearing.opens[0]).toMatchObject({
    recording: true,
    config: {
      transcription: { model: '', language: 'en', prompt: 'About words.' },
      turnDetection: { prefixPaddingMs: 300, silenceDurationMs: 500 },
    },
  });
});

it('answers in every format', async () => {
  const text = async (response_format: string) => (await post({ model, response_format })).text();
  expect(await text('text')).toBe(`${words}\n`);
  expect(await text('srt')).toContain('2\n00:00:01,000 --> 00:00:02,000\nWords 2.\n\n');
  expect(await text('vtt')).toMatch(/^WEBVTT\n\n00:00:00\.000 --> 00:00:01\.000\nWords 1\.\n\n/);
  expect(JSON.parse(await text('verbose_json'))).toMatchObject({
    task: 'transcribe',
    language: 'english',
    duration: 3,
    text: words,
    segments: [
      { id: 0, start: 0, end: 1, text: 'Words 1.', avg_logprob: expect.closeTo(Math.log(0.9), 5) },
      { id: 1, start: 1, end: 2 },
      { id: 2, start: 2, end: 3 },
    ],
    usage,
  });
});

it('streams what it hears as it hears it', async () => {
  const response = await post({ model, stream: 'true' });
  expect(response.headers.get('content-type')).toMatch('text/event-stream');
  const events = (await response.text())
    .split('\n\n')
    .filter((line) => line !== '')
    .map((line): object => JSON.parse(line.replace('data: ', '')));
  expect(events).toEqual([
    { type: 'transcript.text.delta', delta: 'Words 1.' },
    { type: 'transcript.text.delta', delta: ' Words 2.' },
    { type: 'transcript.text.delta', delta: ' Words 3.' },
    { type: 'transcript.text.done', text: words, usage },
  ]);
});

it('cuts speech where the client wants it cut', async () => {
  await post({
    model: 'whisper/other',
    'chunking_strategy[type]': 'server_vad',
    'chunking_strategy[silence_duration_ms]': '900',
  });
  expect(hearing.opens[0]).toMatchObject({
    config: { transcription: { model: 'whisper/other' }, turnDetection: { silenceDurationMs: 900 } },
  });
});

it.each<[string, Record<string, string | string[]>, Uint8Array | null | undefined, string, number]>([
  ['no file', { model }, null, 'file', 400],
  ['no model', {}, undefined, 'model', 400],
  ['a file that is no audio', { model }, Buffer.from('words '.repeat(50)), 'file', 400],
  ['a recording that is too long', { model }, wav(11), 'file', 400],
  [
    'word times',
    { model, response_format: 'verbose_json', 'timestamp_granularities[]': ['word'] },
    undefined,
    'timestamp_granularities[0]',
    400,
  ],
  [
    'segment times without verbose_json',
    { model, 'timestamp_granularities[]': ['segment'] },
    undefined,
    'timestamp_granularities',
    400,
  ],
  ['log probabilities', { model, 'include[]': ['logprobs'] }, undefined, 'include', 400],
  ['a temperature', { model, temperature: '0.7' }, undefined, 'temperature', 400],
  ['speakers', { model, response_format: 'diarized_json' }, undefined, 'response_format', 400],
  ['an unknown parameter', { model, more: '1' }, undefined, 'more', 400],
  ['a language that is none', { model, language: 'English!' }, undefined, 'language', 400],
])('refuses %s by name', async (_name, fields, file, param, status) => {
  const response = await post(fields, file);
  expect([response.status, await response.json()]).toMatchObject([status, { error: { param } }]);
});

it('refuses an upload that is too large', async () => {
  expect((await post({ model }, wav(13))).status).toBe(413);
});

it('goes on with another worker where one is lost, and tells nothing twice', async () => {
  hearing.onTurn = (utterance) => {
    if (utterance !== 3 || hearing.opens.length > 1) return;
    throw new Error('it dies in the middle of its work');
  };
  const second = new FakeHearing();
  second.text = (utterance) => `More ${utterance}.`;
  const response = post({ model });
  await waitFor('the first', 10_000, () => hearing.opens.length === 1);
  await serveWorker(rest.bus, 'stt', second.open, 'stt-2');
  expect(await (await response).json()).toMatchObject({ text: 'Words 1. Words 2. More 1.' });
  expect(second.opens[0]).toMatchObject({ startSample: 2 * rate });
});

it('names the recognisers that there are where none is the one that is asked for', async () => {
  await rest.stop();
  rest = await startRest({ PARLEY_API_KEYS: 'sk-one' });
  await serveOtherRecognisers(rest.bus, 'local/two', 'local/one');
  const response = await post({ model: 'local/none' });
  const message = expect.stringContaining(
    "'local/none'. There is no such recogniser. Recognisers: local/one, local/two;",
  );
  expect([response.status, await response.json()]).toEqual([
    400,
    { error: expect.objectContaining({ code: 'invalid_value', param: 'model', message }) },
  ]);
});

it('says so when nobody can hear', async () => {
  await rest.stop();
  rest = await startRest({ PARLEY_API_KEYS: 'sk-one' });
  const response = await post({ model });
  expect([response.status, await response.json()]).toMatchObject([
    503,
    { error: { code: 'stt_unavailable' } },
  ]);
});
