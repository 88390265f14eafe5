import { EngineError } from '@parley/engines-kit';
import { deadlines } from '../testing/deadlines';
import { next } from './next';
import { newAnswer, type AnswerContext, type AnswerInput } from './state';

const context = (nowMs: number): AnswerContext => ({
  nowMs,
  held: false,
  deadlines,
  admits: () => true,
  refusal: () => new EngineError('transient', 'circuit_open', 'shut'),
  together: () => false,
  takeover: () => 'on',
});

/** Seconds at which the listener is given a sign of life. */
function signsOf(inputs: readonly (readonly [number, AnswerInput])[], candidates = 1): number[] {
  let state = newAnswer(candidates, 0);
  const signs: number[] = [];
  for (const [second, input] of [[0, { type: 'start' }] as const, ...inputs]) {
    const [after, effects] = next(state, input, context(second * 1_000));
    state = after;
    for (const { type } of effects) if (type === 'alive') signs.push(second);
  }
  return signs;
}

const alive: AnswerInput = { type: 'alive', attempt: 0 };
const text = (words: string): AnswerInput => ({
  type: 'part',
  attempt: 0,
  event: { type: 'text', text: words },
});
const each = (seconds: number, input: AnswerInput) =>
  Array.from({ length: seconds }, (_, second) => [second + 1, input] as const);

describe('a sign of life for whoever listens', () => {
  it('is given every three seconds of thought', () => {
    expect(signsOf(each(10, alive))).toEqual([3, 6, 9]);
  });

  it('is given once nothing was told for so long', () => {
    expect(signsOf([...each(5, text('word ')), [6, alive], [7, alive], [8, alive]])).toEqual([8]);
  });

  it('is given for words that are held back as a possible repeat', () => {
    expect(
      signsOf([
        [1, text('word ')],
        [2, text('')],
        [5, text('')],
      ]),
    ).toEqual([5]);
  });

  it('is given when another model is asked', () => {
    const failure = new EngineError('transient', 'provider_error', 'no');
    expect(signsOf([[9, { type: 'failed', attempt: 0, failure }]], 2)).toEqual([9]);
  });

  it('is not given of an answer that is over, or of an attempt that is', () => {
    const failure = new EngineError('caller_fault', 'invalid_request', 'no');
    expect(
      signsOf([
        [4, { type: 'cancel' }],
        [8, alive],
      ]),
    ).toEqual([]);
    expect(
      signsOf(
        [
          [4, { type: 'failed', attempt: 0, failure }],
          [8, alive],
        ],
        2,
      ),
    ).toEqual([]);
  });
});
