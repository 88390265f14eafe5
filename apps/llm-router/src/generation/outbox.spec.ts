import { v1 } from '@parley/contracts';
import { Outbox } from './outbox';

const piece = 'x'.repeat(1_000);

it.each<[string, v1.GenerateEvent.$Properties]>([
  ['text', { text: { text: piece } }],
  ['pieces of a call', { toolCallDelta: { callId: 'c', name: 'f', argumentsDelta: piece } }],
  ['calls', { toolCall: { callId: 'c', name: 'f', argumentsJson: piece } }],
])('holds so many letters of %s, and then makes the source wait until they are sent', async (_, event) => {
  let credit = false;
  let more: (() => void) | undefined;
  const stream = {
    send: () => credit,
    ready: () => new Promise<void>((resolve) => (more = resolve)),
    credit: 0,
    closed: false,
  };
  const outbox = new Outbox({ stream, generation: 1, coalesceMs: 0 });
  let taken = 0;
  const source = (async () => {
    for (let number = 0; number < 100; number += 1) {
      await outbox.put(structuredClone(event));
      taken += 1;
      await new Promise(setImmediate);
    }
  })();
  // Whatever can be taken is.
  for (let turn = 0; turn < 500; turn += 1) await new Promise(setImmediate);
  expect(taken).toBe(65);
  credit = true;
  more?.();
  await source;
  expect(taken).toBe(100);
});
