import { MessagePattern, RpcException } from '@nestjs/microservices';
import { BusError } from '../errors';
import type { AcceptStream, AnswerRequest } from '../stream';

/** Marks the handlers that BusTransport serves. */
export const BUS_TRANSPORT = Symbol.for('parley.bus.transport');

export type HandlerKind = 'stream' | 'request';

/** What a decorator leaves for BusTransport to find. */
export interface HandlerMark {
  readonly kind: HandlerKind;
  /** Service name of a stream, subject of a request. */
  readonly name: string;
}

type Method<Handler> = TypedPropertyDescriptor<Handler>;

/** The method is given each `Incoming` stream of this service and returns its `StreamHandlers`. */
export const StreamHandler =
  (service: string) =>
  <Handler extends AcceptStream>(target: object, key: string | symbol, method: Method<Handler>): void =>
    mark({ kind: 'stream', name: service }, target, key, method);

/** The method is given the bytes of each request on this subject and returns the bytes of the reply. */
export const RequestHandler =
  (subject: string) =>
  <Handler extends AnswerRequest>(target: object, key: string | symbol, method: Method<Handler>): void =>
    mark({ kind: 'request', name: subject }, target, key, method);

function mark<Handler extends (input: never) => unknown>(
  handler: HandlerMark,
  target: object,
  key: string | symbol,
  method: Method<Handler>,
): void {
  MessagePattern(`${handler.kind}:${handler.name}`, BUS_TRANSPORT, { parley: handler })(
    target,
    key,
    keepBusErrors(method),
  );
}

/** Nest hides every error but its own from the transport: a BusError travels inside one of those. */
function keepBusErrors<Handler extends (input: never) => unknown>(method: Method<Handler>): Method<Handler> {
  const original = method.value;
  if (original === undefined) return method;
  const wrapped = async function (this: unknown, input: never): Promise<unknown> {
    try {
      return await original.call(this, input);
    } catch (error) {
      throw BusError.isInstance(error) ? new RpcException(error) : error;
    }
  };
  method.value = Object.defineProperty(wrapped, 'name', { value: original.name }) as unknown as Handler;
  return method;
}
