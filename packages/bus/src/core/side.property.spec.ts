import * as fc from 'fast-check';
import { Pair, Probe, settings, window } from './side-pair';

type Step = (pair: Pair) => void;

const which = fc.constantFrom<'left' | 'right'>('left', 'right');
let text = 0;

const sends = fc.tuple(which, fc.nat(4)).map(
  ([who, generation]): Step =>
    (pair) =>
      void pair[who].send(`t${(text += 1)}`, generation),
);
const passes = which.map(
  (who): Step =>
    (pair) =>
      pair.pass(pair[who]),
);
const overtakes = fc.tuple(which, fc.nat(5)).map(
  ([who, n]): Step =>
    (pair) =>
      pair.pass(pair[who], n),
);
const losses = fc.tuple(which, fc.nat(5)).map(
  ([who, n]): Step =>
    (pair) =>
      void pair[who].wire.splice(n % Math.max(1, pair[who].wire.length), 1),
);
const doubles = which.map((who): Step => (pair) => {
  const [bytes] = pair[who].wire;
  if (bytes !== undefined) pair.hand(pair[who], bytes);
});
const ticks = fc.constant<Step>((pair) => pair.tick());
const pauses = fc.constant<Step>((pair) => pair.tick(5_000));
const beats = fc.constant<Step>((pair) => pair.beat());
const cancels = fc.tuple(which, fc.nat(4)).map(
  ([who, n]): Step =>
    (pair) =>
      pair[who].cancel(n),
);
const breaks = fc.tuple(which, fc.boolean()).map(
  ([who, connected]): Step =>
    (pair) =>
      pair[who].connection(connected),
);
const ends = which.map(
  (who): Step =>
    (pair) =>
      pair[who].side.end(),
);
const closes = which.map(
  (who): Step =>
    (pair) =>
      pair[who].side.close(),
);

const traffic = [
  { arbitrary: sends, weight: 12 },
  { arbitrary: passes, weight: 12 },
  { arbitrary: overtakes, weight: 2 },
  { arbitrary: losses, weight: 2 },
  { arbitrary: doubles, weight: 2 },
  { arbitrary: ticks, weight: 2 },
  { arbitrary: pauses, weight: 1 },
  { arbitrary: beats, weight: 2 },
  { arbitrary: breaks, weight: 1 },
];
const steps = (...more: { arbitrary: fc.Arbitrary<Step>; weight: number }[]) =>
  fc.array(fc.oneof(...traffic, ...more), { maxLength: 120 });

/** `some` in the order of `all`, none twice. */
function isSubsequence(some: readonly string[], all: readonly string[]): boolean {
  let place = 0;
  for (const entry of all) if (entry === some[place]) place += 1;
  return place === some.length;
}

function run(
  program: readonly Step[],
  peersBeat: boolean,
  check: (pair: Pair) => void = () => undefined,
): Pair {
  const pair = new Pair(peersBeat);
  for (const step of program) {
    step(pair);
    check(pair);
  }
  pair.calm();
  check(pair);
  return pair;
}

const textsOf = (probe: Probe): string[] => probe.sent.map((frame) => frame.text);

describe.each([
  ['each stream beats', false],
  ['processes beat', true],
])('a stream over a bad network, where %s', (_name, peersBeat) => {
  it('never repeats, reorders or invents a frame', () => {
    const program = steps({ arbitrary: cancels, weight: 1 }, { arbitrary: closes, weight: 1 });
    fc.assert(
      fc.property(program, (all) => {
        run(all, peersBeat, ({ left, right }) => {
          expect(isSubsequence(right.texts, textsOf(left))).toBe(true);
          expect(isSubsequence(left.texts, textsOf(right))).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('loses nothing as long as it is not closed, which it mostly is not', () => {
    let closed = 0;
    fc.assert(
      fc.property(steps(), (all) => {
        const { left, right } = run(all, peersBeat);
        if (left.closes.length + right.closes.length > 0) {
          closed += 1;
          return;
        }
        expect(right.texts).toEqual(textsOf(left));
        expect(left.texts).toEqual(textsOf(right));
      }),
      { numRuns: 300 },
    );
    expect(closed).toBeLessThan(100);
  });

  it('never has more under way than the credit, and never runs dry', () => {
    fc.assert(
      fc.property(steps({ arbitrary: cancels, weight: 1 }), (all) => {
        const { left, right } = run(all, peersBeat, (pair) => {
          for (const probe of pair.probes) expect(probe.side.credit).toBeLessThanOrEqual(window);
        });
        if (left.closes.length + right.closes.length > 0) return;
        expect(left.side.credit).toBeGreaterThan(window / 2);
        expect(right.side.credit).toBeGreaterThan(window / 2);
      }),
      { numRuns: 300 },
    );
  });

  it('is closed once on both sides, tells nothing after that, and is gone in the end', () => {
    const program = steps({ arbitrary: closes, weight: 2 }, { arbitrary: ends, weight: 2 });
    fc.assert(
      fc.property(program, (all) => {
        const { left, right, probes } = run(all, peersBeat);
        const closed = left.closes.length + right.closes.length > 0;
        for (const probe of probes) {
          expect([probe.closes.length, probe.goneCount]).toEqual(closed ? [1, 1] : [0, 0]);
          expect([probe.afterClose, probe.endings <= 1]).toEqual([0, true]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('abandons a cancelled generation for good on both sides', () => {
    fc.assert(
      // The probes themselves refuse a frame of a generation they cancelled or were told is cancelled.
      fc.property(steps({ arbitrary: cancels, weight: 4 }), (all) => {
        const { left, right } = run(all, peersBeat);
        if (left.closes.length + right.closes.length > 0) return;
        expect(left.floor).toBe(right.floor);
      }),
      { numRuns: 300 },
    );
  });

  it('notices the death of the peer at any moment', () => {
    fc.assert(
      fc.property(steps(), (all) => {
        const pair = new Pair(peersBeat);
        for (const step of all) step(pair);
        const limitMs = settings.disconnectedLimitMs + settings.reconnectGraceMs + settings.lostAfterMs;
        for (let ms = 0; ms <= limitMs; ms += settings.tickMs) pair.tick();
        expect(pair.left.closes).toHaveLength(1);
        expect(pair.left.goneCount).toBe(1);
      }),
      { numRuns: 100 },
    );
  });
});
