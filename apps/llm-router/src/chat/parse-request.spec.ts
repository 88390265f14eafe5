import { v1 } from '@parley/contracts';
import { parseRequest } from './parse-request';

const { SYSTEM, USER, ASSISTANT, TOOL } = v1.ChatMessage.Role;
const call = { callId: 'c1', name: 'get_time', argumentsJson: '{"zone":"utc"}' };

describe('a generate request', () => {
  it('is taken with calls paired to their outputs', () => {
    const { messages } = parseRequest({
      messages: [
        { role: SYSTEM, text: 'Be kind.' },
        {
          role: USER,
          text: 'What time is it?',
          images: [{ url: 'data:image/png;base64,AAAA', detail: 'low' }],
        },
        { role: ASSISTANT, toolCalls: [call] },
        { role: TOOL, toolCallId: 'c1', text: 'noon' },
      ],
    });
    expect(messages).toEqual([
      { role: 'system', text: 'Be kind.' },
      {
        role: 'user',
        text: 'What time is it?',
        images: [{ mediaType: 'image/png', base64: 'AAAA', detail: 'low' }],
      },
      { role: 'assistant', text: '', toolCalls: [call] },
      { role: 'tool', text: 'noon', callId: 'c1', name: 'get_time' },
    ]);
  });

  it('is taken with no half of a character in what a provider is sent as JSON', () => {
    const half = '\\ud83d';
    const argumentsJson = `{"zone": "${half}", "of": "\\ud83d\\ude00"}`;
    const { messages, tools } = parseRequest({
      messages: [
        { role: ASSISTANT, toolCalls: [{ ...call, argumentsJson }] },
        { role: TOOL, toolCallId: 'c1', text: 'noon' },
      ],
      tools: [{ name: 'f', parametersJson: `{"description":"${half}"}` }],
    });
    expect(messages[0]).toMatchObject({ toolCalls: [{ argumentsJson: '{"zone":"\ufffd","of":"😀"}' }] });
    expect(tools[0]?.parameters).toEqual({ description: '\ufffd' });
  });

  it.each([
    [
      'a call without output',
      {
        messages: [
          { role: ASSISTANT, toolCalls: [call] },
          { role: USER, text: 'x' },
        ],
      },
      'c1',
    ],
    [
      'a call without output at the end',
      { messages: [{ role: ASSISTANT, toolCalls: [call] }] },
      'has no output',
    ],
    ['an output without call', { messages: [{ role: TOOL, toolCallId: 'c9', text: '' }] }, 'c9'],
    ['a message without role', { messages: [{ text: 'x' }] }, 'no role'],
    ['an image by address', { messages: [{ role: USER, images: [{ url: 'http://x/y.png' }] }] }, 'data: URI'],
    ['tool parameters that are no JSON', { tools: [{ name: 'f', parametersJson: '{' }] }, 'tool f'],
    ['a tool name with blanks', { tools: [{ name: 'a b' }] }, 'tool.name'],
    ['a tool choice of no tool', { toolChoice: 'function:f' }, 'not among the tools'],
    ['an unknown tool choice', { toolChoice: 'maybe' }, 'tool_choice'],
    ['a temperature out of range', { temperature: 3 }, 'request.temperature'],
  ])('refuses %s', (_, request, message) => {
    expect(() => parseRequest(request)).toThrow(message);
    expect(() => parseRequest(request)).toThrow(expect.objectContaining({ errorClass: 'caller_fault' }));
  });

  it('takes no limit for zero', () => {
    expect(parseRequest({ maxOutputTokens: 0 }).maxOutputTokens).toBeUndefined();
    expect(parseRequest({ maxOutputTokens: 7 }).maxOutputTokens).toBe(7);
  });
});
