import { behaviourOf, stockBehaviour } from '../behaviour';
import { testSession } from '../testing/harness';
import { isBackchannel } from './backchannels';
import { isEcho } from './echo';
import { judge, type Evidence } from './judge';

const policy = behaviourOf(testSession(), stockBehaviour).interruption;
const early: Evidence = {
  over: 'speaking',
  goesOn: true,
  speechMs: 100,
  silent: false,
  text: '',
  final: false,
  language: 'en',
  playing: 'the weather in London will be fine tomorrow',
  backchannel: '',
};
const verdict = (evidence: Partial<Evidence>, change: Partial<typeof policy> = {}): string => {
  const found = judge({ ...early, ...evidence }, { ...policy, ...change });
  return 'reason' in found ? `${found.kind} ${found.reason}` : found.kind;
};

it.each<[string, Partial<Evidence>, string]>([
  ['a voice of which nothing is known', {}, 'wait'],
  ['a cough that is over', { speechMs: 250, silent: true }, 'go_on'],
  ['a cough that was nothing', { speechMs: 250, silent: true, final: true }, 'dismiss noise'],
  ['a word', { text: 'Stop' }, 'interrupt words'],
  ['somebody who goes on speaking', { speechMs: 700 }, 'interrupt length'],
  ['assent that goes on', { speechMs: 900, text: 'uh-huh' }, 'wait'],
  ['assent drawn out too long', { speechMs: 1_600, text: 'uh-huh' }, 'interrupt words'],
  ['assent', { speechMs: 400, silent: true, final: true, text: 'Okay.' }, 'dismiss backchannel'],
  ['assent to the last words', { goesOn: false, final: true, text: 'Okay.' }, 'interrupt words'],
  ['assent to an assistant that thinks', { over: 'thinking', text: 'Okay.' }, 'interrupt words'],
  ['the loudspeaker', { speechMs: 900, text: 'weather in London will' }, 'go_on'],
  ['the loudspeaker to its end', { final: true, text: 'in London will be fine' }, 'dismiss echo'],
  ['words over the loudspeaker', { text: 'weather in no stop that please' }, 'interrupt words'],
  ['a voice when the assistant is done', { over: 'none' }, 'interrupt alone'],
  ['a voice that fell silent when the assistant was done', { over: 'none', silent: true }, 'go_on'],
])('%s', (_name, evidence, expected) => {
  expect(verdict(evidence)).toBe(expected);
});

it('asks for as many words as the session says', () => {
  expect(verdict({ text: 'Stop' }, { minWords: 2 })).toBe('wait');
  expect(verdict({ text: 'Stop it' }, { minWords: 2 })).toBe('interrupt words');
});

it('lets assent interrupt where the session says so', () => {
  expect(verdict({ text: 'Okay.' }, { ignoreBackchannels: false })).toBe('interrupt words');
});

it.each([
  ['Mm-hmm.', 'en', true],
  ['Yeah, okay, right.', 'en', true],
  ['I see.', 'en', true],
  ['Ja, genau.', 'de', true],
  ['Ja, genau.', '', true],
  ["D'accord.", 'fr', true],
  ['うん', 'ja', true],
  ['Okay, but what about London?', 'en', false],
  ['No.', 'en', false],
  ['Wait.', 'en', false],
  ['Right right right right right', 'en', false],
  ['', 'en', false],
])('%j in %j is assent: %s', (text, language, expected) => {
  expect(isBackchannel(text, language)).toBe(expected);
});

it('takes no single word for an echo', () => {
  expect(isEcho('London', early.playing)).toBe(false);
  expect(isEcho('London will', early.playing)).toBe(true);
  expect(isEcho('will London', early.playing)).toBe(false);
});

it.each<[string, Partial<Evidence>, string]>([
  ['is waited for', { speechMs: 300 }, 'wait'],
  ['is its echo', { speechMs: 300, text: 'mm hm', silent: true }, 'go_on'],
  ['was its echo', { speechMs: 300, text: 'Mm-hm', silent: true, final: true }, 'dismiss echo'],
  ['is a turn with any other word', { speechMs: 300, text: 'mm hm but' }, 'interrupt alone'],
  ['is a turn when it goes on', { speechMs: 1_600 }, 'interrupt alone'],
])('speech that begins while a word of attention is in the air %s', (_name, evidence, expected) => {
  expect(verdict({ over: 'none', backchannel: 'Mm-hm.', playing: '', ...evidence })).toBe(expected);
});
