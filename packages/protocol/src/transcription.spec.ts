import { parseSessionPatch } from './parse';

const transcription = (config: object) =>
  parseSessionPatch({ type: 'realtime', audio: { input: { transcription: config } } });
const taken = (config: object) => transcription(config).ok?.audio?.input?.transcription;

it.each([
  [{ languages: ['en', 'pt-BR'] }],
  [{ keywords: ['Parley', 'Kazimir'] }],
  [{ delay: 'xhigh' }],
  [{ language: 'en', languages: [], keywords: [], delay: null }, { language: 'en' }],
])('takes %j', (config: object, effective: object = config) => {
  expect(taken(config)).toEqual({ model: 'default', ...effective });
});

it.each<[string, object, string]>([
  ['a delay that is none', { delay: 'later' }, 'delay'],
  ['no language code', { languages: ['en', 'English'] }, 'languages[1]'],
  ['one language and several', { language: 'en', languages: ['de'] }, 'languages'],
  ['an empty keyword', { keywords: ['a', ' '] }, 'keywords[1]'],
  ['more keywords than can be kept in mind', { keywords: Array(4).fill('x'.repeat(100)) }, 'keywords'],
])('refuses %s by name', (_, config, param) => {
  expect(transcription(config).error).toMatchObject({
    code: 'invalid_value',
    param: `session.audio.input.transcription.${param}`,
  });
});
