import { parseProcessUsage, readProcessUsage } from './usage';

describe('process usage', () => {
  it('reads the kernel text, odd command names included', () => {
    const stat = '4711 (a) b (c) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0 20 0 11 0';
    expect(parseProcessUsage('Name:\tx\nVmRSS:\t    1024 kB\nThreads:\t3\n', stat)).toEqual({
      rssBytes: 1024 * 1024,
      cpuSeconds: 3,
    });
  });

  it('gives nothing for text it does not know', () => {
    expect(parseProcessUsage('Name: x\n', '1 (x) S')).toBeUndefined();
  });

  it('gives nothing for a process that is not there', async () => {
    expect(await readProcessUsage(2 ** 22 + 1)).toBeUndefined();
  });
});
