import { Progress } from './progress';

const second = 16_000;

it('tells the caller of a recording of every half second', () => {
  const progress = new Progress(0, true);
  expect(progress.isNews(second / 4, 60 * second, 0)).toBe(false);
  expect(progress.isNews(second / 2, 60 * second, 0)).toBe(true);
  expect(progress.isNews(second - 1, 60 * second, 5_000)).toBe(false);
});

it('tells a caller whose voice is heard as it comes now and then', () => {
  const progress = new Progress(second, false);
  const news = Array.from({ length: 100 }, (_, tenth) => second + (tenth + 1) * 1_600).filter((sample) =>
    progress.isNews(sample, sample + 800, sample / 16),
  );
  expect(news).toEqual([6 * second, 11 * second]);
});

it('tells of any progress, once a second, while audio waits to be heard', () => {
  const progress = new Progress(0, false);
  expect(progress.isNews(0, 60 * second, 5_000)).toBe(false);
  expect(progress.isNews(1, 60 * second, 5_000)).toBe(true);
  expect(progress.isNews(2, 60 * second, 5_900)).toBe(false);
  expect(progress.isNews(2, 60 * second, 6_000)).toBe(true);
  expect(progress.isNews(2, 60 * second, 9_000)).toBe(false);
});
