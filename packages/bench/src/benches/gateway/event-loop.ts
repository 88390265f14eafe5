import type { Middle } from './middle';

const name = 'nodejs_eventloop_lag_p99_seconds';
/** What is measured is how late a timer of that period is, period included. */
const periodMs = 10;

/** How late the gateway's event loop came to what was due, p99 since this was asked last; NaN for a bare relay. */
export async function loopDelayP99Ms({ port }: Middle): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`).catch(() => undefined);
  const line = (response?.ok === true ? await response.text() : '')
    .split('\n')
    .find((one) => one.startsWith(name));
  return line === undefined ? NaN : Number(line.slice(line.lastIndexOf(' '))) * 1_000 - periodMs;
}
