import { loopTurn } from './loop-turn';

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the turn of the event loop', () => {
  it('has one number for all who ask in it, also after a wait for promises', async () => {
    const first = loopTurn();
    expect(loopTurn()).toBe(first);
    await Promise.resolve();
    expect(loopTurn()).toBe(first);
  });

  it('has another number after a turn in which nobody asked, and after one in which somebody did', async () => {
    const first = loopTurn();
    await nextTurn();
    const second = loopTurn();
    await nextTurn();
    const third = loopTurn();
    await nextTurn();
    await nextTurn();
    expect(new Set([first, second, third, loopTurn()]).size).toBe(4);
  });
});
