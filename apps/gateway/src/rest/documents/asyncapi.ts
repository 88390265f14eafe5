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
import { socketChannels, type Channel, type Schemas } from './socket-channels';

type Json = Record<string, unknown>;

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
  intent: { type: 'string', enum: ['transcription'], description: 'opens a session that only transcribes' },
  parley: { type: 'string', enum: ['1'], description: 'asks for the events beyond the protocol' },
  audio: {
    type: 'string',
    enum: ['base64', 'binary'],
    description: 'with parley=1: whether audio is in events or in binary frames',
  },
  memory_of: {
    type: 'string',
    description: 'with parley=1: the earlier session of the same key whose memory this one begins with',
  },
};

const ref = (path: string): Json => ({ $ref: `#/${path}` });
const names = (events: Schemas): string[] => events.map(([name]) => name);

const realtime: Channel = {
  name: 'realtime',
  address: '/v1/realtime',
  receives: clientEvents,
  sends: [...serverEvents, ...extensionEvents],
};
const bindings = { ws: { query: { type: 'object', properties: query } } };
const channels: readonly Channel[] = [realtime, ...socketChannels];

const channelOf = ({ address, receives, sends }: Channel): Json => ({
  address,
  messages: Object.fromEntries(
    names([...receives, ...sends]).map((name) => [name, ref(`components/messages/${name}`)]),
  ),
});

const operation = (action: 'receive' | 'send', channel: string, messages: Schemas): Json => ({
  action,
  channel: ref(`channels/${channel}`),
  messages: names(messages).map((name) => ref(`channels/${channel}/messages/${name}`)),
});

const operations: Json = {
  receive: operation('receive', 'realtime', clientEvents),
  send: operation('send', 'realtime', serverEvents),
  sendExtensions: {
    ...operation('send', 'realtime', extensionEvents),
    summary: 'Events beyond the protocol, for clients that asked for them with `?parley=1`.',
  },
  ...Object.fromEntries(
    socketChannels.flatMap(({ name, receives, sends }) => [
      [`receive_${name}`, operation('receive', name, receives)],
      [`send_${name}`, operation('send', name, sends)],
    ]),
  ),
};

/** The AsyncAPI document of the sockets, from the schemas of what comes and goes. */
export function asyncApiDocument({ title, version }: DocumentInfo): object {
  const received = channels.flatMap(({ receives }) => receives);
  const sent = channels.flatMap(({ sends }) => sends);
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
      ...Object.fromEntries(channels.map((channel) => [channel.name, channelOf(channel)])),
      realtime: { ...channelOf(realtime), bindings },
    },
    operations,
    components: {
      messages: Object.fromEntries(
        names([...received, ...sent]).map((name) => [
          name,
          { name, payload: ref(`components/schemas/${name}`) },
        ]),
      ),
      schemas: {
        ...jsonSchemas(received, 'input'),
        ...jsonSchemas([...sent, ...shared], 'output'),
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
