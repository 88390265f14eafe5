import { joined, silence, speech } from '../testing/fake-vad';
import { HearingRig } from '../testing/hearing-rig';

/** 30 turns of a minute and a half. */
const turns = 30;
const upload = joined(...Array.from({ length: turns }, () => joined(speech(60), silence(40))));
const decodeMs = 1_500;

/** An engine that does one thing at a time. */
function decodeNext(rig: HearingRig): void {
  for (let passedMs = 0; passedMs < decodeMs; passedMs += 100) rig.pass(100);
  const order = rig.orders.shift();
  if (order !== undefined) rig.decoded(order, `words of ${order.utterance}`);
}

describe('audio that comes faster than it can be read', () => {
  it('is read to its end: a turn has its time from when the one before it was read', () => {
    const rig = new HearingRig();
    rig.mayPartial = false;
    rig.rush(upload);
    while (rig.orders.length > 0) decodeNext(rig);
    const ends = rig.told.filter((told) => /^(final|failed)/.test(told));
    expect(ends).toEqual(Array.from({ length: turns }, (_, i) => `final ${i + 1} "words of ${i + 1}"`));
  });

  it('fails as a whole when nothing of it is read', () => {
    const rig = new HearingRig();
    rig.mayPartial = false;
    rig.rush(upload);
    decodeNext(rig);
    decodeNext(rig);
    for (let passedMs = 0; passedMs < 10_000; passedMs += 100) rig.pass(100);
    expect(rig.told.filter((told) => told.endsWith('deadline')).length).toBeGreaterThan(turns - 3);
    expect(rig.session.done).toBe(true);
  });

  it('has its caller told how far it is heard, and that it goes on', () => {
    const rig = new HearingRig();
    rig.mayPartial = false;
    rig.rush(upload);
    const before = rig.heardTo.length;
    while (rig.orders.length > 0) decodeNext(rig);
    expect(rig.heardTo.length - before).toBeGreaterThan(turns / 2);
    expect(rig.heardTo).toEqual(rig.heardTo.toSorted((a, b) => a - b));
    expect(upload.length - rig.heardTo.at(-1)!).toBeLessThanOrEqual(5 * 16_000);
  });

  it('of one long turn has its time piece by piece', () => {
    const rig = new HearingRig({ config: {} });
    const pieces = Array.from({ length: 20 }, () => joined(speech(150), silence(20)));
    rig.rush(joined(...pieces));
    rig.session.commit({ utterance: 1, startSample: 0, endSample: rig.position });
    while (rig.orders.length > 0) decodeNext(rig);
    expect(rig.told.at(-1)).toMatch(/^final 1/);
  });
});
