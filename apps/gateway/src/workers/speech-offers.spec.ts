import { MemoryBus } from '@parley/bus';
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

async function offers(): Promise<SpeechOffers> {
  const bus = new MemoryBus();
  await bus.respond('parley.tts.voices', async () =>
    encode(v1.ListVoicesReply, {
      voices: [
        { id: 'piper/joe', name: 'joe', engine: 'piper', aliases: ['alloy'] },
        { id: 'espeak/de', name: 'espeak-de', engine: 'espeak' },
      ],
    }),
  );
  await bus.respond('parley.stt.recognizers', async () =>
    encode(v1.ListRecognizersReply, {
      recognizers: [{ id: 'local/whisper', languages: ['en', 'de'], isDefault: true }, { id: 'test/any' }],
    }),
  );
  const made = new SpeechOffers(bus, new VoiceList(bus));
  made.prepare();
  await new Promise((resolve) => setTimeout(resolve, 50));
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

it('refuses a language that the recogniser does not know', async () => {
  const known = await offers();
  expect(known.refusalOfSession(heard({ model: 'whisper-1', language: 'xx' }))).toMatchObject({
    code: 'invalid_value',
    param: 'session.audio.input.transcription.language',
    message: "Invalid value: 'xx'. local/whisper does not know this language.",
  });
  expect(known.refusalOfSession(heard({ languages: ['xx', 'yy'] }))?.param).toBe(
    'session.audio.input.transcription.languages',
  );
  for (const fine of [
    { language: 'de-AT' },
    { languages: ['xx', 'en'] },
    { model: 'test/any', language: 'xx' },
    {},
  ])
    expect(known.refusalOfSession(heard(fine))).toBeUndefined();
});

it('refuses a recogniser that no worker has, and takes names of other services', async () => {
  const known = await offers();
  expect(known.refusalOfSession(heard({ model: 'nobody/knows' }))).toMatchObject({
    code: 'invalid_value',
    param: 'session.audio.input.transcription.model',
    message:
      "Invalid value: 'nobody/knows'. There is no such recogniser. Recognisers: local/whisper, test/any; a name without a slash is the default.",
  });
  for (const model of ['local/whisper', 'test/any', 'gpt-4o-transcribe', 'whisper-1', 'default'])
    expect(known.refusalOfSession(heard({ model }))).toBeUndefined();
});
