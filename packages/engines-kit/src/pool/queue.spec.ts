import { PriorityQueue } from './queue';

const entry = (name: string, priority = 0) => ({ name, priority });

describe('PriorityQueue', () => {
  it('gives the highest priority first and keeps the order within one', () => {
    const queue = new PriorityQueue<{ name: string; priority: number }>();
    for (const [name, priority] of [
      ['a', 0],
      ['b', 5],
      ['c', 0],
      ['d', 5],
      ['e', -1],
    ] as const) {
      queue.push(entry(name, priority));
    }
    expect(queue.drain().map(({ name }) => name)).toEqual(['b', 'd', 'a', 'c', 'e']);
    expect(queue.size).toBe(0);
  });

  it('puts back before its equals and after its betters', () => {
    const queue = new PriorityQueue<{ name: string; priority: number }>();
    queue.push(entry('high', 1));
    queue.push(entry('low'));
    queue.putBack(entry('again'));
    expect(queue.drain().map(({ name }) => name)).toEqual(['high', 'again', 'low']);
  });

  it('removes what waits and says whether it did', () => {
    const queue = new PriorityQueue<{ name: string; priority: number }>();
    const waiting = entry('a');
    queue.push(waiting);
    expect(queue.remove(waiting)).toBe(true);
    expect(queue.remove(waiting)).toBe(false);
  });
});
