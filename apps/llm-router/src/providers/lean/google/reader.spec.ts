import { GoogleReader } from './reader';

const answer = (finishReason: string, parts: object[]) => {
  const reader = new GoogleReader('google');
  const candidate = { content: { role: 'model', parts }, index: 0, finishReason };
  return { reader, events: reader.read(JSON.stringify({ candidates: [candidate] })) };
};

describe('an answer of Gemini’s', () => {
  it.each(['MALFORMED_FUNCTION_CALL', 'UNEXPECTED_TOOL_CALL', 'MALFORMED_RESPONSE'])(
    'is none when it ends with %s and says nothing, but it was paid for',
    (finishReason) => {
      const { reader, events } = answer(finishReason, []);
      expect(events).toEqual([{ type: 'alive' }]);
      expect(() => reader.end()).toThrow(
        expect.objectContaining({ code: 'unreadable_call', errorClass: 'transient' }),
      );
    },
  );

  it('is one where something was said before', () => {
    const { reader, events } = answer('MALFORMED_FUNCTION_CALL', [{ text: 'One moment.' }]);
    expect(events).toEqual([{ type: 'text', text: 'One moment.' }]);
    expect(reader.end()).toMatchObject([{ type: 'finished', reason: 'stop' }]);
  });

  it('is whole with a count that is none', () => {
    const reader = new GoogleReader('google');
    const usageMetadata = { promptTokenCount: 9, cachedContentTokenCount: '3' };
    reader.read(JSON.stringify({ candidates: [{ finishReason: 'STOP' }], usageMetadata }));
    expect(reader.end()).toMatchObject([{ usage: { inputTokens: 9, cachedInputTokens: 0 } }]);
  });

  it('has ids of calls that every provider takes', () => {
    const { events } = answer('STOP', [{ functionCall: { name: 'f' } }]);
    expect(events).toMatchObject([{ callId: expect.stringMatching(/^[a-zA-Z0-9_-]{9,40}$/) as string }]);
  });
});
