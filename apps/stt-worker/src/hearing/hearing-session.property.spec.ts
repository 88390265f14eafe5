import type { v1 } from '@parley/contracts';
import * as fc from 'fast-check';
import { murmur, silence, speech } from '../testing/fake-vad';
import { HearingRig, pushToTalk, serverVad } from '../testing/hearing-rig';

const act = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('speech', 'silence', 'murmur'),
      frames: fc.integer({ min: 1, max: 40 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('answer'), frames: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('fail', 'commit', 'early commit', 'clear', 'gap', 'replay'),
      frames: fc.nat(20),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('vad', 'talk', 'partials', 'wait'), frames: fc.nat(30) }),
  },
);
const frame = 512;

/** What the caller of the stream believes: the number its next commit carries. */
function nextNumber(rig: HearingRig): number {
  const committed = rig.events.flatMap((event) => event.turnCommitted?.utterance ?? []);
  return Math.max(0, ...committed) + 1;
}

function perform(rig: HearingRig, what: string, frames: number): void {
  const { session, orders, position } = rig;
  if (what === 'speech') rig.play(speech(frames));
  if (what === 'silence') rig.play(silence(frames));
  if (what === 'murmur') rig.play(murmur(frames));
  if (what === 'answer' && orders.length > 0) rig.decoded(orders.shift()!, 'one two three'.slice(0, frames));
  if (what === 'fail' && orders.length > 0) {
    session.decodeFailed(orders.shift()!, { code: 'broken', message: '', retryable: frames > 10 });
  }
  const startSample = Math.max(0, position - frames * frame);
  if (what === 'commit') session.commit({ utterance: nextNumber(rig), startSample, endSample: position });
  if (what === 'early commit') {
    session.commit({
      utterance: nextNumber(rig),
      startSample: position,
      endSample: position + frames * frame,
    });
  }
  if (what === 'clear') session.clear(position);
  if (what === 'gap') rig.position += frames * frame;
  if (what === 'replay') session.audio(startSample, speech(frames));
  if (what === 'vad') session.configure(serverVad({ silenceDurationMs: 32 * (frames + 1) }));
  if (what === 'talk') session.configure(pushToTalk);
  if (what === 'partials') rig.mayPartial = frames > 15;
  if (what === 'wait') rig.pass(frames * 30);
}

/** Events of one turn, as letters: Started Partial sTopped Committed Final. */
function grammar(events: readonly v1.HearingEvent.$Properties[]): Map<number, string> {
  const words = new Map<number, string>();
  const add = (utterance: number | null | undefined, letter: string): void => {
    if (utterance) words.set(utterance, (words.get(utterance) ?? '') + letter);
  };
  for (const event of events) {
    add(event.speechStarted?.utterance, 'S');
    add(event.partial?.utterance, 'P');
    add(event.speechStopped?.utterance, 'T');
    add(event.turnCommitted?.utterance, 'C');
    add(event.final?.utterance, 'F');
    add(event.failed?.utterance, 'F');
  }
  return words;
}

/** Turns told to begin before the end of a committed one. */
function earlyStarts(events: readonly v1.HearingEvent.$Properties[]): number[] {
  let committedTo = 0;
  return events.flatMap(({ turnCommitted, speechStarted }) => {
    committedTo = Math.max(committedTo, turnCommitted?.endSample ?? 0);
    const startSample = speechStarted?.startSample ?? Infinity;
    return startSample < committedTo ? [startSample] : [];
  });
}

describe('any session', () => {
  it('tells every turn in order, once, and none overlaps another', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), fc.boolean(), (acts, talk) => {
        const rig = new HearingRig({
          config: talk ? pushToTalk : serverVad(),
          timing: { finalDeadlineMs: 5_000 },
        });
        for (const { do: what, frames } of acts) perform(rig, what, frames);
        rig.pass(700);
        rig.pass(700);
        rig.pass(5_000);
        rig.pass(5_000);

        // An abandoned turn's number is used again: S and P of it may come before.
        for (const word of grammar(rig.events).values()) expect(word).toMatch(/^[SP]*(S?P*TCF|CF)?$/);
        const committed = rig.events.flatMap(({ turnCommitted }) => (turnCommitted ? [turnCommitted] : []));
        const numbers = committed.map(({ utterance }) => utterance);
        expect(numbers).toEqual([...new Set(numbers)].toSorted((x, y) => x! - y!));
        const ends = committed.map(({ endSample }) => endSample!);
        expect(ends).toEqual(ends.toSorted((x, y) => x - y));
        expect(committed.filter(({ startSample, endSample }) => endSample! < startSample!)).toEqual([]);
        expect(earlyStarts(rig.events)).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });
});
