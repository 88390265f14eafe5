import { setImmediate as nextTurn } from 'node:timers/promises';
import { Coalescer } from './coalescer';

describe('Coalescer', () => {
  const published: string[] = [];
  const coalescer = new Coalescer((bytes) =>
    published.push(
      ...Array.from(bytes.toString('latin1').matchAll(/PUB (\S+) /g), ([, subject]) => subject ?? ''),
    ),
  );
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

  it('keeps the order of what has no room together', async () => {
    const sent: Buffer[] = [];
    const large = new Coalescer((bytes) => sent.push(bytes));
    for (let i = 0; i < 5; i += 1) large.add(String(i), Buffer.alloc(30_000, i));
    await nextTurn();
    expect(sent.length).toBeGreaterThan(1);
    const all = Buffer.concat(sent);
    const expected = Array.from({ length: 5 }, (_, i) =>
      Buffer.concat([Buffer.from(`PUB ${i} 30000\r\n`), Buffer.alloc(30_000, i), Buffer.from('\r\n')]),
    );
    expect(all.equals(Buffer.concat(expected))).toBe(true);
  });

  it('copies what it is given', async () => {
    const sent: string[] = [];
    const copying = new Coalescer((bytes) => sent.push(bytes.toString('latin1')));
    const data = Buffer.from('1');
    copying.add('a', data);
    data[0] = 50;
    await nextTurn();
    expect(sent).toEqual(['PUB a 1\r\n1\r\n']);
  });

  it('releases what waits when told to, once', async () => {
    add('a');
    coalescer.release();
    await nextTurn();
    expect(published).toEqual(['a']);
  });
});
