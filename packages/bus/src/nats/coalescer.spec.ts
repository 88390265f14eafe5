import { setImmediate as nextTurn } from 'node:timers/promises';
import { Coalescer } from './coalescer';

describe('Coalescer', () => {
  const published: string[] = [];
  const coalescer = new Coalescer((messages) => published.push(...messages.map(({ subject }) => subject)));
  const add = (subject: string): void => coalescer.add(subject, new Uint8Array(1));

  beforeEach(() => {
    coalescer.release();
    published.length = 0;
  });

  it('publishes in order, at the end of the turn', async () => {
    add('a');
    await Promise.resolve();
    add('b');
    expect(published).toEqual([]);
    await nextTurn();
    expect(published).toEqual(['a', 'b']);
  });

  it('lets nothing pile up within a turn', () => {
    for (let i = 0; i < 40; i += 1) add(String(i));
    expect(published).toHaveLength(32);
  });

  it('releases what waits when told to, once', async () => {
    add('a');
    coalescer.release();
    await nextTurn();
    expect(published).toEqual(['a']);
  });
});
