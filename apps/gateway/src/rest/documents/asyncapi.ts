import {
  clientEventSchemas,
  conversationItem,
  extensionEventSchemas,
  responseObject,
  serverEventSchemas,
  sessionObject,
  transcriptionSessionObject,
  unsupported,
} from '@parley/protocol';
import { z } from 'zod';
import type { DocumentInfo } from './openapi';

type Json = Record<string, unknown>;
type Schemas = readonly (readonly [name: string, schema: z.ZodType])[];

const clientEvents: Schemas = Object.entries(clientEventSchemas);
const serverEvents: Schemas = [...serverEventSchemas];
/** Only for clients that asked for them. */
const extensionEvents: Schemas = [...extensionEventSchemas];
/** Named, so that events refer to them. */
const shared: Schemas = [
  ['Session', sessionObject],
  ['TranscriptionSession', transcriptionSessionObject],
  ['ConversationItem', conversationItem],
  ['Response', responseObject],
];

const query: Json = {
  model: { type: 'string' },
  parley: { type: 'string', enum: ['1'], description: 'asks for the events beyond the protocol' },
};

const ref = (path: string): Json => ({ $ref: `#/${path}` });
const names = (events: Schemas): string[] => events.map(([name]) => name);
const messageRefs = (events: Schemas): Json[] =>
  names(events).map((name) => ref(`channels/realtime/messages/${name}`));

/** The AsyncAPI document of the realtime socket, from the schemas of its events. */
export function asyncApiDocument({ title, version }: DocumentInfo): object {
  const events = [...clientEvents, ...serverEvents, ...extensionEvents];
  return {
    asyncapi: '3.0.0',
    info: { title, version, license: { name: 'Apache-2.0' } },
    defaultContentType: 'application/json',
    servers: {
      gateway: {
        host: 'localhost:8080',
        protocol: 'ws',
        security: [ref('components/securitySchemes/bearer')],
      },
    },
    channels: {
      realtime: {
        address: '/v1/realtime',
        messages: Object.fromEntries(names(events).map((name) => [name, ref(`components/messages/${name}`)])),
        bindings: { ws: { query: { type: 'object', properties: query } } },
      },
    },
    operations: {
      receive: { action: 'receive', channel: ref('channels/realtime'), messages: messageRefs(clientEvents) },
      send: { action: 'send', channel: ref('channels/realtime'), messages: messageRefs(serverEvents) },
      sendExtensions: {
        action: 'send',
        channel: ref('channels/realtime'),
        summary: 'Events beyond the protocol, for clients that asked for them with `?parley=1`.',
        messages: messageRefs(extensionEvents),
      },
    },
    components: {
      messages: Object.fromEntries(
        names(events).map((name) => [name, { name, payload: ref(`components/schemas/${name}`) }]),
      ),
      schemas: {
        ...jsonSchemas(clientEvents, 'input'),
        ...jsonSchemas([...serverEvents, ...extensionEvents, ...shared], 'output'),
      },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
    'x-unsupported': unsupported.map(({ events: types, path, what }) => ({ events: types, path, what })),
  };
}

function jsonSchemas(schemas: Schemas, io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of schemas) registry.add(schema, { id });
  const { schemas: made } = z.toJSONSchema(registry, {
    io,
    target: 'draft-7',
    unrepresentable: 'any',
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(made).map(([id, { $id: _id, $schema: _schema, ...schema }]) => [id, schema]),
  );
}
