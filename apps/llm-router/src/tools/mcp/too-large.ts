import { AsyncLocalStorage } from 'node:async_hooks';
import { OutboundError, outboundErrorIn, type OutboundFetch } from '@parley/outbound';
import { maxAnswerValues } from '../limits';
import { AnswerValues } from './answer-values';

const asking = new AsyncLocalStorage<(error: unknown) => void>();

/**
 * What `ask` resolves with; rejects as soon as the answer is found to be too large. The SDK tells nobody that the stream
 * of an answer broke: whoever asked would wait for the deadline.
 * @param signal aborted with it
 */
export function answered<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const gaveUp = new AbortController();
  return new Promise((resolve, reject) => {
    const tell = (error: unknown): void => {
      reject(error);
      gaveUp.abort();
    };
    void asking.run(tell, () => ask(gaveUp.signal).then(resolve, reject));
  });
}

/** The same answers; one that is too large, or has too many values to be read, is told to who asks for it. */
export function watched(fetch: OutboundFetch): OutboundFetch {
  return async (url, init) => {
    const tell = asking.getStore();
    const response = await fetch(url, init);
    if (response.body === null) return response;
    const { status, statusText, headers } = response;
    const count = new AnswerValues(init?.method?.toUpperCase() ?? 'GET', headers.get('content-type'));
    return new Response(telling(response.body, count, tell), { status, statusText, headers });
  };
}

function telling(
  body: ReadableStream<Uint8Array>,
  count: AnswerValues,
  tell: ((error: unknown) => void) | undefined,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await reader.read();
          if (done) return controller.close();
          if (count.add(value)) throw tooManyValues();
          controller.enqueue(value);
        } catch (error) {
          if (outboundErrorIn(error)?.code === 'too_large') tell?.(error);
          controller.error(error);
          await reader.cancel(error).catch(() => undefined);
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

const tooManyValues = (): OutboundError =>
  new OutboundError('too_large', `The server's answer has more than ${maxAnswerValues} values.`);
