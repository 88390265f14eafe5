import { paced } from './restrained';

describe('the pace of opening streams', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  const setUp = () => {
    const asked: string[] = [];
    const fetch = paced(async (_, init) => {
      asked.push(init?.method ?? 'GET');
      return new Response();
    });
    return { asked, fetch };
  };

  it('is two a second once many were opened', async () => {
    const { asked, fetch } = setUp();
    const open = Array.from({ length: 50 }, () => fetch('http://server/'));
    expect(asked).toHaveLength(32);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(asked).toHaveLength(42);
    await jest.advanceTimersByTimeAsync(4_000);
    expect(asked).toHaveLength(50);
    await Promise.all(open);
  });

  it('does not hold back what is sent, nor a stream that is no longer wanted', async () => {
    const { asked, fetch } = setUp();
    for (let count = 0; count < 40; count += 1) void fetch('http://server/');
    await fetch('http://server/', { method: 'POST' });
    expect(asked.filter((method) => method === 'POST')).toHaveLength(1);
    await fetch('http://server/', { signal: AbortSignal.abort() });
    const abort = new AbortController();
    const waiting = fetch('http://server/', { signal: abort.signal });
    abort.abort();
    await waiting;
  });
});
