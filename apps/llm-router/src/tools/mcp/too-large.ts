import { AsyncLocalStorage } from 'node:async_hooks';
import { OutboundError, outboundErrorIn, type OutboundFetch } from '@parley/outbound';
import { AnswerSize } from './answer-size';

const asking = new AsyncLocalStorage<(error: unknown) => void>();

/** Who waits for answers of one connection, and is told of one that is too large, or has too many values to be read. */
export class Askers {
  readonly #tells = new Set<(error: unknown) => void>();
  #lost = false;

  /** The one stream of all answers broke: none comes any more. */
  get lost(): boolean {
    return this.#lost;
  }

  /**
   * What `ask` resolves with; rejects as soon as the answer is found to be too large. The SDK tells nobody that the
   * stream of an answer broke: whoever asked would wait for the deadline.
   * @param signal aborted with it
   */
  answered<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const gaveUp = new AbortController();
    return new Promise<T>((resolve, reject) => {
      const tell = (error: unknown): void => {
        reject(error);
        gaveUp.abort();
      };
      this.#tells.add(tell);
      void asking
        .run(tell, () => ask(gaveUp.signal).then(resolve, reject))
        .finally(() => this.#tells.delete(tell));
    });
  }

  /** The same answers. Each is told to who asks for it. */
  watched(fetch: OutboundFetch): OutboundFetch {
    return told(fetch, () => undefined);
  }

  /** Of the older transport: what answers nobody's request is the stream that all answers come by. */
  watchedTogether(fetch: OutboundFetch): OutboundFetch {
    return told(fetch, (error) => {
      this.#lost = true;
      for (const tell of this.#tells) tell(error);
    });
  }
}

function told(fetch: OutboundFetch, tellAll: (error: unknown) => void): OutboundFetch {
  return async (url, init) => {
    const tell = asking.getStore() ?? tellAll;
    const response = await fetch(url, init);
    if (response.body === null) return response;
    const { status, statusText, headers } = response;
    const size = new AnswerSize(init?.method?.toUpperCase() ?? 'GET', headers.get('content-type'));
    return new Response(telling(response.body, size, tell), { status, statusText, headers });
  };
}

function telling(
  body: ReadableStream<Uint8Array>,
  size: AnswerSize,
  tell: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await reader.read();
          if (done) return controller.close();
          const excess = size.add(value);
          if (excess !== undefined) throw tooLarge(excess);
          controller.enqueue(value);
        } catch (error) {
          if (outboundErrorIn(error)?.code === 'too_large') tell(error);
          controller.error(error);
          await reader.cancel(error).catch(() => undefined);
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

const tooLarge = (excess: string): OutboundError =>
  new OutboundError('too_large', `The server's answer ${excess}.`);
