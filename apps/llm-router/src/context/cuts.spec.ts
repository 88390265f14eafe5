import type { ChatMessage, ChatRequest } from '../chat/types';
import { hostedProviders } from '../providers/hosted/hosted';
import { ProviderRegistry, type ResolvedModel } from '../providers/registry';
import { chatRequest } from '../testing/collect';
import { configOf } from '../testing/config';
import { Cuts } from './cuts';
import { estimateTokens, messagesTokens } from './estimate';

const registry = new ProviderRegistry(hostedProviders(configOf({ OPENAI_API_KEY: 'k' })), {
  PARLEY_LLM_MODEL: 'openai/gpt-4',
  PARLEY_MODEL_ALIASES: '',
});
/** A model of 8,192 tokens, 2,048 of which are left for the answer. */
const small: ResolvedModel = {
  ...registry.resolve('openai/gpt-4'),
  entry: { ...registry.resolve('openai/gpt-4.1').entry!, contextTokens: 8_192, maxOutputTokens: 4_096 },
};
const auto = { disabled: false, retentionRatio: undefined, postInstructionTokens: undefined };

const user = (text: string): ChatMessage => ({ role: 'user', text, images: [] });
/** About a hundred tokens each. */
const talk = (count: number): ChatMessage[] =>
  Array.from({ length: count }, (_, n) => user(`${n} ${'word '.repeat(76)}`));
const asked = (messages: readonly ChatMessage[], over: Partial<ChatRequest> = {}): ChatRequest =>
  chatRequest({ messages, ...over });

describe('where a conversation is cut', () => {
  it('is nowhere while it fits, and in large steps then, so that a cached prefix lasts', () => {
    const cuts = new Cuts();
    expect(cuts.fit(asked(talk(50)), small, auto).messages).toHaveLength(50);
    const firsts: (string | undefined)[] = [];
    for (let count = 51; count <= 120; count += 1) {
      const { messages } = cuts.fit(asked(talk(count)), small, auto);
      expect(messagesTokens(messages)).toBeLessThanOrEqual(8_192 - 2_048);
      firsts.push(messages[0]?.text);
    }
    expect(new Set(firsts).size).toBeLessThanOrEqual(6);
  });

  it('stays when messages before it come and go', () => {
    const cuts = new Cuts();
    const before = cuts.fit(asked(talk(80)), small, auto).messages;
    const after = cuts.fit(asked(talk(81).slice(3)), small, auto).messages;
    expect(after[0]?.text).toBe(before[0]?.text);
  });

  it('is not, where truncation is disabled: the request is refused', () => {
    const refusal = expect.objectContaining({ code: 'context_length_exceeded', errorClass: 'caller_fault' });
    expect(() => new Cuts().fit(asked(talk(80)), small, { ...auto, disabled: true })).toThrow(refusal);
    expect(new Cuts().fit(asked(talk(40)), small, { ...auto, disabled: true }).messages).toHaveLength(40);
  });

  it('is where the client wants it, whatever the model takes', () => {
    const truncation = { ...auto, retentionRatio: 0.5, postInstructionTokens: 1_000 };
    const { messages } = new Cuts().fit(asked(talk(30)), small, truncation);
    expect(messagesTokens(messages)).toBeLessThanOrEqual(500);
    expect(messages.at(-1)).toEqual(talk(30).at(-1));
    const unknown = { ...small, entry: undefined, id: { provider: 'openai', model: 'unheard-of' } };
    expect(new Cuts().fit(asked(talk(30)), unknown, truncation).messages).toHaveLength(messages.length);
    expect(new Cuts().fit(asked(talk(300)), unknown, auto).messages).toHaveLength(300);
  });

  it('leaves room for instructions, tools and the answer', () => {
    const room = (over: Partial<ChatRequest>) =>
      new Cuts().fit(asked(talk(100), over), small, auto).messages.length;
    expect(room({ system: 'word '.repeat(1_600) })).toBeLessThan(room({}));
    expect(room({ maxOutputTokens: 100 })).toBeGreaterThan(room({}));
  });

  it('follows what the model says it read', () => {
    const cuts = new Cuts();
    const request = asked(talk(40));
    cuts.learn(request, small.name, 2 * messagesTokens(request.messages));
    const { messages } = cuts.fit(asked(talk(50)), small, auto);
    expect(messagesTokens(messages) * 2).toBeLessThanOrEqual(8_192 - 2_048);
  });
});

it.each([
  ['The quick brown fox jumps over the lazy dog.', 9, 14],
  ['{"city":"Ulm","days":[1,2,3]}', 6, 16],
  ['Съешь же ещё этих мягких французских булок', 9, 22],
  ['我想知道明天的天气怎么样', 7, 14],
  ['', 0, 0],
])('estimates %j at %i to %i tokens', (text, least, most) => {
  expect(estimateTokens(text)).toBeGreaterThanOrEqual(least);
  expect(estimateTokens(text)).toBeLessThanOrEqual(most);
});
