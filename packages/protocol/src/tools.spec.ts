import { defaultSession } from './session';
import { mergeSession, type MergeResult } from './merge-session';
import { parseClientEvent } from './parse';
import { sessionView } from './transcription-session';

const session = defaultSession({ id: 's', model: 'm', expiresAt: 0, instructions: '', voice: 'v' });
const mcp = { type: 'mcp', server_label: 'shop', server_url: 'https://shop.example/mcp' };
const secret = { authorization: 'hush', headers: { 'X-Api-Key': 'key' } };

const update = (fields: object) =>
  parseClientEvent({ type: 'session.update', session: { type: 'realtime', ...fields } });

function merged(fields: object): Partial<MergeResult> {
  const { ok, error } = update(fields);
  if (ok?.type !== 'session.update') return error === undefined ? {} : { error };
  return mergeSession(session, ok.session);
}

/** Servers of 256 KB each. */
const heavy = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...mcp,
    server_label: `shop${at}`,
    headers: Object.fromEntries(Array.from({ length: 32 }, (__, of) => [`X-${of}`, 'x'.repeat(8_000)])),
  }));

describe('tools of a session', () => {
  it('takes MCP servers in every form of the reference, and shows no secret of them again', () => {
    const forms = [
      { ...mcp, ...secret, require_approval: 'never', allowed_tools: ['a'], server_description: 'A shop.' },
      { ...mcp, server_label: 'b', require_approval: { never: { read_only: true } }, allowed_tools: null },
      { ...mcp, server_label: 'c', allowed_tools: { tool_names: ['x'], read_only: null } },
    ];
    const { session: is, error } = merged({ tools: forms });
    expect(error).toBeUndefined();
    expect(is?.tools).toEqual([
      forms[0],
      { ...mcp, server_label: 'b', require_approval: { never: { read_only: true } } },
      { ...mcp, server_label: 'c', allowed_tools: { tool_names: ['x'] } },
    ]);
    const shown = JSON.stringify(is && sessionView(is));
    expect(shown).toContain('https://shop.example/mcp');
    expect(shown).not.toMatch(/hush|X-Api-Key/);
  });

  it('takes what asks for nothing of what it does not have', () => {
    const nothing = {
      connector_id: null,
      tunnel_id: null,
      allowed_callers: ['direct'],
      defer_loading: false,
    };
    expect(merged({ tools: [{ ...mcp, ...nothing }] }).session?.tools).toEqual([mcp]);
    expect(update({ tools: [{ ...mcp, defer_loading: true }] }).error?.param).toBe(
      'session.tools[0].defer_loading',
    );
  });

  it('says back whether a function is strict, where the client said so', () => {
    const named = (fields: object) => ({ type: 'function', name: 'f', ...fields });
    for (const tool of [named({ strict: true }), named({ strict: false }), named({})])
      expect(merged({ tools: [tool] }).session?.tools).toEqual([tool]);
    expect(merged({ tools: [named({ strict: null })] }).session?.tools).toEqual([named({})]);
  });

  it("takes the built-in search in Inworld's form, and fills in its defaults", () => {
    const { session: is } = merged({ tools: [{ type: 'web_search', providerData: { engine: 'exa' } }] });
    expect(is?.tools).toEqual([
      { type: 'web_search', providerData: { engine: 'exa', max_results: 3, max_steps: 1 } },
    ]);
    expect(merged({ tools: [{ type: 'web_search' }] }).session?.tools).toHaveLength(1);
    expect(merged({ tools: heavy(2) }).session?.tools).toHaveLength(2);
  });

  it('takes no function that no model would be told', () => {
    const named = (fields: object) => ({ type: 'function', name: 'f', ...fields });
    const schema = (chars: number) => ({ type: 'object', description: 'x'.repeat(chars) });
    const edge = 262_144 - JSON.stringify(schema(0)).length;
    const fits = named({ description: 'x'.repeat(16_384), parameters: schema(edge) });
    expect(merged({ tools: [fits] }).session?.tools).toEqual([fits]);
    let deep: object = {};
    for (let level = 0; level < 50_000; level += 1) deep = { deep };
    for (const [fields, field] of [
      [{ description: 'x'.repeat(16_385) }, 'description'],
      [{ parameters: schema(edge + 1) }, 'parameters'],
      [{ parameters: deep }, 'parameters'],
      [{ name: '' }, 'name'],
    ] as const) {
      const tools = [named(fields)];
      expect(update({ tools }).error?.param).toBe(`session.tools[0].${field}`);
      const asked = parseClientEvent({ type: 'response.create', response: { tools } });
      expect(asked.error?.param).toBe(`response.tools[0].${field}`);
    }
  });

  it.each([
    [{ tools: [{ ...mcp, server_url: 'ftp://x' }] }, 'session.tools[0].server_url'],
    [{ tools: [{ type: 'mcp', server_label: 's' }] }, 'session.tools[0].server_url'],
    [{ tools: [{ ...mcp, server_label: 'a b' }] }, 'session.tools[0].server_label'],
    [{ tools: [{ ...mcp, headers: { Host: 'x' } }] }, 'session.tools[0].headers'],
    [{ tools: [{ ...mcp, headers: { 'X-A': 'b\r\nc' } }] }, 'session.tools[0].headers.X-A'],
    [{ tools: [{ ...mcp, tool: 'x' }] }, 'session.tools[0].tool'],
    [{ tools: heavy(3) }, 'session.tools'],
    [
      { tools: [{ type: 'web_search', providerData: { max_results: 99 } }] },
      'session.tools[0].providerData.max_results',
    ],
    [{ tools: [{ type: 'code_interpreter' }] }, 'session.tools[0].type'],
    [{ tools: [mcp, mcp] }, 'session.tools[1].server_label'],
    [{ tools: [{ type: 'web_search' }, { type: 'function', name: 'web_search' }] }, 'session.tools[1].name'],
    [{ tools: [mcp], tool_choice: { type: 'mcp', server_label: 'other' } }, 'session.tool_choice'],
    [{ tools: [mcp], tool_choice: { type: 'function', name: 'f' } }, 'session.tool_choice'],
  ])('refuses %j at %s', (fields, param) => {
    expect(merged(fields).error).toMatchObject({ type: 'invalid_request_error', param });
  });

  it.each([
    ['auto', 'auto'],
    ['none', 'none'],
    ['required', 'required'],
    ['f', { type: 'function', name: 'f' }],
    [
      { type: 'function', name: 'f' },
      { type: 'function', name: 'f' },
    ],
    ['web_search', { type: 'function', name: 'web_search' }],
    [
      { type: 'mcp', server_label: 'shop' },
      { type: 'mcp', server_label: 'shop' },
    ],
    [
      { type: 'mcp', server_label: 'shop', name: null },
      { type: 'mcp', server_label: 'shop' },
    ],
    [
      { type: 'mcp', server_label: 'shop', name: 'buy' },
      { type: 'mcp', server_label: 'shop', name: 'buy' },
    ],
  ])('takes tool_choice %j', (choice, is) => {
    const tools = [{ type: 'function', name: 'f' }, mcp, { type: 'web_search' }];
    expect(merged({ tools, tool_choice: choice }).session?.tool_choice).toEqual(is);
  });
});

it('takes the answer to an approval request without an id, as clients send it', () => {
  const item = { type: 'mcp_approval_response', approval_request_id: 'mcpr_1', approve: false };
  const { ok } = parseClientEvent({ type: 'conversation.item.create', item });
  expect(ok).toMatchObject({ item: { ...item, reason: null } });
});
