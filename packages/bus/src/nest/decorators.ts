import { MessagePattern, RpcException } from '@nestjs/microservices';
import { BusError } from '../errors';
import type { Incoming, StreamHandlers } from '../stream';

/** Marks the handlers that BusTransport serves. */
export const BUS_TRANSPORT = Symbol.for('parley.bus.transport');

/** What a decorator leaves for BusTransport to find. */
export interface HandlerMark {
  readonly kind: 'stream' | 'request';
  /** Service name of a stream, subject of a request. */
  readonly name: string;
}

type Method<Input, Output> = TypedPropertyDescriptor<(input: Input) => Output | Promise<Output>>;
type HandlerDecorator<Input, Output> = (
  target: object,
  key: string | symbol,
  method: Method<Input, Output>,
) => void;

/** The method is given each `Incoming` stream of this service and returns its `StreamHandlers`. */
export const StreamHandler = (service: string): HandlerDecorator<Incoming, StreamHandlers> =>
  marker({ kind: 'stream', name: service });

/** The method is given the bytes of each request on this subject and returns the bytes of the reply. */
export const RequestHandler = (subject: string): HandlerDecorator<Uint8Array, Uint8Array> =>
  marker({ kind: 'request', name: subject });

const marker =
  <Input, Output>(mark: HandlerMark): HandlerDecorator<Input, Output> =>
  (target, key, method) => {
    keepBusErrors(method);
    MessagePattern(`${mark.kind}:${mark.name}`, BUS_TRANSPORT, { parley: mark })(target, key, method);
  };

/** Nest hides every error but its own from the transport: a BusError travels inside one of those. */
function keepBusErrors<Input, Output>(method: Method<Input, Output>): void {
  const original = method.value;
  if (original === undefined) return;
  method.value = async function (this: unknown, input: Input): Promise<Output> {
    try {
      return await original.call(this, input);
    } catch (error) {
      throw BusError.isInstance(error) ? new RpcException(error) : error;
    }
  };
}
