import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import OpenAI, { BadRequestError, toFile } from 'openai';
import { Stack, metricSum, recordedUtterance, repositoryRoot, silence, waitFor } from '@parley/testing';
import { WebSocket } from 'ws';
import { Examples } from './support/examples';

const transcript = 'Tell me more.';
const utterance = fs.readFileSync(path.join(repositoryRoot(), 'assets', 'utterance.wav'));

/** The stock OpenAI client, unmodified, and the examples of the documentation. */
describe('the doors to speech and transcription', () => {
  let stack: Stack;
  let client: OpenAI;
  let folder: string;

  beforeAll(async () => {
    stack = await Stack.start({ engines: 'stand-in', env: { PARLEY_TEST_TRANSCRIPT: transcript } });
    client = new OpenAI({ apiKey: 'sk-test', baseURL: `http://127.0.0.1:${stack.port}/v1`, maxRetries: 0 });
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-doors-'));
  });

  afterAll(async () => {
    await stack?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const speech = { model: 'tts-1', voice: 'alloy', input: 'Hello there. How are you today?' };
  const recording = () => toFile(utterance, 'utterance.wav');

  type Result = Record<string, unknown>;

  async function dial(door: string) {
    const headers = { authorization: 'Basic sk-test' };
    const socket = new WebSocket(`${stack.url}${door}`, { headers });
    const results: Result[] = [];
    const errors: unknown[] = [];
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as { result?: Result; error?: unknown };
      if (message.result !== undefined) results.push(message.result);
      else errors.push(message.error);
    });
    await once(socket, 'open');
    return {
      results,
      send: (message: object) => socket.send(JSON.stringify(message)),
      until: (found: (result: Result) => boolean) =>
        waitFor(`a result of ${door}; errors ${JSON.stringify(errors)}`, 60_000, () => results.some(found)),
      close: () => socket.close(),
    };
  }

  it('speaks through audio.speech.create, as MP3 unless said', async () => {
    const response = await client.audio.speech.create(speech);
    expect(response.headers.get('content-type')).toBe('audio/mpeg');
    const mp3 = Buffer.from(await response.arrayBuffer());
    expect(mp3.toString('hex', 0, 2)).toMatch(/^fff[23]$/);
  });

  it('speaks as PCM that is as long as a faster voice takes', async () => {
    const lengthOf = async (speed: number): Promise<number> => {
      const response = await client.audio.speech.create({ ...speech, response_format: 'pcm', speed });
      return (await response.arrayBuffer()).byteLength / 48_000;
    };
    const plain = await lengthOf(1);
    expect(plain).toBeGreaterThan(0.5);
    expect((await lengthOf(2)) / plain).toBeLessThan(0.75);
  });

  it('refuses what it does not do, as the client’s own errors', async () => {
    const failure: unknown = await client.audio.speech
      .create({ ...speech, voice: 'nobody' })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BadRequestError);
    expect(failure).toMatchObject({ status: 400, param: 'voice', code: 'invalid_value' });
  });

  it('transcribes through audio.transcriptions.create', async () => {
    const plain = await client.audio.transcriptions.create({ file: await recording(), model: 'whisper-1' });
    expect(plain).toEqual({ text: transcript, usage: { type: 'duration', seconds: expect.any(Number) } });
    const detailed = await client.audio.transcriptions.create({
      file: await recording(),
      model: 'whisper-1',
      response_format: 'verbose_json',
      timestamp_granularities: ['segment'],
    });
    expect(detailed.segments).toMatchObject([{ id: 0, text: transcript }]);
    expect(detailed.segments![0]!.end).toBeGreaterThan(detailed.segments![0]!.start + 1);
    const subtitles = await client.audio.transcriptions.create({
      file: await recording(),
      model: 'whisper-1',
      response_format: 'srt',
    });
    expect(subtitles).toMatch(/^1\n00:00:0\d,\d{3} --> 00:00:0\d,\d{3}\nTell me more\.\n/);
  });

  it('streams a transcription', async () => {
    const stream = await client.audio.transcriptions.create({
      file: await recording(),
      model: 'gpt-4o-transcribe',
      stream: true,
    });
    const events: OpenAI.Audio.TranscriptionStreamEvent[] = [];
    for await (const event of stream) events.push(event);
    expect(events).toMatchObject([
      { type: 'transcript.text.delta', delta: transcript },
      { type: 'transcript.text.done', text: transcript },
    ]);
  });

  it('completes chats through chat.completions.create, whole and streamed', async () => {
    const request = { model: 'test/scripted', messages: [{ role: 'user' as const, content: 'Hi there' }] };
    const whole = await client.chat.completions.create(request);
    expect(whole.choices[0]?.message.content).toBe('You said: Hi there.');
    const stream = await client.chat.completions.create({
      ...request,
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks: OpenAI.ChatCompletionChunk[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('');
    expect(text).toBe('You said: Hi there.');
    expect(chunks.at(-1)?.usage?.completion_tokens).toBeGreaterThan(0);
    const failure: unknown = await client.chat.completions
      .create({ ...request, top_p: 0.1 })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ status: 400, param: 'top_p' });
  });

  it('stops a chat whose client has gone', async () => {
    const running = async () => metricSum(await stack.metrics('llm-router'), 'parley_llm_door_running');
    const abort = new AbortController();
    const asked = client.chat.completions
      .create(
        { model: 'test/scripted', messages: [{ role: 'user', content: '[[hang]]' }], stream: true },
        { signal: abort.signal },
      )
      .catch(() => undefined);
    await waitFor('the answer to begin', 60_000, async () => (await running()) === 1);
    abort.abort();
    await asked;
    await waitFor('the answer to end', 60_000, async () => (await running()) === 0);
  });

  it('speaks and hears through Inworld’s sockets', async () => {
    const speaking = await dial('/tts/v1/voice:streamBidirectional');
    const audioConfig = { audioEncoding: 'LINEAR16', sampleRateHertz: 16_000 };
    speaking.send({ create: { voiceId: 'Ashley', modelId: 'inworld-tts-1', audioConfig }, contextId: 'one' });
    speaking.send({ send_text: { text: 'Hello there.', flush_context: {} }, contextId: 'one' });
    speaking.send({ close_context: {}, contextId: 'one' });
    await speaking.until((result) => 'contextClosed' in result);
    const [chunk] = speaking.results.flatMap(({ audioChunk }) =>
      audioChunk === undefined ? [] : [audioChunk as { audioContent: string }],
    );
    expect(Buffer.from(chunk!.audioContent, 'base64').toString('latin1', 0, 4)).toBe('RIFF');
    speaking.close();

    const hearing = await dial('/stt/v1/transcribe:streamBidirectional');
    const voiceProfileConfig = { enableVoiceProfile: true };
    hearing.send({
      transcribeConfig: { modelId: 'inworld/inworld-stt-1', sampleRateHertz: 24_000, voiceProfileConfig },
    });
    const pcm = Buffer.concat([recordedUtterance(), silence(1_000)]);
    for (let at = 0; at < pcm.length; at += 4_800) {
      hearing.send({ audioChunk: { content: pcm.toString('base64', at, at + 4_800) } });
    }
    hearing.send({ closeStream: {} });
    await hearing.until((result) => 'usage' in result);
    const kinds = hearing.results.map((result) => Object.keys(result)[0]);
    expect(kinds.filter((kind, index) => kind !== kinds[index - 1])).toEqual([
      'speechStarted',
      ...(kinds.indexOf('transcription') < kinds.indexOf('speechStopped') ? ['transcription'] : []),
      'speechStopped',
      'transcription',
      'usage',
    ]);
    const final = hearing.results.findLast((result) => 'transcription' in result)?.['transcription'];
    expect(final).toMatchObject({ transcript, isFinal: true, voiceProfile: { pitch: expect.any(Array) } });
    hearing.close();
  });

  it('does what the documentation shows', async () => {
    const examples = new Examples('audio-doors.md', folder);
    const env = { PARLEY_URL: `http://127.0.0.1:${stack.port}`, PARLEY_KEY: 'sk-test' };
    await examples.run('/v1/audio/speech', env);
    expect(examples.file('hello.mp3').length).toBeGreaterThan(1_000);
    expect(JSON.parse(await examples.run('language=en', env))).toMatchObject({ text: transcript });
    expect(await examples.run('stream=true', env)).toContain('transcript.text.done');
    expect(JSON.parse(await examples.run('/voices/v1/voices', env))).toMatchObject({
      voices: [{ voiceId: 'test/tone', langCode: 'EN_US' }],
    });
    const [line] = (await examples.run('/tts/v1/voice:stream', env)).split('\n');
    expect(JSON.parse(line!)).toMatchObject({
      result: { timestampInfo: { wordAlignment: { words: ['Hello', 'there'] } } },
    });
    expect(JSON.parse(await examples.run('/stt/v1/transcribe', env))).toMatchObject({
      transcription: { transcript, isFinal: true },
    });
  });
});
