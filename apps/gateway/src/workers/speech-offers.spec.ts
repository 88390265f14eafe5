import { MemoryBus, MemoryNetwork } from '@parley/bus';
import { encode, v1 } from '@parley/contracts';
import { parseSessionPatch, type SessionPatch } from '@parley/protocol';
import { SpeechOffers } from './speech-offers';
import { VoiceList } from './voice-list';

function patch(audio: object): SessionPatch {
  const { ok, error } = parseSessionPatch({ type: 'realtime', audio });
  if (error) throw new Error(error.message);
  return ok;
}
const voice = (name: string) => patch({ output: { voice: name } });
const heard = (transcription: object) => patch({ input: { transcription } });

/** Of workers that are not alike. */
const workers: { voices: v1.ListVoicesReply.$Properties; recognizers: v1.RecognizerInfo.$Properties[] }[] = [
  {
    voices: { voices: [{ id: 'piper/joe', name: 'joe', engine: 'piper', aliases: ['alloy'] }] },
    recognizers: [{ id: 'local/whisper', languages: ['en', 'de'], isDefault: true }, { id: 'test/any' }],
  },
  {
    voices: { voices: [{ id: 'espeak/de', name: 'espeak-de', engine: 'espeak' }] },
    recognizers: [
      { id: 'local/parlant', languages: ['fr'], isDefault: true },
      { id: 'local/whisper', languages: ['ja'] },
    ],
  },
];

async function offers(of = workers): Promise<SpeechOffers> {
  const network = new MemoryNetwork();
  for (const { voices, recognizers } of of) {
    const worker = new MemoryBus(network);
    await worker.respond('parley.tts.voices', async () => encode(v1.ListVoicesReply, voices));
    await worker.respond('parley.stt.recognizers', async () =>
      encode(v1.ListRecognizersReply, { recognizers }),
    );
  }
  const bus = new MemoryBus(network);
  const made = new SpeechOffers(bus, new VoiceList(bus));
  while (
    made.refusalOfSession(voice('nobody')) === undefined ||
    !made.refusalOfSession(heard({ model: 'a/b' }))
  )
    await new Promise((resolve) => setTimeout(resolve, 20));
  return made;
}

it('refuses nothing while it is not known what there is', () => {
  const bus = new MemoryBus();
  const unknown = new SpeechOffers(bus, new VoiceList(bus));
  expect(unknown.refusalOfSession(voice('nobody'))).toBeUndefined();
  expect(unknown.refusalOfSession(heard({ language: 'xx' }))).toBeUndefined();
  expect(unknown.refusalOfSession(heard({ model: 'nobody/knows' }))).toBeUndefined();
});

it('refuses a voice that nobody has, by name, and takes names and aliases in any case', async () => {
  const known = await offers();
  for (const name of ['piper/joe', 'Joe', 'ALLOY', 'espeak/de'])
    expect(known.refusalOfSession(voice(name))).toBeUndefined();
  expect(known.refusalOfSession(patch({ output: { voice: { id: 'nobody' } } }))).toMatchObject({
    code: 'invalid_value',
    param: 'session.audio.output.voice',
    message: "Invalid value: 'nobody'. There is no such voice. Voices: piper/joe, alloy, espeak/<language>.",
  });
  expect(known.refusalOfResponse({ audio: { output: { voice: 'nobody' } } })?.param).toBe(
    'response.audio.output.voice',
  );
  expect(known.refusalOfResponse({})).toBeUndefined();
});

it('refuses a language that no recogniser of that name knows', async () => {
  const known = await offers();
  expect(known.refusalOfSession(heard({ model: 'whisper-1', language: 'xx' }))).toMatchObject({
    code: 'invalid_value',
    param: 'session.audio.input.transcription.language',
    message: "Invalid value: 'xx'. local/parlant and local/whisper do not know this language.",
  });
  expect((await offers(workers.slice(0, 1))).refusalOfSession(heard({ language: 'fr' }))).toMatchObject({
    message: "Invalid value: 'fr'. local/whisper does not know this language.",
  });
  expect(known.refusalOfSession(heard({ languages: ['xx', 'yy'] }))?.param).toBe(
    'session.audio.input.transcription.languages',
  );
  for (const fine of [
    { language: 'de-AT' },
    { languages: ['xx', 'en'] },
    { language: 'fr' },
    { model: 'local/whisper', language: 'ja' },
    { model: 'local/parlant', languages: ['fr', 'ja'] },
    { model: 'test/any', language: 'xx' },
    {},
  ])
    expect(known.refusalOfSession(heard(fine))).toBeUndefined();
});

it('refuses nothing that only a worker has that is too slow for one list, but what two lacked', async () => {
  const network = new MemoryNetwork();
  let slow = false;
  const answers = (id: string, isSlow: () => boolean) => async () => {
    if (isSlow()) await new Promise((resolve) => setTimeout(resolve, 1_000));
    return encode(v1.ListVoicesReply, { voices: [{ id, name: id, engine: 'test' }] });
  };
  await new MemoryBus(network).respond(
    'parley.tts.voices',
    answers('a/one', () => false),
  );
  await new MemoryBus(network).respond(
    'parley.tts.voices',
    answers('b/two', () => slow),
  );
  const realMs = performance.now.bind(performance);
  let laterMs = 0;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => realMs() + laterMs);
  const bus = new MemoryBus(network);
  const list = new VoiceList(bus);
  const known = new SpeechOffers(bus, list);
  const refused = (name: string) => known.refusalOfSession(voice(name)) !== undefined;
  /** As it is when the next list has come. */
  const next = async (): Promise<void> => {
    laterMs += 6_000;
    known.prepare();
    await list.all();
    await new Promise(setImmediate);
  };
  await next();
  expect([refused('c/three'), refused('b/two')]).toEqual([true, false]);
  slow = true;
  await next();
  expect([refused('c/three'), refused('b/two')]).toEqual([true, false]);
  await next();
  expect([refused('a/one'), refused('b/two')]).toEqual([false, true]);
  clock.mockRestore();
});

it('refuses a recogniser that no worker has, and takes names of other services', async () => {
  const known = await offers();
  expect(known.refusalOfSession(heard({ model: 'nobody/knows' }))).toMatchObject({
    code: 'invalid_value',
    param: 'session.audio.input.transcription.model',
    message:
      "Invalid value: 'nobody/knows'. There is no such recogniser. Recognisers: local/parlant, local/whisper, test/any; a name without a slash is the default.",
  });
  for (const model of [
    'local/whisper',
    'local/parlant',
    'test/any',
    'gpt-4o-transcribe',
    'whisper-1',
    'default',
  ])
    expect(known.refusalOfSession(heard({ model }))).toBeUndefined();
});
