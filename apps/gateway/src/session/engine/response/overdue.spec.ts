import { deadlines } from '../deadlines';
import { emptyConversation } from '../conversation/state';
import { counter, testSession } from '../testing/harness';
import type { ResponseEvent } from './events';
import { nextResponse } from './next';
import { overdue } from './overdue';
import { planResponse } from './plan';
import { mainLane, newResponse, type ResponseState } from './state';

const ids = counter();

function after(events: readonly ResponseEvent[]): ResponseState {
  const { plan } = planResponse(testSession(), {}, emptyConversation, ids);
  if (plan === undefined) throw new Error('no plan');
  return events.reduce(
    (state, event) => nextResponse(state, event, { nowMs: 0, ids }).response,
    newResponse('resp', mainLane, plan, 0),
  );
}

const ready: ResponseEvent = { type: 'ready' };
const text: ResponseEvent = { type: 'text', delta: 'Hello.' };
const finished: ResponseEvent = { type: 'finished', reason: 'stop', usage: null };

it.each<[string, ResponseEvent[], number, string]>([
  ['the words of a turn', [], deadlines.transcriptMs, 'transcription_timeout'],
  ['the first token', [ready], deadlines.firstTokenMs, 'llm_timeout'],
  ['the next token', [ready, text], deadlines.nextTokenMs, 'llm_timeout'],
  ['speech', [ready, text, finished], deadlines.speechMs, 'tts_timeout'],
])('%s', (_name, events, deadlineMs, code) => {
  const response = after(events);
  expect(overdue(response, 0, deadlineMs - 1)).toBeUndefined();
  expect(overdue(response, 0, deadlineMs)?.code).toBe(code);
});

it.each<[string, ResponseEvent[], number]>([
  ['thinks', [ready], deadlines.firstTokenMs],
  ['writes what cannot be told', [ready, text], deadlines.nextTokenMs],
])('a model that %s is waited for as long as there are signs of it', (_name, events, deadlineMs) => {
  const [signAtMs, againAtMs] = [deadlineMs - 1, 2 * deadlineMs - 2];
  const alive = (state: ResponseState, nowMs: number) =>
    nextResponse(state, { type: 'alive' }, { nowMs, ids }).response;
  const response = alive(alive(after(events), signAtMs), againAtMs);
  expect(overdue(response, 0, againAtMs + deadlineMs - 1)).toBeUndefined();
  expect(overdue(response, 0, againAtMs + deadlineMs)?.code).toBe('llm_timeout');
});

it('a sign of a model that has ended changes nothing', () => {
  const response = after([ready, text, finished]);
  expect(nextResponse(response, { type: 'alive' }, { nowMs: 1, ids })).toEqual({ response, out: [] });
});

it('no audio is missed while the client has enough to play', () => {
  const response = after([ready, text, finished]);
  expect(overdue(response, 60_000, 30_000)).toBeUndefined();
  expect(overdue(response, 60_000, 60_000 - 3_000 + deadlines.speechMs)?.code).toBe('tts_timeout');
});

it('a response that goes on for ever ends', () => {
  const response = { ...after([ready, text]), llmAtMs: deadlines.responseMs };
  expect(overdue(response, 0, deadlines.responseMs)?.code).toBe('response_timeout');
});
