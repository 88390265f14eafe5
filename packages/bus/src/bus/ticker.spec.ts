import { ManualClock } from '../memory/manual-clock';
import { Ticker, type Ticking } from './ticker';

const tickMs = 80;
const restTickMs = 400;
/** A quarter of the streams is looked at in each. */
const stepMs = tickMs / 4;

/** Time went on while nothing ran. */
class LateClock extends ManualClock {
  pauseMs = 0;

  override nowMs(): number {
    return super.nowMs() + this.pauseMs;
  }
}

class Stream implements Ticking {
  readonly ticks: { nowMs: number; awakeMs: number }[] = [];
  readonly connections: boolean[] = [];

  constructor(public rests = false) {}

  tick(nowMs: number, awakeMs: number): boolean {
    this.ticks.push({ nowMs, awakeMs });
    return this.rests;
  }

  connection(connected: boolean): void {
    this.connections.push(connected);
  }

  /** How often it looked at the clock since the last question. */
  get looks(): number {
    return this.ticks.splice(0).length;
  }
}

describe('the ticker of a bus', () => {
  let clock: ManualClock;
  let missed: boolean;
  let ticker: Ticker<Stream>;
  const add = (stream: Stream): Stream => {
    ticker.add(stream);
    return stream;
  };

  beforeEach(() => {
    clock = new ManualClock();
    missed = false;
    ticker = new Ticker(clock, { tickMs, restTickMs }, () => missed);
  });

  it('lets every stream look at the clock once in its time, and one at rest less often', async () => {
    const busy = Array.from({ length: 5 }, () => add(new Stream()));
    const resting = Array.from({ length: 5 }, () => add(new Stream(true)));
    await clock.advance(restTickMs);
    for (const stream of [...busy, ...resting]) stream.ticks.length = 0;
    await clock.advance(10 * restTickMs);
    for (const stream of busy) expect(stream.looks).toBe((10 * restTickMs) / tickMs);
    for (const stream of resting) expect(stream.looks).toBe(10);
  });

  it('looks as often as ever at one that is at rest no more', async () => {
    const stream = add(new Stream(true));
    await clock.advance(2 * restTickMs);
    stream.rests = false;
    await clock.advance(restTickMs);
    stream.ticks.length = 0;
    await clock.advance(10 * tickMs);
    expect(stream.looks).toBe(10);
  });

  it('looks at all of them while a process has missed a beat, and after a connection was lost', async () => {
    const stream = add(new Stream(true));
    await clock.advance(restTickMs);
    stream.ticks.length = 0;
    missed = true;
    await clock.advance(5 * tickMs);
    expect(stream.looks).toBe(5);
    missed = false;
    await clock.advance(restTickMs);
    ticker.connection(false);
    expect(stream.connections).toEqual([false]);
    stream.ticks.length = 0;
    stream.rests = false;
    await clock.advance(5 * tickMs);
    expect(stream.looks).toBe(5);
  });

  it('looks soon at one that is roused', async () => {
    const stream = add(new Stream(true));
    await clock.advance(2 * restTickMs);
    for (let times = 0; times < 10; times += 1) {
      stream.ticks.length = 0;
      ticker.rouse(stream);
      await clock.advance(tickMs);
      expect(stream.looks).toBeGreaterThan(0);
    }
  });

  it('forgets a stream that is gone, at rest or not, also when that comes of its look at the clock', async () => {
    class Ending extends Stream {
      override tick(nowMs: number, awakeMs: number): boolean {
        super.tick(nowMs, awakeMs);
        if (this.ticks.length === 2) ticker.delete(this);
        return this.ticks.length === 1;
      }
    }
    const [ending, gone, kept] = [add(new Ending()), add(new Stream(true)), add(new Stream())];
    await clock.advance(restTickMs);
    ticker.delete(gone);
    gone.ticks.length = 0;
    await clock.advance(3 * restTickMs);
    expect([ending.looks, gone.looks]).toEqual([2, 0]);
    expect(ticker.streams).toEqual([kept]);
  });

  it('has a clock that goes while the process is awake: a longer pause counts as two steps', async () => {
    const late = new LateClock();
    const awake = new Ticker<Stream>(late, { tickMs, restTickMs });
    const stream = new Stream();
    awake.add(stream);
    await late.advance(tickMs);
    expect(awake.awakeMs).toBe(tickMs);
    late.pauseMs = 60_000;
    await late.advance(tickMs);
    expect(awake.awakeMs).toBe(2 * tickMs + stepMs);
    expect(stream.ticks.at(-1)?.nowMs).toBeGreaterThan(60_000);
    expect(stream.ticks.at(-1)?.awakeMs).toBeLessThanOrEqual(awake.awakeMs);
  });
});
