import { parseClientEvent } from './parse';
import { unsupported } from './unsupported';

/** One event for every entry of the table that must be refused. */
const update = (session: object) => ({ type: 'session.update', session: { type: 'realtime', ...session } });
const mcp = { type: 'mcp', server_label: 's', server_url: 'https://example.org' };

const tool = (fields: object) => [{ ...mcp, ...fields }];
const ofTools = [
  { connector_id: 'c' },
  { tunnel_id: 't' },
  { allowed_callers: ['direct', 'programmatic'] },
  { defer_loading: true },
].flatMap((fields): [string, unknown][] => {
  const [key = ''] = Object.keys(fields);
  return [
    [`session.tools[0].${key}`, update({ tools: tool(fields) })],
    [`response.tools[0].${key}`, { type: 'response.create', response: { tools: tool(fields) } }],
  ];
});

const examples: [string, unknown][] = [
  ...ofTools,
  ['session.include[0]', update({ include: ['item.input_audio_transcription.logprobs'] })],
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
