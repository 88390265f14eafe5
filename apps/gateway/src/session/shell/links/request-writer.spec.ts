import { decode, encode, v1 } from '@parley/contracts';
import * as fc from 'fast-check';
import type { ContextMessage } from '../../engine/conversation/context';
import type { ModelRequest } from '../../engine/coordinator/effects';
import { requestMessage } from './generation-messages';
import { RequestWriter } from './request-writer';

const request: ModelRequest = {
  model: 'a/b',
  instructions: 'Be brief.',
  messages: [],
  tools: [{ type: 'function', name: 'f', parameters: { type: 'object' } }],
  toolChoice: 'auto',
  maxOutputTokens: 'inf',
  temperature: 0,
  reasoning: null,
  parallelToolCalls: null,
  truncation: 'auto',
  templates: { guidance: 'Speak.' },
  memory: { summary: 'They met.', facts: ['One.'] },
  spoken: true,
  perception: null,
  language: 'en',
  user: 'u',
  metadata: { a: 'b' },
};

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('x'.repeat(70_000)));
const message: fc.Arbitrary<ContextMessage> = fc.oneof(
  fc.record({ role: fc.constant('user' as const), text }),
  fc.record({
    role: fc.constant('user' as const),
    text,
    images: fc.constant([{ url: 'data:image/png;base64,AA==', detail: 'auto' as const }]),
  }),
  fc.record({
    role: fc.constant('assistant' as const),
    text,
    calls: fc.array(fc.record({ callId: text, name: fc.constant('f'), argumentsJson: fc.constant('{}') })),
  }),
  fc.record({ role: fc.constant('tool' as const), callId: fc.constant('c'), text }),
);
/** What becomes of the conversation from one request to the next: so many messages are gone, and these are new. */
const change = fc.record({
  gone: fc.nat(3),
  added: fc.array(message, { maxLength: 4 }),
  ahead: fc.boolean(),
});

it('writes what the general encoder would, whatever became of the conversation', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const writer = new RequestWriter();
      let messages: readonly ContextMessage[] = [];
      for (const { gone, added, ahead } of changes) {
        messages = [...messages.slice(0, Math.max(0, messages.length - gone)), ...added];
        const what = ahead ? 'prepare' : 'request';
        const general = encode(v1.GenerateInput, { [what]: requestMessage({ ...request, messages }) });
        const written = writer.write(what, { ...request, messages });
        expect(written.length).toBe(general.length);
        expect(decode(v1.GenerateInput, written)).toEqual(decode(v1.GenerateInput, general));
      }
    }),
    { numRuns: 200 },
  );
});

it('does not look at messages again that the last request began with', () => {
  const writer = new RequestWriter();
  let looks = 0;
  const counted = (words: string): ContextMessage => ({
    role: 'user',
    get text() {
      looks += 1;
      return words;
    },
  });
  const messages = Array.from({ length: 50 }, (_, n) => counted(`said ${n}`));
  writer.write('prepare', { ...request, messages });
  const before = looks;
  writer.write('request', { ...request, messages: [...messages, counted('and now')] });
  expect(looks - before).toBeLessThan(3);
});
