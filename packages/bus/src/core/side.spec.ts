import { encodeFrame } from '../wire/frames';
import { Pair, Probe, settings, window } from './side-pair';

describe('a side of a stream', () => {
  let pair: Pair;
  let left: Probe;
  let right: Probe;

  beforeEach(() => {
    pair = new Pair();
    ({ left, right } = pair);
  });

  it('asks for a lost frame as soon as the next one comes, and delivers all in order', () => {
    for (const text of ['a', 'b', 'c']) left.send(text);
    left.wire.splice(1, 1);
    pair.flush();
    expect(right.texts).toEqual(['a', 'b', 'c']);
    expect(right.drops).toEqual(['gap']);
  });

  it('notices a loss at the end by the next heartbeat', () => {
    left.send('a');
    left.wire.length = 0;
    pair.calm(settings.heartbeatMs + settings.tickMs);
    expect(right.texts).toEqual(['a']);
  });

  it('drops what comes twice', () => {
    left.send('a');
    const [bytes] = left.wire;
    if (bytes !== undefined) pair.hand(left, bytes);
    pair.flush();
    expect([right.texts, right.drops]).toEqual([['a'], ['duplicate']]);
  });

  it('keeps what it sends while it has no connection, as far as credit goes', () => {
    left.connection(false);
    const taken = Array.from({ length: window + 2 }, (_, n) => left.send(String(n)));
    expect(taken.filter(Boolean)).toHaveLength(window);
    expect(left.wire).toEqual([]);
    pair.calm(500);
    expect(right.texts).toEqual(Array.from({ length: window }, (_, n) => String(n)));
  });

  it('misses a peer that is silent for as long as the settings say, and no sooner', () => {
    for (let ms = 0; ms < settings.lostAfterMs - settings.tickMs; ms += settings.tickMs) pair.tick();
    expect(left.closes).toEqual([]);
    pair.tick();
    expect(left.closes).toEqual([{ kind: 'lost', message: 'the peer fell silent' }]);
    expect(left.goneCount).toBe(1);
  });

  it('blames nobody for a pause of its own', () => {
    pair.flush();
    pair.tick(60_000);
    expect([left.closes, right.closes]).toEqual([[], []]);
    pair.calm();
    expect([left.closes, right.closes]).toEqual([[], []]);
  });

  it('blames nobody while it has no connection, and gives the peer time to come back', () => {
    left.connection(false);
    for (let ms = 0; ms <= 3_000; ms += settings.tickMs) left.tick(ms);
    left.connection(true);
    const graceMs = settings.reconnectGraceMs + settings.lostAfterMs;
    for (let ms = settings.tickMs; ms < graceMs; ms += settings.tickMs) left.tick(3_000 + ms);
    expect(left.closes).toEqual([]);
    left.tick(3_000 + graceMs);
    expect(left.closes).toMatchObject([{ kind: 'lost' }]);
  });

  it('gives up after a long time without a connection', () => {
    left.connection(false);
    for (let ms = 0; ms <= settings.disconnectedLimitMs; ms += settings.tickMs) left.tick(ms);
    expect(left.closes).toMatchObject([{ kind: 'lost' }]);
  });

  it('tells a peer it has given up, should that be alive after all', () => {
    left.side.lose('gone');
    pair.flush();
    expect(right.closes).toEqual([{ kind: 'lost', message: 'gone' }]);
  });

  it('makes sure that its close arrives', () => {
    left.side.close({ code: 'engine_failed', message: 'm', retryable: false });
    left.wire.length = 0;
    expect([left.closes.length, left.goneCount]).toEqual([1, 0]);
    pair.calm();
    expect(right.closes).toEqual([{ kind: 'failed', code: 'engine_failed', message: 'm', retryable: false }]);
    expect([left.goneCount, right.goneCount]).toEqual([1, 1]);
  });

  it('is gone in the end even if its close is never acknowledged', () => {
    left.side.close();
    for (let ms = 0; ms < 2 * settings.lostAfterMs + 100; ms += settings.tickMs) {
      pair.tick();
      right.wire.length = 0;
    }
    expect(left.goneCount).toBe(1);
    expect(left.closes).toEqual([{ kind: 'ended' }]);
  });

  it('gives up when lost frames never come again', () => {
    const gap = encodeFrame({ seq: 5 }, { payload: Buffer.from('x') });
    for (let ms = 0; ms < settings.lostAfterMs; ms += settings.tickMs) {
      pair.hand(left, gap);
      pair.tick();
    }
    expect(right.closes).toEqual([{ kind: 'lost', message: 'frames were lost' }]);
    expect(right.texts).toEqual([]);
  });

  it('is lost rather than keep without a bound what nobody acknowledges', () => {
    for (let count = 0; count <= settings.maxUnacknowledgedFrames; count += 1) left.side.grant(1);
    expect(left.closes).toEqual([{ kind: 'lost', message: 'the peer acknowledges nothing' }]);
  });

  it('drops a frame past its deadline, and returns its credit', () => {
    for (let count = 0; count < window; count += 1) {
      left.side.send(Buffer.from('late'), { deadlineUnixMs: pair.unixMs - 1 });
    }
    pair.flush();
    expect(right.texts).toEqual([]);
    expect(right.drops).toEqual(Array.from({ length: window }, () => 'deadline'));
    expect(left.side.credit).toBe(window);
  });

  describe('whose peer’s process beats for all its streams', () => {
    beforeEach(() => {
      pair = new Pair(true);
      ({ left, right } = pair);
    });

    /** The first tick that is no sooner. */
    const atTick = (ms: number): number => Math.ceil(ms / settings.tickMs) * settings.tickMs;

    const heartbeats = (forMs: number): number => {
      let count = 0;
      for (let ms = 0; ms < forMs; ms += settings.tickMs) {
        pair.beat();
        pair.tick();
        count += left.wire.length;
        pair.flush();
      }
      return count;
    };

    it('is quiet, but for a sign of its own now and then', () => {
      expect(heartbeats(20_000)).toBeLessThanOrEqual(4);
      expect([left.closes, right.closes]).toEqual([[], []]);
    });

    it('says soon what has come, and then no more', () => {
      right.send('a');
      pair.flush();
      expect(heartbeats(settings.heartbeatMs + settings.tickMs)).toBe(1);
      // And again where the question has crossed the answer.
      expect(heartbeats(2 * settings.heartbeatMs)).toBeLessThanOrEqual(1);
      expect(heartbeats(4 * settings.heartbeatMs)).toBe(0);
    });

    it('acknowledges once a second what keeps coming, and soon when it has ended', () => {
      pair = new Pair(true, 1_000);
      ({ left, right } = pair);
      const acknowledgements = (forMs: number, sends: () => void): number => {
        let count = 0;
        for (let ms = 0; ms < forMs; ms += settings.tickMs) {
          sends();
          pair.pass(right);
          pair.beat();
          pair.tick();
          count += left.wire.length;
          pair.flush();
        }
        return count;
      };
      expect(acknowledgements(10_000, () => void right.send('a'))).toBeLessThanOrEqual(10);
      expect(acknowledgements(atTick(settings.heartbeatMs), () => undefined)).toBe(1);
      expect(left.closes).toEqual([]);
    });

    it('says it again to a peer that has not heard', () => {
      right.send('a');
      pair.flush();
      for (let ms = 0; ms <= atTick(settings.heartbeatMs); ms += settings.tickMs) left.tick(ms);
      expect(left.wire.splice(0)).toHaveLength(1);
      expect(heartbeats(4 * settings.heartbeatMs)).toBeGreaterThan(0);
      expect(heartbeats(4 * settings.heartbeatMs)).toBe(0);
    });

    it('is at rest while it has nothing to say and nothing to wait for', () => {
      const looks = (): boolean => {
        pair.beat();
        return left.tick((pair.nowMs += settings.tickMs));
      };
      expect(looks()).toBe(true);
      right.send('a');
      pair.flush();
      expect(looks()).toBe(false);
      pair.calm();
      expect(looks()).toBe(true);
      left.send('b');
      expect(looks()).toBe(false);
      pair.calm();
      expect(looks()).toBe(true);
      left.connection(false);
      expect(looks()).toBe(false);
      left.connection(true);
      pair.calm();
      expect(looks()).toBe(true);
      left.side.close();
      expect(looks()).toBe(false);
    });

    it('is roused once by what it should acknowledge, not by a sign of life', () => {
      pair.beat();
      left.tick((pair.nowMs += settings.tickMs));
      expect(left.side.rouse()).toBe(false);
      pair.hand(
        right,
        encodeFrame({ seq: 0 }, { heartbeat: { acknowledgedSeq: 0, resend: false, ask: false } }),
      );
      expect(left.side.rouse()).toBe(false);
      right.send('a');
      pair.flush();
      expect([left.side.rouse(), left.side.rouse()]).toEqual([true, false]);
    });

    it('does not take what was sent at rest for unanswered all the time before', () => {
      pair.beat();
      expect(left.tick((pair.nowMs += settings.tickMs))).toBe(true);
      left.send('a');
      left.wire.length = 0;
      pair.beat();
      left.awakeMs += settings.unansweredAfterMs;
      left.tick((pair.nowMs += settings.tickMs));
      expect(left.closes).toEqual([]);
    });

    it('with a peer that names no process it is never at rest', () => {
      pair = new Pair();
      expect(pair.left.tick(settings.tickMs)).toBe(false);
    });

    it('misses the peer as soon when its process is silent', () => {
      for (let ms = 0; ms < settings.lostAfterMs; ms += settings.tickMs) pair.tick();
      expect(left.closes).toEqual([{ kind: 'lost', message: 'the peer fell silent' }]);
    });

    it('misses a peer whose process lives and has forgotten the stream', () => {
      let ms = 0;
      for (; left.closes.length === 0 && ms < 60_000; ms += settings.tickMs) {
        pair.beat();
        pair.tick();
        left.wire.length = 0;
      }
      expect(ms).toBe(
        atTick(2 * settings.quietHeartbeatMs + settings.reconnectGraceMs + settings.lostAfterMs),
      );
    });

    it('misses it sooner when it says nothing to what it is sent', () => {
      left.send('a');
      let ms = 0;
      for (; left.closes.length === 0 && ms < 60_000; ms += settings.tickMs) {
        pair.beat();
        pair.tick();
        left.wire.length = 0;
      }
      expect(ms).toBe(atTick(settings.unansweredAfterMs));
    });

    it('asks whether it is still there when its connection comes back', () => {
      left.connection(false);
      left.connection(true);
      let ms = 0;
      for (; left.closes.length === 0 && ms < 60_000; ms += settings.tickMs) {
        pair.beat();
        pair.tick();
        left.wire.length = 0;
      }
      expect(ms).toBe(atTick(settings.reconnectGraceMs + settings.lostAfterMs));
    });
  });

  it('ignores a body it does not know, and keeps the count', () => {
    const unknown = Buffer.from([0x08, 0x01, 0x7a, 0x00]);
    pair.hand(left, unknown);
    pair.hand(left, encodeFrame({ seq: 2 }, { payload: Buffer.from('after') }));
    expect(right.texts).toEqual(['after']);
  });
});
