import { idleClock, interrupted, leadMs, sent } from './clock';
import { audioSent, emptyLedger, heardMs, runLost, segmentDone, segmentStarted } from './ledger';

const base = { text: 0, audioMs: 0 };

describe('the ledger', () => {
  it('puts words and segments of a later run after what was said before', () => {
    let ledger = segmentStarted(emptyLedger, base, 0, 10);
    ledger = audioSent(ledger, 960, 20, 20);
    ledger = runLost(ledger, 6);
    const again = { text: 6, audioMs: 20 };
    ledger = segmentStarted(ledger, again, 0, 8);
    ledger = audioSent(ledger, 480, 10, 30);
    ledger = segmentDone(ledger, again, [{ textStart: 0, textEnd: 4, startMs: 2, endMs: 9 }]);
    expect(ledger).toMatchObject({
      sentBytes: 1_440,
      sentMs: 30,
      segments: [
        { textStart: 0, textEnd: 6, startMs: 0, endMs: 20 },
        {
          textStart: 6,
          textEnd: 14,
          startMs: 20,
          endMs: 30,
          words: [{ textStart: 6, textEnd: 10, startMs: 22, endMs: 29 }],
        },
      ],
    });
  });

  it('closes a segment that was left open by the next', () => {
    const ledger = segmentStarted(audioSent(segmentStarted(emptyLedger, base, 0, 5), 48, 1, 1), base, 5, 9);
    expect(ledger.segments.map(({ endMs }) => endMs)).toEqual([1, null]);
  });

  it('knows what was played by now', () => {
    const ledger = audioSent(emptyLedger, 48_000, 1_000, 1_400);
    expect([0, 400, 900, 1_400, 5_000].map((now) => heardMs(ledger, now))).toEqual([0, 0, 500, 1_000, 1_000]);
  });
});

describe('the playback clock', () => {
  it('plays on at normal speed, and waits when it runs dry', () => {
    let clock = sent(idleClock, 100, 1_000);
    expect(clock.endAtMs).toBe(1_100);
    clock = sent(clock, 100, 1_050);
    expect(clock.endAtMs).toBe(1_200);
    expect(leadMs(clock, 1_050)).toBe(150);
    clock = sent(clock, 100, 2_000);
    expect(clock.endAtMs).toBe(2_100);
  });

  it('drops what it holds when interrupted', () => {
    const clock = sent(idleClock, 1_000, 0);
    expect(interrupted(clock, 300).endAtMs).toBe(300);
    expect(interrupted(clock, 2_000).endAtMs).toBe(1_000);
  });
});
