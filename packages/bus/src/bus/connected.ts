import { BusError } from '../errors';
import type { BusContext } from './context';

/** Resolves once the transport is connected; rejects with BusError `disconnected` after `timeoutMs`. */
export function connected({ transport, clock }: BusContext, timeoutMs: number): Promise<void> {
  if (transport.status === 'connected') return Promise.resolve();
  const problem = new BusError('disconnected', `the bus is ${transport.status}`);
  if (transport.status === 'closed') return Promise.reject(problem);
  return new Promise((resolve, reject) => {
    const stop = transport.onStatus((status) => {
      if (status === 'reconnecting') return;
      settle();
      if (status === 'connected') resolve();
      else reject(problem);
    });
    const cancel = clock.after(timeoutMs, () => {
      settle();
      reject(problem);
    });
    const settle = () => {
      stop();
      cancel();
    };
  });
}
