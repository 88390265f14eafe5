import { pino } from 'pino';
import { GatheredLines } from './gathered-lines';

describe('lines that leave together', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function gathered() {
    const written: string[] = [];
    const writtenSync: string[] = [];
    const output = {
      write: (text: string) => void written.push(text),
      writeSync: (text: string) => {
        if (text !== '') writtenSync.push(text);
      },
    };
    const lines = new GatheredLines(output);
    const log = pino({ base: null, timestamp: false }, lines);
    return { written, writtenSync, lines, log };
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

  it('are written before the caller goes on once one is fatal, with what waited before it', () => {
    const { written, writtenSync, log } = gathered();
    log.info('one');
    log.fatal('two');
    expect(writtenSync.map(messages)).toEqual([['one', 'two']]);
    jest.runAllTimers();
    expect(written).toEqual([]);
  });

  it('stop nobody for an error: who reads them may stall', () => {
    const { written, writtenSync, log } = gathered();
    log.info('one');
    log.error('two');
    expect([written.map(messages), writtenSync]).toEqual([[['one', 'two']], []]);
  });

  it('are all written when the process ends', () => {
    const { written, writtenSync, lines, log } = gathered();
    log.info('one');
    lines.flushSync();
    expect(writtenSync.map(messages)).toEqual([['one']]);
    jest.runAllTimers();
    expect(written).toEqual([]);
  });
});
