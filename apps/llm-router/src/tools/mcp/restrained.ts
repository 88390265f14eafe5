import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import type { OutboundFetch } from '@parley/outbound';

/** A server asks nothing of us but whether we are there. Each answer is a request that it may let hang. */
const maxAnswers = 4;

/** Answers to what the server asks beyond so many under way are dropped: it could ask without end. */
export function restrained(transport: Transport): Transport {
  const send = transport.send.bind(transport);
  let underWay = 0;
  transport.send = async (message, options) => {
    if (!isAnswer(message)) return send(message, options);
    if (underWay >= maxAnswers) return;
    underWay += 1;
    try {
      await send(message, options);
    } finally {
      underWay -= 1;
    }
  };
  return transport;
}

const isAnswer = (message: JSONRPCMessage): boolean => 'result' in message || 'error' in message;

/** Streams that may be opened at once: each call may go on in one of its own. */
const burst = 32;
const openedPerSecond = 2;

/** Opens streams again no faster than this, whatever the server says of when to come back. */
export function paced(fetch: OutboundFetch): OutboundFetch {
  let free = burst;
  let lastMs = performance.now();
  return async (url, init) => {
    if ((init?.method ?? 'GET').toUpperCase() !== 'GET') return fetch(url, init);
    const nowMs = performance.now();
    free = Math.min(burst, free + ((nowMs - lastMs) / 1_000) * openedPerSecond) - 1;
    lastMs = nowMs;
    if (free < 0 && init?.signal?.aborted !== true)
      await pause((-free / openedPerSecond) * 1_000, init?.signal ?? undefined);
    return fetch(url, init);
  };
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    signal?.addEventListener('abort', over);
  });
}
