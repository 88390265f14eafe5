import * as fc from 'fast-check';

export type ActionKind =
  | 'audio'
  | 'time'
  | 'hear'
  | 'likely'
  | 'settled'
  | 'misheard'
  | 'model'
  | 'speech'
  | 'stale'
  | 'link'
  /** Of tools that run on the server. */
  | 'tool'
  | 'client';

/** One thing that happens; `a` and `b` choose which, as far as the state of things allows it. */
export interface Action {
  readonly kind: ActionKind;
  readonly a: number;
  readonly b: number;
}

type Weights = Readonly<Partial<Record<ActionKind, number>>>;

const weights: Weights = {
  audio: 4,
  time: 4,
  hear: 14,
  likely: 3,
  settled: 3,
  misheard: 2,
  model: 14,
  speech: 16,
  stale: 2,
  link: 2,
  client: 8,
};

export const actions = (without: readonly ActionKind[] = [], more: Weights = {}): fc.Arbitrary<Action[]> =>
  fc.array(
    fc.record({
      kind: fc.oneof(
        ...(Object.entries({ ...weights, ...more }) as [ActionKind, number][])
          .filter(([kind]) => !without.includes(kind))
          .map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) })),
      ),
      a: fc.nat(99),
      b: fc.nat(99),
    }),
    { minLength: 1, maxLength: 60, size: 'max' },
  );
