import { clientEventSchemas } from '@parley/protocol';
import * as fc from 'fast-check';
import { z } from 'zod';
import { arbitraryOf } from './schema-arbitrary';
import type { JsonSchema } from './schema-arbitrary';

/** Few, so that events meet items that are there. */
const itemIds = ['item_a', 'item_b', 'item_c', 'item_d'];
const itemId = fc.constantFrom(...itemIds, ...itemIds, 'root', 'item_none', null);

/** Of odd lengths too, and what is no base64. */
const audio = fc.constantFrom(
  ...[0, 1, 2, 159, 160, 480, 960, 961, 9_600].map((bytes) =>
    Buffer.from(Uint8Array.from({ length: bytes }, (_, i) => (i * i * 31 + i * 7) % 256)).toString('base64'),
  ),
  '%%%',
);

/** The stand-in model does what it is told. */
const text = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '[[tool: weather {"city":"Ulm"}]]',
      '[[tool: weather {]] [[tool: weather]]',
      '[[repeat: 2]]',
      '[[fail: transient]]',
      '[[fail: caller_fault]]',
      '[[reply: ]]',
    ),
  },
);

const named: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  id: itemId,
  item_id: itemId,
  previous_item_id: itemId,
  call_id: fc.constantFrom('call_a', 'call_b', 'call_none'),
  audio,
  text,
  content_index: fc.constantFrom(0, 0, 0, 1, 99),
  audio_end_ms: fc.nat({ max: 2_000 }),
  output_modalities: fc.constantFrom(['text'], ['text'], ['audio'], ['audio', 'text'], []),
  model: fc.constantFrom('gpt-realtime', 'gpt-realtime', 'test/scripted', 'test/none'),
  event_id: fc.oneof(fc.constant('mine'), fc.string({ maxLength: 20 })),
};

/** How often each event comes, beside the others. */
const weights: Readonly<Record<string, number>> = {
  'session.update': 4,
  'input_audio_buffer.append': 8,
  'conversation.item.create': 4,
  'response.create': 3,
  'response.cancel': 3,
};

/** Events of every type with fields of every kind, most of them valid: made from the schemas themselves. */
export const clientEventArbitrary: fc.Arbitrary<unknown> = fc.oneof(
  ...Object.entries(clientEventSchemas).map(([type, schema]) => ({
    weight: weights[type] ?? 2,
    arbitrary: eventOf(type, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema),
  })),
);

/** `audio` is base64 in an event or an item, and an object in a session. */
function eventOf(type: string, schema: JsonSchema): fc.Arbitrary<unknown> {
  const nested = type === 'session.update' || type === 'response.create';
  return arbitraryOf(schema, (property) => (property === 'audio' && nested ? undefined : named[property]));
}
