import { CommitQueue } from './commit-queue';

const commit = (utterance: number, endSample: number) => ({ utterance, startSample: 0, endSample });
const waitMs = 600;

it('gives commits in their order, each once what it ends is judged', () => {
  const queue = new CommitQueue(waitMs);
  queue.add(commit(1, 1_000), 0);
  queue.add(commit(2, 2_000), 0);
  expect(queue.ends).toEqual([1_000, 2_000]);
  expect([queue.reaches(2_000), queue.reaches(2_001)]).toEqual([true, false]);
  expect(queue.takeDue(999, 1)).toBeUndefined();
  expect(queue.takeDue(1_500, 1)).toMatchObject({ utterance: 1 });
  expect(queue.takeDue(1_500, 1)).toBeUndefined();
  expect(queue.takeDue(2_000, 1)).toMatchObject({ utterance: 2 });
  expect(queue.isEmpty).toBe(true);
});

it('waits for audio that comes nearer, and not for audio that does not', () => {
  const queue = new CommitQueue(waitMs);
  queue.add(commit(1, 1_000), 0);
  queue.progressed(500);
  expect(queue.takeDue(500, waitMs)).toBeUndefined();
  expect(queue.takeDue(500, 500 + waitMs)).toMatchObject({ utterance: 1 });
});

it('holds a bounded number: beyond it the oldest waits no longer', () => {
  const queue = new CommitQueue(waitMs);
  const given = Array.from({ length: 70 }, (_, n) => queue.add(commit(n, 1_000), 0));
  const early = given.filter((oldest) => oldest !== undefined);
  expect(early.map(({ utterance }) => utterance)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(queue.ends).toHaveLength(64);
  expect(queue.take()).toMatchObject({ utterance: 6 });
});
