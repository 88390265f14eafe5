import { randomUUID } from 'node:crypto';
import { writeWav } from '@parley/audio';
import { v1 } from '@parley/contracts';
import { AccessState, dayOf, digestOf } from '@parley/state';
import { pino } from 'pino';
import { keyIdOf } from '@parley/admission';
import { startRest } from '../rest/test-support';
import { FakeVoice } from '../session/shell/testing/fake-workers';
import { FakeHearing, answering, serveWorker } from './testing';

const head = { status: 200, contentType: 'application/json' };

it('what a key has spoken, heard and read by the doors is taken down', async () => {
  const key = `sk-${randomUUID()}`;
  const rest = await startRest({ PARLEY_API_KEYS: key });
  const voice = new FakeVoice();
  await serveWorker(rest.bus, 'tts', voice.open);
  await serveWorker(rest.bus, 'stt', new FakeHearing().open);
  const usage = { inputTokens: 5, cachedInputTokens: 2, outputTokens: 7 };
  const price = { input: 1, cachedInput: 0.5, output: 2 };
  const attempts = [{ provider: 'acme', model: 'one', status: 'ok', usage, price }];
  await serveWorker(
    rest.bus,
    'chat',
    answering(() => [{ head, usage: { attempts }, end: v1.ChatEnd.CHAT_WHOLE }]),
  );
  const post = async (path: string, body: string | FormData): Promise<number> => {
    const init = { method: 'POST', headers: { authorization: `Bearer ${key}` }, body };
    const response = await fetch(`http://127.0.0.1:${rest.port}${path}`, init);
    await response.arrayBuffer();
    return response.status;
  };
  const form = new FormData();
  form.append('model', 'whisper-1');
  form.append(
    'file',
    new Blob([new Uint8Array(writeWav(new Int16Array(32_000), 16_000))]),
    'two-seconds.wav',
  );
  const text = { input: 'Hello there.', voice: 'alloy', model: 'tts-1', response_format: 'pcm' };
  const statuses = [
    await post('/v1/audio/speech', JSON.stringify(text)),
    await post('/v1/audio/transcriptions', form),
    await post('/v1/chat/completions', '{}'),
  ];
  expect(statuses).toEqual([200, 200, 200]);
  await rest.stop();

  const url = process.env['PARLEY_TEST_REDIS_URL']!;
  const state = new AccessState({ url, log: pino({ level: 'silent' }) });
  const used = await state.readUsage(keyIdOf(digestOf(key)), 2);
  await state.close();
  const sum = (field: 'requests' | 'audioOutMs' | 'audioInMs' | 'inputTokens' | 'outputTokens') =>
    used.reduce((total, day) => total + day[field], 0);
  expect([sum('requests'), sum('audioInMs'), sum('inputTokens'), sum('outputTokens')]).toEqual([
    3, 2_000, 5, 7,
  ]);
  expect(sum('audioOutMs')).toBe(Math.round(voice.sentMs));
});

it('a chat completion whose llm-router is lost with it is charged by what was asked and came of it', async () => {
  const key = `sk-${randomUUID()}`;
  const rest = await startRest({ PARLEY_API_KEYS: key });
  const stream = { status: 200, contentType: 'text/event-stream' };
  await serveWorker(
    rest.bus,
    'chat',
    answering(() => [{ head: stream, body: Buffer.alloc(460, 'x') }, { end: v1.ChatEnd.CHAT_BROKEN }]),
  );
  const words = { model: 'acme/one', text: 'Hello there.' };
  const response = await fetch(`http://127.0.0.1:${rest.port}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify({ ...words, url: `data:image/png;base64,${'A'.repeat(100_000)}` }),
  });
  await expect(response.text()).rejects.toThrow('terminated');
  await rest.stop();
  const url = process.env['PARLEY_TEST_REDIS_URL']!;
  const state = new AccessState({ url, log: pino({ level: 'silent' }) });
  const used = await state.usageOn(dayOf(Date.now()), keyIdOf(digestOf(key)));
  await state.close();
  const read = Math.ceil(JSON.stringify({ ...words, url: '' }).length / 4);
  expect(used.get('acme/one')).toMatchObject({ inputTokens: read, outputTokens: 2, unpriced: 1 });
});
