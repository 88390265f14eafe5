/** Time and timers, injectable. */
export interface Clock {
  /** Monotonic, ms. */
  nowMs(): number;
  /** Time of day, unix ms: for deadlines that cross processes. */
  unixMs(): number;
  /** Calls once after `delayMs`; returns how to take it back. Does not keep the process alive. */
  after(delayMs: number, call: () => void): () => void;
  /** Calls once the code that runs now, and what awaits it, has come to its end. */
  soon(call: () => void): void;
}

// Held from the start: test runners that replace the global timers must not stop deliveries.
const immediately = setImmediate;

export const soon = (call: () => void): void => void immediately(call);

export const systemClock: Clock = {
  nowMs: () => performance.now(),
  unixMs: () => Date.now(),
  after(delayMs, call) {
    const timer = setTimeout(call, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
  soon,
};
