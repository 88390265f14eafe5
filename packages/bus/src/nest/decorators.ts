import { applyDecorators, UseFilters } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import type { Incoming, StreamHandlers } from '../stream';
import { BusErrorFilter } from './bus-error.filter';

/** Marks the handlers that BusTransport serves. */
export const BUS_TRANSPORT = Symbol.for('parley.bus.transport');

/** What a decorator leaves for BusTransport to find. */
export interface HandlerMark {
  readonly kind: 'stream' | 'request';
  /** Service name of a stream, subject of a request. */
  readonly name: string;
}

type HandlerDecorator<Input, Output> = <Handler extends (input: Input) => Output | Promise<Output>>(
  target: object,
  key: string | symbol,
  method: TypedPropertyDescriptor<Handler>,
) => void;

/** The method is given each `Incoming` stream of this service and returns its `StreamHandlers`. */
export const StreamHandler = (service: string): HandlerDecorator<Incoming, StreamHandlers> =>
  marking({ kind: 'stream', name: service });

/** The method is given the bytes of each request on this subject and returns the bytes of the reply. */
export const RequestHandler = (subject: string): HandlerDecorator<Uint8Array, Uint8Array> =>
  marking({ kind: 'request', name: subject });

const marking = (mark: HandlerMark) =>
  applyDecorators(
    MessagePattern(`${mark.kind}:${mark.name}`, BUS_TRANSPORT, { parley: mark }),
    UseFilters(BusErrorFilter),
  );
