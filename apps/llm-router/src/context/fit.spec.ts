import * as fc from 'fast-check';
import type { ChatMessage } from '../chat/types';
import { fit, type FitOptions } from './fit';
import { boundsOf } from './truncation';

const user = (text: string): ChatMessage => ({ role: 'user', text, images: [] });
const assistant = (text: string): ChatMessage => ({ role: 'assistant', text, toolCalls: [] });
const system = (text: string): ChatMessage => ({ role: 'system', text });
const call = (callId: string): ChatMessage => ({
  role: 'assistant',
  text: '',
  toolCalls: [{ callId, name: 'f', argumentsJson: '{}' }],
});
const output = (callId: string): ChatMessage => ({ role: 'tool', text: 'y', callId, name: 'f' });

const countTokens = (messages: readonly ChatMessage[]) => messages.length * 10;
const turns = (count: number) =>
  Array.from({ length: count }, (_, n) => [user(`${n}`), assistant('a')]).flat();
const options: FitOptions = { maxTokens: 100, keepTokens: 60, dropped: 0, countTokens };

describe('fitting a conversation', () => {
  it('leaves what fits', () => {
    expect(fit(turns(5), options)).toEqual({ messages: turns(5), dropped: 0 });
  });

  it('cuts once, deep and at the start of a turn, and keeps to that cut', () => {
    const first = fit(turns(6), options);
    expect(first.dropped).toBe(6);
    expect(first.messages[0]).toEqual(user('3'));
    expect(fit(turns(7), { ...options, dropped: 6 }).dropped).toBe(6);
  });

  it.each([5, 60, 9_900])(
    'counts the tokens of a long conversation only a few times: %i are kept',
    (keepTokens) => {
      let counts = 0;
      const many = turns(5_000);
      const counting = (messages: readonly ChatMessage[]) => {
        counts += 1;
        return countTokens(messages);
      };
      const fitted = fit(many, { ...options, maxTokens: 10_000, keepTokens, countTokens: counting });
      expect(fitted.messages).toHaveLength(keepTokens < 20 ? 2 : Math.floor(keepTokens / 20) * 2);
      expect(counts).toBeLessThan(40);
    },
  );

  it('never drops what the system said', () => {
    const { messages } = fit([system('Rules.'), ...turns(6)], options);
    expect(messages[0]).toEqual(system('Rules.'));
    expect(messages[1]).toEqual(user('4'));
  });

  it('never parts a call from its output, even where a turn must be broken', () => {
    const long = [user('x'), ...['a', 'b', 'c', 'd', 'e', 'f'].flatMap((id) => [call(id), output(id)])];
    const { messages } = fit([...turns(2), ...long], options);
    expect(messages).toEqual(['d', 'e', 'f'].flatMap((id) => [call(id), output(id)]));
  });

  it('says so when the last message alone is too much, and when nothing may be dropped', () => {
    const tooLong = expect.objectContaining({ errorClass: 'caller_fault', code: 'context_length_exceeded' });
    expect(() => fit(turns(3), { ...options, maxTokens: 5 })).toThrow(tooLong);
    expect(() => fit(turns(6), { ...options, keepTokens: Infinity })).toThrow(tooLong);
    expect(fit(turns(5), { ...options, keepTokens: Infinity }).dropped).toBe(0);
  });

  const message = fc.oneof(
    fc.constantFrom(user('u'), assistant('a'), system('s')).map((one) => [one]),
    fc.constantFrom('p', 'q').map((id) => [call(id), output(id)]),
  );

  it('of any conversation keeps a whole end, within the bounds, and cuts rarely', () => {
    fc.assert(
      fc.property(
        fc.array(message, { minLength: 1, maxLength: 40 }).map((parts) => parts.flat()),
        fc.integer({ min: 30, max: 200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (messages, room, ratio) => {
          let dropped = 0;
          for (let end = 1; end <= messages.length; end += 1) {
            if (messages[end]?.role === 'tool') continue;
            const some = messages.slice(0, end);
            const systems = some.filter(({ role }) => role === 'system').length;
            fc.pre(systems * 10 + 20 <= room);
            const bounds = boundsOf(
              { disabled: false, retentionRatio: ratio, postInstructionTokens: room },
              Infinity,
            );
            const fitted = fit(some, { ...bounds, dropped, countTokens });
            expect(countTokens(fitted.messages)).toBeLessThanOrEqual(room);
            expect(fitted.messages.at(-1)).toBe(some.at(-1));
            expect(fitted.messages.find(({ role }) => role !== 'system')?.role).not.toBe('tool');
            // A cut is only made when what the last one left has outgrown the bound.
            const before = some.filter((one, index) => index >= dropped || one.role === 'system');
            expect(fitted.dropped === dropped || countTokens(before) > room).toBe(true);
            expect(fitted.dropped).toBeGreaterThanOrEqual(dropped);
            dropped = fitted.dropped;
          }
        },
      ),
    );
  });
});

describe('the bounds of a conversation', () => {
  const truncation = { disabled: false, retentionRatio: undefined, postInstructionTokens: undefined };

  it('auto: what the model takes, and a large cut', () => {
    expect(boundsOf(truncation, 1_000)).toEqual({ maxTokens: 1_000, keepTokens: 750 });
    expect(boundsOf(undefined, 1_000)).toEqual({ maxTokens: 1_000, keepTokens: 750 });
  });

  it('retention_ratio: its share of the lower limit', () => {
    const retention = { ...truncation, retentionRatio: 0.5 };
    expect(boundsOf(retention, 1_000)).toEqual({ maxTokens: 1_000, keepTokens: 500 });
    expect(boundsOf({ ...retention, postInstructionTokens: 600 }, 1_000)).toEqual({
      maxTokens: 600,
      keepTokens: 300,
    });
    expect(boundsOf({ ...retention, postInstructionTokens: 6_000 }, 1_000).maxTokens).toBe(1_000);
  });

  it('disabled: no cut', () => {
    expect(boundsOf({ ...truncation, disabled: true }, 1_000)).toEqual({
      maxTokens: 1_000,
      keepTokens: Infinity,
    });
  });
});
