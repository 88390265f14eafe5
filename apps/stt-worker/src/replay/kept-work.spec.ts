import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeptWork } from './kept-work';

describe('kept work', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is there in the next run, with the time it took', () => {
    const file = join(folder, 'kept.jsonl');
    const first = new KeptWork(file);
    expect(first.text('a')).toBeUndefined();
    first.keep({ key: 'a', tookMs: 120, text: 'Go on.' });
    first.keep({ key: 'b', tookMs: 90, smartTurn: 0.7 });
    const next = new KeptWork(file);
    expect(next.text('a')).toEqual({ result: 'Go on.', tookMs: 120 });
    expect(next.smartTurn('b')).toEqual({ result: 0.7, tookMs: 90 });
    expect(next.text('b')).toBeUndefined();
    expect(next.smartTurn('a')).toBeUndefined();
  });
});
