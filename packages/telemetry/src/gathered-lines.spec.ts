import { pino } from 'pino';
import { GatheredLines } from './gathered-lines';

describe('lines that leave together', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function gathered() {
    const written: string[] = [];
    const flushSync = jest.fn(() => undefined);
    const lines = new GatheredLines({ write: (text) => written.push(text), flushSync });
    const log = pino({ base: null, timestamp: false }, lines);
    return { written, flushSync, lines, log };
  }

  const messages = (text: string | undefined): unknown[] =>
    (text ?? '')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { msg: unknown }).msg);

  it('are written once for all that came within a while, in order', () => {
    const { written, log } = gathered();
    log.info('one');
    log.info('two');
    expect(written).toEqual([]);
    jest.runAllTimers();
    log.info('three');
    jest.runAllTimers();
    expect(written.map(messages)).toEqual([['one', 'two'], ['three']]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('do not wait once there is a warning, nor behind it', () => {
    const { written, log } = gathered();
    log.info('one');
    log.warn('two');
    expect(written.map(messages)).toEqual([['one', 'two']]);
    log.info('three');
    jest.runAllTimers();
    expect(written.map(messages)).toEqual([['one', 'two'], ['three']]);
  });

  it('do not wait once they are long', () => {
    const { written, log } = gathered();
    log.info('x'.repeat(20_000));
    expect(written).toHaveLength(1);
  });

  it('are all written when the process ends', () => {
    const { written, flushSync, lines, log } = gathered();
    log.info('one');
    lines.flushSync();
    expect(written.map(messages)).toEqual([['one']]);
    expect(flushSync).toHaveBeenCalled();
    jest.runAllTimers();
    expect(written).toHaveLength(1);
  });
});
