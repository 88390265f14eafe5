import { sessionChange, sessionUpdate } from './wire';

it('what a session is asked for, at the rate of the machine', () => {
  const settings = { model: '', voice: '', instructions: '', turns: 'none', modality: 'text' } as const;
  expect(sessionUpdate(settings, undefined)).toEqual({
    type: 'session.update',
    session: {
      type: 'realtime',
      model: 'gpt-realtime',
      instructions: '',
      output_modalities: ['text'],
      audio: { input: { transcription: { model: 'whisper-1' }, turn_detection: null }, output: {} },
    },
  });
  const spoken = sessionUpdate({ ...settings, turns: 'semantic_vad', voice: 'piper/joe' }, 44_100);
  const format = { type: 'audio/pcm', rate: 44_100 };
  expect(spoken).toMatchObject({
    session: {
      audio: {
        input: { format, turn_detection: { type: 'semantic_vad' } },
        output: { format, voice: 'piper/joe' },
      },
    },
  });
});

it('what is asked where one thing is changed, and nothing of the others', () => {
  const settings = {
    ...{ model: 'a/b', voice: 'piper/joe', instructions: 'Be kind.' },
    turns: 'none',
    modality: 'text',
  };
  const changed = (what: keyof typeof settings) => sessionChange(settings, what);
  const update = (session: object) => ({ type: 'session.update', session: { type: 'realtime', ...session } });
  expect(changed('model')).toEqual(update({ model: 'a/b' }));
  expect(changed('voice')).toEqual(update({ audio: { output: { voice: 'piper/joe' } } }));
  expect(changed('instructions')).toEqual(update({ instructions: 'Be kind.' }));
  expect(changed('turns')).toEqual(update({ audio: { input: { turn_detection: null } } }));
  expect(changed('modality')).toEqual(update({ output_modalities: ['text'] }));
});
