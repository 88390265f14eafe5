import * as fc from 'fast-check';
import { UtteranceRig } from '../testing/utterance-rig';
import type { Job, UtteranceEffect } from './utterance-types';

type Action =
  | { readonly do: 'speak'; readonly ms: number }
  | { readonly do: 'pause'; readonly ms: number }
  | { readonly do: 'answer'; readonly which: number; readonly words: number }
  | { readonly do: 'fail'; readonly which: number; readonly retryable: boolean }
  | { readonly do: 'idle'; readonly mayPartial: boolean };

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('speak' as const), ms: fc.integer({ min: 32, max: 4_000 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('pause' as const), ms: fc.integer({ min: 32, max: 2_500 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('answer' as const), which: fc.nat(5), words: fc.nat(9) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('fail' as const), which: fc.nat(5), retryable: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('idle' as const), mayPartial: fc.boolean() }) },
);

const sentence = 'One two, three four. Five six seven: eight nine ten'.split(' ');

/** Jobs that were asked for and neither answered nor dropped. */
function openJobs(rig: UtteranceRig, answered: ReadonlySet<number>): Job[] {
  const dropped = new Set(rig.effects.flatMap((effect) => (effect.kind === 'drop' ? [effect.jobId] : [])));
  return rig.effects
    .flatMap((effect) => (effect.kind === 'decode' ? [effect.job] : []))
    .filter(({ id }) => !answered.has(id) && !dropped.has(id));
}

function perform(rig: UtteranceRig, act: Action, answered: Set<number>): void {
  switch (act.do) {
    case 'speak':
      return rig.speak(act.ms);
    case 'pause':
      return rig.pause(act.ms);
    case 'idle':
      rig.mayPartial = act.mayPartial;
      return;
    case 'answer':
    case 'fail': {
      const jobs = openJobs(rig, answered);
      const job = jobs[act.which % Math.max(1, jobs.length)];
      if (!job) return;
      answered.add(job.id);
      if (act.do === 'answer') rig.answer(job.id, sentence.slice(0, act.words).join(' '));
      else rig.fail(job.id, act.retryable);
    }
  }
}

const ends = (effects: readonly UtteranceEffect[]): UtteranceEffect[] =>
  effects.filter(({ kind }) => kind === 'final' || kind === 'failed');

/** Partials that take back what was called stable. */
function brokenPromises(effects: readonly UtteranceEffect[]): string[] {
  let stable = '';
  return effects.flatMap((effect) => {
    if (effect.kind !== 'partial') return [];
    const broken = effect.text.startsWith(stable) ? [] : [`${stable} → ${effect.text}`];
    stable = effect.text.slice(0, effect.stableChars);
    return broken;
  });
}

describe('any turn, any order of answers', () => {
  it('has exactly one end, after its close, and keeps what it called stable', () => {
    fc.assert(
      fc.property(
        fc.array(action, { maxLength: 40 }),
        fc.array(action, { maxLength: 10 }),
        fc.boolean(),
        (before, after, answers) => {
          const rig = new UtteranceRig();
          const answered = new Set<number>();
          for (const act of before) perform(rig, act, answered);
          expect(ends(rig.effects)).toEqual([]);
          rig.close();
          for (const act of after) perform(rig, act, answered);
          if (answers) {
            for (let job = openJobs(rig, answered)[0]; job; job = openJobs(rig, answered)[0]) {
              answered.add(job.id);
              rig.answer(job.id, 'done');
            }
          } else {
            rig.step({ kind: 'tick', nowMs: rig.nowMs + rig.timing.finalDeadlineMs, readAtMs: -Infinity });
          }
          expect(ends(rig.effects)).toHaveLength(1);
          expect(openJobs(rig, answered)).toEqual([]);
          expect(rig.effects.at(-1)).toBe(ends(rig.effects)[0]);

          const spans = rig.effects.flatMap((effect) => (effect.kind === 'decode' ? [effect.job.span] : []));
          expect(spans.filter(({ startSample, endSample }) => endSample <= startSample)).toEqual([]);
          expect(spans.filter(({ startSample, endSample }) => endSample - startSample > 28 * 16_000)).toEqual(
            [],
          );
          expect(spans.filter(({ endSample }) => endSample > rig.headMs * 16)).toEqual([]);
          expect(brokenPromises(rig.effects)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
