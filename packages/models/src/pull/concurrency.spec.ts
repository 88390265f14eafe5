import { failureOf } from '../testing/files';
import { Limiter } from './limiter';
import { together } from './together';

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('Limiter', () => {
  it('runs so many at a time, in order, and all of them', async () => {
    const limiter = new Limiter(2);
    const order: number[] = [];
    let running = 0;
    let most = 0;
    const results = await Promise.allSettled(
      [0, 1, 2, 3, 4].map((i) =>
        limiter.run(async () => {
          order.push(i);
          most = Math.max(most, ++running);
          await soon();
          running--;
          if (i === 1) throw new Error('one fails');
          return i;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect(results.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, true]);
  });
});

describe('together', () => {
  const never = new AbortController().signal;

  it('gives all results in order', async () => {
    expect(await together([async () => 1, async () => 2], never)).toEqual([1, 2]);
    expect(await together([], never)).toEqual([]);
  });

  it('stops the others at the first failure, waits for them and throws it', async () => {
    let ended = false;
    const failing = async () => {
      await soon();
      throw new Error('first');
    };
    const stopped = async (signal: AbortSignal) => {
      while (!signal.aborted) await soon();
      ended = true;
      throw new Error('second');
    };
    expect((await failureOf(together([stopped, failing], never))).message).toBe('first');
    expect(ended).toBe(true);
  });
});
