import { ReadableStream } from 'node:stream/web';

export interface Cap {
  readonly maxBytes: number;
  readonly tooLarge: () => Error;
  /** Called once, when there is nothing more to come. */
  readonly done: () => void;
}

/** The same bytes, as far as they are not too many. What is not read is not fetched. */
export function capped(body: ReadableStream<Uint8Array>, cap: Cap): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let bytes = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await reader.read();
          if (done) {
            cap.done();
            return controller.close();
          }
          bytes += value.byteLength;
          if (bytes > cap.maxBytes) throw cap.tooLarge();
          controller.enqueue(value);
        } catch (error) {
          cap.done();
          controller.error(error);
          await reader.cancel(error).catch(() => undefined);
        }
      },
      async cancel(reason) {
        cap.done();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
