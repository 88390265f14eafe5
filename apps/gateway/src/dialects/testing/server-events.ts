import { serverEventSchemas, type ServerEventBody } from '@parley/protocol';
import * as fc from 'fast-check';
import { arbitraryOf } from './arbitrary';

/** Every event of the GA dialect, as the engine sends it: without `event_id`. */
export const anyServerEvent: fc.Arbitrary<ServerEventBody> = fc
  .oneof(...[...serverEventSchemas.values()].map((schema) => arbitraryOf(schema)))
  .map((event) => {
    const { event_id: _id, ...body } = event as ServerEventBody & { event_id?: string };
    return body;
  });
