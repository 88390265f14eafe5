import type { ConversationItem } from '@parley/protocol';
import type { Spoken } from '../playout/timeline';
import { contextOf } from './context';
import { entryOf, type Entry } from './state';

let count = 0;
const id = (): string => `item_${++count}`;

const user = (text: string): Entry =>
  entryOf({
    id: id(),
    type: 'message',
    status: 'completed',
    role: 'user',
    content: [{ type: 'input_text', text }],
  });
const heard = (transcript: string | null): Entry =>
  entryOf({
    id: id(),
    type: 'message',
    status: 'completed',
    role: 'user',
    content: [{ type: 'input_audio', transcript }],
  });
const said = (text: string, extra: Partial<Entry> = {}): Entry =>
  entryOf(
    {
      id: id(),
      type: 'message',
      status: 'completed',
      role: 'assistant',
      content: [{ type: 'output_text', text }],
    },
    extra,
  );
const call = (callId: string, status: ConversationItem['status'] = 'completed'): Entry =>
  entryOf({ id: id(), type: 'function_call', status, call_id: callId, name: 'f', arguments: '{}' });
const output = (callId: string): Entry =>
  entryOf({
    id: id(),
    type: 'function_call_output',
    status: 'completed',
    call_id: callId,
    output: `out ${callId}`,
  });

/** Roles with text, calls as `f:id`. */
const story = (entries: readonly Entry[]): string[] =>
  contextOf(entries).map((message) => {
    const calls =
      message.role === 'assistant' ? message.calls.map(({ callId }) => ` f:${callId}`).join('') : '';
    return `${message.role}: ${message.text}${calls}`;
  });

const spoken: Spoken = {
  text: 'One two three.',
  segments: [
    {
      textStart: 0,
      textEnd: 14,
      startMs: 0,
      endMs: 840,
      words: [{ textStart: 0, textEnd: 3, startMs: 0, endMs: 180 }],
    },
  ],
  sentMs: 840,
  complete: true,
};

it.each<[string, Entry[], string[]]>([
  ['a plain exchange', [user('Hi.'), said('Hello.')], ['user: Hi.', 'assistant: Hello.']],
  ['turns without words', [heard(null), heard(''), heard('Hm?')], ['user: Hm?']],
  ['speech that was heard', [said('x', { spoken })], ['assistant: One two three.']],
  ['speech that was cut', [said('x', { spoken, heardMs: 200 })], ['assistant: One']],
  ['speech that nobody heard', [said('x', { spoken, heardMs: 100 }), user('Hi.')], ['user: Hi.']],
  [
    'a call with its output',
    [user('Do.'), call('a'), output('a')],
    ['user: Do.', 'assistant:  f:a', 'tool: out a'],
  ],
  [
    'words said before a call',
    [said('Let me see.'), call('a'), output('a')],
    ['assistant: Let me see. f:a', 'tool: out a'],
  ],
  [
    'parallel calls',
    [call('a'), call('b'), output('a'), output('b')],
    ['assistant:  f:a f:b', 'tool: out a', 'tool: out b'],
  ],
  ['a call without output', [user('Do.'), call('a')], ['user: Do.']],
  ['an output without call', [output('a'), user('Do.')], ['user: Do.']],
  ['an output before its call', [output('a'), call('a')], []],
  ['a call that was cut off', [call('a', 'incomplete'), output('a')], []],
  ['a second output', [call('a'), output('a'), output('a')], ['assistant:  f:a', 'tool: out a']],
  ['one of two calls answered', [call('a'), call('b'), output('b')], ['assistant:  f:b', 'tool: out b']],
  [
    'talk while a tool runs: the call stands where its output came',
    [call('a'), user('And?'), said('A moment.'), output('a')],
    ['user: And?', 'assistant: A moment. f:a', 'tool: out a'],
  ],
])('%s', (_name, entries, expected) => {
  expect(story(entries)).toEqual(expected);
});

describe('what came while a response was thinking stands behind it', () => {
  const first = user('First.');
  const origin = { responseId: 'r', after: first.item.id };
  const answer = said('Answer.', { origin });
  const more = said('More.', { origin });
  const second = user('Second.');

  it.each<[string, Entry[], string[]]>([
    ['one question', [first, second, answer], ['First.', 'Answer.', 'Second.']],
    ['an answer in two messages', [first, answer, second, more], ['First.', 'Answer.', 'More.', 'Second.']],
    ['nothing came', [first, answer, second], ['First.', 'Answer.', 'Second.']],
    ['what it knew is gone', [second, answer], ['Second.', 'Answer.']],
    [
      'it knew nothing',
      [second, said('Hi.', { origin: { responseId: 'q', after: null } })],
      ['Hi.', 'Second.'],
    ],
  ])('%s', (_name, entries, expected) => {
    expect(contextOf(entries).map(({ text }) => text)).toEqual(expected);
  });
});

it('a conversation that is too long loses its beginning, in large steps and never half a call', () => {
  const long = (size: number) =>
    Array.from({ length: size }, (_, i) => [user('u'.repeat(1_000)), call(`c${i}`), output(`c${i}`)]).flat();
  const system = entryOf({
    id: id(),
    type: 'message',
    status: 'completed',
    role: 'system',
    content: [{ type: 'input_text', text: 'Rules.' }],
  });
  const first = contextOf([system, ...long(230)]);
  expect(first[0]).toEqual({ role: 'system', text: 'Rules.' });
  expect(first[1]?.role).not.toBe('tool');
  const total = first.reduce((sum, { text }) => sum + text.length, 0);
  expect(total).toBeLessThanOrEqual(200_000);
  // The cut stays where it is for many turns: a provider's prompt cache holds.
  const next = contextOf([system, ...long(231)]);
  expect(next.length - first.length).toBe(3);
});

describe('a turn that was taken for over too soon', () => {
  const piece = (text: string): Entry => ({ ...heard(text), continues: true });

  it('is one message, as nothing was heard in between', () => {
    const unheard = said('One two three.', { spoken, heardMs: 0 });
    expect(contextOf([heard('I would like a table'), unheard, piece('for four'), piece('tonight.')])).toEqual(
      [{ role: 'user', text: 'I would like a table for four tonight.' }],
    );
  });

  it('is two messages once something was heard', () => {
    const messages = contextOf([heard('I would like a table'), said('For when?'), piece('for four.')]);
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
  });
});

it('gives the model calls that a client tells of as every provider takes them', () => {
  const told = (name: string, json: string): Entry =>
    entryOf({ id: id(), type: 'function_call', status: 'completed', call_id: name, name, arguments: json });
  const entries = [
    told('look up', 'Ulm'),
    output('look up'),
    told('f', '[1]'),
    output('f'),
    call('c'),
    output('c'),
  ];
  expect(contextOf(entries)[0]).toMatchObject({
    role: 'assistant',
    calls: [
      { callId: 'look up', name: 'look_up', argumentsJson: '{"arguments":"Ulm"}' },
      { callId: 'f', name: 'f', argumentsJson: '{"arguments":"[1]"}' },
      { callId: 'c', name: 'f', argumentsJson: '{}' },
    ],
  });
});
