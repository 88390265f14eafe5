import { counter, testSession } from '../testing/harness';
import { emptyConversation } from '../conversation/state';
import type { Ctx } from '../ctx';
import type { ResponseEvent, ResponseOutput } from './events';
import { nextResponse } from './next';
import { planResponse } from './plan';
import { mainLane, newResponse, type ResponseState } from './state';

const ctx: Ctx = { nowMs: 0, ids: counter() };

function response(modality: 'audio' | 'text' = 'audio'): ResponseState {
  const { plan } = planResponse(testSession(), { output_modalities: [modality] }, emptyConversation, ctx.ids);
  if (plan === undefined) throw new Error('no plan');
  return newResponse('resp_1', mainLane, plan, 0);
}

function run(
  events: readonly ResponseEvent[],
  from = response(),
): { state: ResponseState; out: ResponseOutput[] } {
  let state = from;
  const out: ResponseOutput[] = [];
  for (const event of events) {
    const step = nextResponse(state, event, ctx);
    state = step.response;
    out.push(...step.out);
  }
  return { state, out };
}

const ready: ResponseEvent = { type: 'ready' };
const text = (delta: string): ResponseEvent => ({ type: 'text', delta });
const done: ResponseEvent = { type: 'finished', reason: 'stop', usage: null };
const audio = (ms: number): ResponseEvent => ({
  type: 'audio',
  pcm: new Uint8Array(ms * 48),
  audioMs: ms,
  playEndAtMs: ms,
});
const segment = (textStart: number, textEnd: number): ResponseEvent => ({
  type: 'segment_started',
  textStart,
  textEnd,
});
const segmentDone: ResponseEvent = { type: 'segment_done', words: [] };
const spoken: ResponseEvent = { type: 'speech_done' };
const failure = { type: 'server_error', code: 'x', message: 'no' } as const;

const types = (out: readonly ResponseOutput[]): string[] => out.map(({ type }) => type);
const ending = (out: readonly ResponseOutput[]) => out.filter((output) => output.type === 'ended');

describe('how it ends', () => {
  const began = [ready, text('Hello there.'), segment(0, 12), audio(100)];
  it.each<[string, ResponseEvent[], string, string | undefined]>([
    ['nothing to say', [ready, done], 'completed', undefined],
    ['said', [...began, done, segmentDone, spoken], 'completed', undefined],
    [
      'too long',
      [...began, { type: 'finished', reason: 'length', usage: null }, spoken],
      'incomplete',
      'max_output_tokens',
    ],
    [
      'filtered',
      [...began, { type: 'finished', reason: 'content_filter', usage: null }, spoken],
      'incomplete',
      'content_filter',
    ],
    ['interrupted', [...began, { type: 'cancel', reason: 'turn_detected' }], 'cancelled', 'turn_detected'],
    [
      'cancelled before anything',
      [{ type: 'cancel', reason: 'client_cancelled' }],
      'cancelled',
      'client_cancelled',
    ],
    [
      'the model failed: what it wrote is still said',
      [...began, { type: 'model_failed', failure }, spoken],
      'failed',
      'x',
    ],
    ['the voice failed', [...began, { type: 'speech_failed', failure, retryable: false }], 'failed', 'x'],
    ['a deadline', [...began, { type: 'fail', failure }], 'failed', 'x'],
  ])('%s', (_name, events, status, why) => {
    const [end, ...more] = ending(run(events).out);
    expect(more).toEqual([]);
    expect(end?.status).toBe(status);
    const details = end?.details;
    const said =
      details === null || details === undefined
        ? undefined
        : 'reason' in details
          ? details.reason
          : details.error.code;
    expect(said).toBe(why);
  });

  it('is not reached while speech is owed', () => {
    expect(ending(run([...began, done]).out)).toEqual([]);
    expect(ending(run([...began, spoken]).out)).toEqual([]);
  });
});

describe('a message', () => {
  it('begins with its first word', () => {
    expect(types(run([ready, text('\n\n '), text('Hi')], response('text')).out)).toEqual([
      'ask',
      'item_opened',
      'part_opened',
      'text_delta',
    ]);
  });

  it('is shown as far as it is spoken', () => {
    const { out } = run([ready, text('One two. Three.'), segment(0, 9), audio(10), audio(10)]);
    const shown = out.flatMap((output) => (output.type === 'transcript_delta' ? [output.delta] : []));
    expect(shown).toEqual(['One two. ']);
  });

  it('that is cut off shows no more than was spoken, and drops what waits behind it', () => {
    const call: ResponseEvent = { type: 'call', callId: 'c', name: 'f', argumentsJson: '{}' };
    const { out } = run([
      ready,
      text('One two. Three.'),
      segment(0, 9),
      audio(10),
      call,
      { type: 'cancel', reason: 'turn_detected' },
    ]);
    const closed = out.flatMap((output) => (output.type === 'item_closed' ? [output.item] : []));
    expect(closed).toMatchObject([{ status: 'incomplete', content: [{ transcript: 'One two. ' }] }]);
    expect(types(out).slice(-5)).toEqual([
      'abandon_model',
      'abandon_speech',
      'part_closed',
      'item_closed',
      'ended',
    ]);
  });

  it('that grows beyond all bounds is stopped', () => {
    const { out } = run([ready, text('a '.repeat(30_000))], response('text'));
    expect(types(out)).toContain('abandon_model');
    expect(ending(out)[0]?.status).toBe('incomplete');
  });

  it('after a call is a message of its own', () => {
    const call: ResponseEvent = { type: 'call', callId: 'c', name: 'f', argumentsJson: '' };
    const { out } = run([ready, text('Before.'), call, text('After.'), done], response('text'));
    const closed = out.flatMap((output) => (output.type === 'item_closed' ? [output.item.type] : []));
    expect(closed).toEqual(['message', 'function_call', 'message']);
  });
});

describe('a lost model', () => {
  const asks = (out: readonly ResponseOutput[]) => out.filter((output) => output.type === 'ask');
  const lost: ResponseEvent = { type: 'model_lost' };

  it('is asked again when it had not begun', () => {
    const { out } = run([ready, lost]);
    expect(asks(out).map(({ written }) => written)).toEqual(['', '']);
    expect(asks(out)[1]?.generation).toBeGreaterThan(asks(out)[0]?.generation ?? 0);
  });

  it('is continued where it stopped', () => {
    const { state, out } = run(
      [ready, text('One two'), lost, text('One '), text('two three.'), done],
      response('text'),
    );
    expect(asks(out)[1]?.written).toBe('One two');
    expect(state.closed).toMatchObject([{ content: [{ text: 'One two three.' }] }]);
  });

  it('whose successor says something else ends what was said', () => {
    const { out } = run(
      [ready, text('It is a wonderful day for a walk'), lost, text('It is a wonderful night')],
      response('text'),
    );
    expect(ending(out)[0]?.status).toBe('failed');
    expect(types(out)).toContain('abandon_model');
  });

  it('after a whole call has answered', () => {
    const call: ResponseEvent = { type: 'call', callId: 'c', name: 'f', argumentsJson: '{}' };
    expect(ending(run([ready, call, lost]).out)[0]?.status).toBe('completed');
  });

  it('is not asked for ever', () => {
    expect(ending(run([ready, lost, lost, lost]).out)[0]?.status).toBe('failed');
  });
});

describe('a lost voice', () => {
  it('is followed by one that goes on with the next word', () => {
    const { out } = run([
      ready,
      text('One two three four.'),
      segment(0, 8),
      audio(480),
      segmentDone,
      segment(8, 19),
      audio(120),
      { type: 'speech_lost' },
    ]);
    const again = out.slice(out.findLastIndex(({ type }) => type === 'speak_begin'));
    // 120 ms of "three" at 60 ms a character: its tail is not said again.
    expect(again).toMatchObject([{ type: 'speak_begin' }, { type: 'speak_text', delta: 'four.' }]);
  });

  it('is not replaced for ever', () => {
    const lose: ResponseEvent = { type: 'speech_lost' };
    expect(ending(run([ready, text('One. '), lose, lose, lose]).out)[0]?.status).toBe('failed');
  });
});
