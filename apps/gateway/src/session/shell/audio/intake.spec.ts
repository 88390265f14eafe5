import { aheadMs, burstMs, Intake } from './intake';

const bytesPerSecond = 48_000;
const seconds = (count: number): Uint8Array => new Uint8Array(count * bytesPerSecond);

function intake() {
  const at = { nowMs: 1_000, taken: 0 };
  const it = new Intake(
    (audio) => (at.taken += audio.byteLength / 3),
    () => at.nowMs,
  );
  const takenSeconds = (): number => at.taken / 16_000;
  return { at, intake: it, takenSeconds };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('never holds back a voice, heard or not', () => {
  const { at, intake: audio, takenSeconds } = intake();
  for (let said = 1; said <= 300; said += 1) {
    at.nowMs += 1_000;
    audio.push(seconds(1), bytesPerSecond);
    expect(audio.room).toBeUndefined();
  }
  expect(takenSeconds()).toBe(300);
});

it('passes a file on as far ahead of what is heard as it is kept, and all of it in the end', async () => {
  const { intake: audio, takenSeconds } = intake();
  audio.push(seconds(200), bytesPerSecond);
  expect(takenSeconds()).toBe(aheadMs / 1000);
  const { room } = audio;
  expect(room).toBeDefined();
  for (let heard = 10; heard < 155; heard += 10) {
    audio.heardTo(heard * 16_000);
    expect(takenSeconds()).toBe(heard + aheadMs / 1000);
    expect(audio.room).toBe(room);
  }
  audio.heardTo(156 * 16_000);
  await room;
  expect(takenSeconds()).toBe(200);
  expect(audio.room).toBeUndefined();
});

it('takes it as a voice would have said it where nothing is heard', () => {
  const { at, intake: audio, takenSeconds } = intake();
  audio.push(seconds(100), bytesPerSecond);
  for (let passed = 0; passed < 30; passed += 1) {
    at.nowMs += 1_000;
    jest.advanceTimersByTime(1_000);
  }
  expect(takenSeconds()).toBeLessThanOrEqual(aheadMs / 1000);
  for (let passed = 0; passed < 30; passed += 1) {
    at.nowMs += 1_000;
    jest.advanceTimersByTime(1_000);
  }
  expect(takenSeconds()).toBe(60 + burstMs / 1000 + 1);
});

it('takes what comes meanwhile in its order', () => {
  const got: number[] = [];
  const audio = new Intake(
    (piece) => {
      got.push(...new Set(piece));
      return got.length * 50_000 * 16;
    },
    () => 0,
  );
  audio.push(Uint8Array.of(1, 1, 1, 1, 2, 2, 2, 2), 4);
  audio.push(Uint8Array.of(3, 3, 3, 3), 4);
  expect(got).toEqual([1]);
  for (const heard of [1, 2, 3]) audio.heardTo(heard * 50_000 * 16);
  expect(got).toEqual([1, 2, 3]);
});

it('lets go of who waits when it is closed', async () => {
  const { intake: audio, takenSeconds } = intake();
  audio.push(seconds(100), bytesPerSecond);
  const { room } = audio;
  audio.close();
  await room;
  expect(takenSeconds()).toBe(aheadMs / 1000);
});
