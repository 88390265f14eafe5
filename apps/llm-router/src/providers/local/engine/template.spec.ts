import { ChatTemplate } from './template';
import { PromptTokens } from './prompt-tokens';
import { callGrammar, isAnswered, parseCall, toolsFor } from './tool-calls';
import type { ChatMessage, Tool } from '../../../chat/types';

const source = `{% for m in messages %}<s>{{ m.role }}:{{ m.content }}{% if m.tool_calls %}{% for c in m.tool_calls %}<tool_call>{{ c.function.name }} {{ c.function.arguments | tojson }}</tool_call>{% endfor %}{% endif %}</s>{% endfor %}{% if tools %}{{ tools | tojson }}{% endif %}{% if add_generation_prompt %}<s>assistant:{% endif %}`;

const user = (text: string): ChatMessage => ({ role: 'user', text, images: [] });

const prompts = (contextTokens = 1_000) =>
  new PromptTokens({
    template: new ChatTemplate(source, {}),
    neutralize: (text) => text.replaceAll('<s>', '< s>'),
    tokenize: (text) => text.split(''),
    contextTokens,
  });

describe('a chat template', () => {
  it('renders a conversation, with calls as objects', () => {
    const template = new ChatTemplate(source, {});
    const messages: ChatMessage[] = [
      user('Hi'),
      { role: 'assistant', text: '', toolCalls: [{ callId: 'c', name: 'f', argumentsJson: '{"a":1}' }] },
      { role: 'tool', callId: 'c', name: 'f', text: 'ok' },
    ];
    expect(template.render({ system: 'S', messages, tools: [] }, { answer: true })).toBe(
      '<s>system:S</s><s>user:Hi</s><s>assistant:<tool_call>f {"a": 1}</tool_call></s><s>tool:ok</s><s>assistant:',
    );
  });

  it('knows whether its model can call tools', () => {
    expect(new ChatTemplate(source, {}).tools).toBe(true);
    expect(new ChatTemplate('{{ messages }}', {}).tools).toBe(false);
  });

  it('turns a refusal of the template into an error of the caller', () => {
    const template = new ChatTemplate("{{ raise_exception('no') }}", {});
    expect(() => template.render({ system: '', messages: [], tools: [] }, { answer: true })).toThrow(
      expect.objectContaining({ errorClass: 'caller_fault', code: 'template' }),
    );
  });
});

describe('a prompt’s tokens', () => {
  const text = (tokens: readonly string[]) => tokens.join('');

  it('are stable up to the words of an unfinished message', () => {
    expect(text(prompts().stable({ system: 'S', messages: [user('Hel')], tools: [] }))).toBe(
      '<s>system:S</s><s>user:Hel',
    );
  });

  it('are stable up to the words of the message to come', () => {
    const messages: ChatMessage[] = [user('Hi'), { role: 'assistant', text: 'Yes', toolCalls: [] }];
    const stable = text(prompts().stable({ system: '', messages, tools: [] }));
    expect(stable).toBe('<s>user:Hi</s><s>assistant:Yes</s><s>user:');
  });

  it('hold no control token from outside, and only what fits', () => {
    const messages = [user('old '.repeat(20)), user('a<s>b')];
    const { tokens, dropped } = prompts(80).forAnswer(
      { system: '', messages, tools: [] },
      { dropped: 0, answerTokens: 10 },
    );
    expect(text(tokens)).toBe('<s>user:a< s>b</s><s>assistant:');
    expect(dropped).toBe(1);
  });
});

describe('tool calls', () => {
  const tools: Tool[] = [
    {
      name: 'say "x"',
      description: '',
      parameters: {
        type: 'object',
        properties: { city: { type: 'string' }, unit: { enum: ['c', 'f'] }, deep: { $ref: '#/x' } },
        required: ['city'],
      },
    },
    { name: 'stop', description: '', parameters: { type: 'object', properties: {} } },
  ];

  it('are written by a grammar with every tool and its arguments', () => {
    const lines = callGrammar(tools).split('\n');
    expect(lines[0]).toBe(
      String.raw`root ::= "{\"name\": " ("\"say \\\"x\\\"\", \"arguments\": " tool0 | "\"stop\", \"arguments\": " tool1) "}"`,
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'tool0 ::= "{" tool0-f0 "}"',
        String.raw`tool0-f0 ::= "\"city\": " string tool0-l1`,
        String.raw`tool0-l1 ::= ", " "\"unit\": " tool0-p1 tool0-l2 | tool0-l2`,
        String.raw`tool0-l2 ::= ", " "\"deep\": " value "" | ""`,
        String.raw`tool0-p1 ::= "\"c\"" | "\"f\""`,
        'tool1 ::= "{}"',
      ]),
    );
  });

  it('leave those tools that the choice allows', () => {
    expect(toolsFor(tools, { kind: 'none' })).toEqual([]);
    expect(toolsFor(tools, { kind: 'function', name: 'stop' })).toEqual([tools[1]]);
    expect(toolsFor(tools, { kind: 'required' })).toBe(tools);
  });

  it('are read back, or refused when they were cut', () => {
    expect(parseCall('{"name": "f", "arguments": {"a": 1}}')).toEqual({
      name: 'f',
      argumentsJson: '{"a":1}',
    });
    expect(() => parseCall('{"name": "f", "argum')).toThrow('cut');
  });

  it('are known when they were made since the user spoke', () => {
    const call = { name: 'stop', argumentsJson: '{"a":1}' };
    const made: ChatMessage = {
      role: 'assistant',
      text: '',
      toolCalls: [{ ...call, argumentsJson: '{ "a": 1 }', callId: 'c' }],
    };
    expect(isAnswered([user('x'), made], call)).toBe(true);
    expect(isAnswered([user('x'), made, user('again')], call)).toBe(false);
    expect(isAnswered([user('x'), made], { ...call, argumentsJson: '{"a":2}' })).toBe(false);
  });
});
