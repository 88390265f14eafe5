import { parseClientEvent } from './parse';
import { unsupported } from './unsupported';

/** One event for every entry of the table that must be refused. */
const update = (session: object) => ({ type: 'session.update', session: { type: 'realtime', ...session } });
const input = (fields: object) => update({ audio: { input: fields } });
const mcp = { type: 'mcp', server_label: 's', server_url: 'https://example.org' };
const approval = { type: 'mcp_approval_response', id: 'i', approval_request_id: 'r', approve: true };

const examples: [string, unknown][] = [
  ['session.include[0]', update({ include: ['item.input_audio_transcription.logprobs'] })],
  ['session.tools[0].type', update({ tools: [mcp] })],
  ['session.tools[0].strict', update({ tools: [{ type: 'function', name: 'f', strict: true }] })],
  ['session.tool_choice.type', update({ tool_choice: { type: 'mcp', server_label: 's' } })],
  ['session.audio.input.noise_reduction', input({ noise_reduction: { type: 'near_field' } })],
  ['item.type', { type: 'conversation.item.create', item: approval }],
  ['response.input[0].type', { type: 'response.create', response: { input: [approval] } }],
  ['response.tools[0].type', { type: 'response.create', response: { tools: [mcp] } }],
  [
    'response.tools[0].strict',
    { type: 'response.create', response: { tools: [{ type: 'function', name: 'f', strict: true }] } },
  ],
  ['response.tool_choice.type', { type: 'response.create', response: { tool_choice: { type: 'mcp' } } }],
];

it.each(examples)('%s is refused by name', (param, event) => {
  const { error } = parseClientEvent(event);
  expect(error?.code).toMatch(/^unsupported_(parameter|value)$/);
  expect(error?.param).toBe(param);
  expect(error?.message).toContain(`'${param}'`);
});

it('every entry of the table has its example', () => {
  expect(examples.map(([param]) => param.replaceAll('[0]', '[]'))).toEqual(
    unsupported.map((entry) => entry.path),
  );
});
