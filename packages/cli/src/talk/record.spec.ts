import { Recorder } from './record';
import type { TalkEvent } from './talk-event';

type Untimed<E = TalkEvent> = E extends unknown ? Omit<E, 'atMs'> : never;

const started: Untimed = { kind: 'speech-started' };
const stopped: Untimed = { kind: 'speech-stopped' };
const heard = (text: string): Untimed => ({ kind: 'heard', text });
const begins = (responseId: string): Untimed => ({ kind: 'reply-started', responseId });
const ends = (responseId: string, status = 'completed'): Untimed => ({
  kind: 'reply-done',
  responseId,
  status,
  detail: '',
});
const turn = (text: string): Untimed[] => [started, stopped, heard(text)];

const awaited = (...events: Untimed[]) => {
  const recorder = new Recorder();
  for (const event of events) recorder.take({ ...event, atMs: 0 });
  const { awaitedTranscripts, awaitedReplies } = recorder.record;
  return [awaitedTranscripts, awaitedReplies];
};

it.each<[string, Untimed[], number[]]>([
  ['nothing was said', [], [0, 0]],
  ['a turn is over', [started, stopped], [1, 1]],
  ['a turn was heard', turn('Hi.'), [0, 1]],
  ['nothing was heard in it', turn(''), [0, 0]],
  ['it is being answered', [...turn('Hi.'), begins('r')], [0, 1]],
  ['it was answered', [...turn('Hi.'), begins('r'), ends('r')], [0, 0]],
  ['a turn came before the answer to the one before it', [...turn('Hi,'), ...turn('Joe.')], [0, 1]],
  [
    'a turn was answered that came before the answer to the one before it',
    [...turn('Hi,'), ...turn('Joe.'), begins('r'), ends('r')],
    [0, 0],
  ],
  [
    'an answer was interrupted',
    [...turn('Hi.'), begins('r'), ...turn('No.'), ends('r', 'cancelled')],
    [0, 1],
  ],
  [
    'an answer was interrupted by nothing that was said',
    [...turn('Hi.'), begins('r'), ...turn(''), ends('r')],
    [0, 0],
  ],
  [
    'the last turn is not heard yet, and nothing was heard in the one before',
    [started, stopped, started, stopped, heard('')],
    [1, 1],
  ],
])('knows what is to come when %s', (_, events, expected) => {
  expect(awaited(...events)).toEqual(expected);
});
