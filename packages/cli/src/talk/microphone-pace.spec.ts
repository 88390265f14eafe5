import { FRAME_MS, FRAME_SAMPLES, sendPaced, type Clock } from './microphone-pace';

/** A clock that only sleeping moves, late by `lagMs` each time. */
function fakeClock(lagMs = 0): Clock & { nowMs: number } {
  const clock = {
    nowMs: 1000,
    now: () => clock.nowMs,
    sleep: async (ms: number) => {
      clock.nowMs += ms + lagMs;
    },
  };
  return clock;
}

const ramp = (length: number): Int16Array => Int16Array.from({ length }, (_, i) => i + 1);

describe('sendPaced', () => {
  it('sends every sample on time, then silence while open', async () => {
    const clock = fakeClock();
    const audio = ramp(2.5 * FRAME_SAMPLES);
    const frames: Int16Array[] = [];
    const spoken: number[] = [];
    await sendPaced(audio, {
      clock,
      send: (frame) => frames.push(Int16Array.from(frame)),
      open: () => frames.length < 5,
      spoken: () => spoken.push(clock.nowMs),
    });
    const sent = frames.flatMap((frame) => [...frame]);
    expect(sent.slice(0, audio.length)).toEqual([...audio]);
    expect(sent.slice(audio.length).every((sample) => sample === 0)).toBe(true);
    expect(spoken).toEqual([1000 + 3 * FRAME_MS]);
    expect(clock.nowMs).toBe(1000 + 5 * FRAME_MS);
  });

  it('catches up after a delay instead of drifting', async () => {
    const clock = fakeClock(50);
    let frames = 0;
    await sendPaced(ramp(FRAME_SAMPLES), { clock, send: () => frames++, open: () => frames < 50 });
    expect(clock.nowMs - 1000).toBeLessThanOrEqual(50 * FRAME_MS + 50);
  });

  it('sends nothing once closed', async () => {
    let frames = 0;
    await sendPaced(ramp(10), { clock: fakeClock(), send: () => frames++, open: () => false });
    expect(frames).toBe(0);
  });
});
