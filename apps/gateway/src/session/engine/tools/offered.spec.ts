import type { McpListedTool, McpTool, Tool } from '@parley/protocol';
import * as fc from 'fast-check';
import { allowed, needsApproval } from './filter';
import type { Listing } from './listing';
import { maxFollowUps, missingChoice, offer } from './offered';
import { noChain } from './state';

const server = (change: Partial<McpTool> = {}): McpTool => ({
  type: 'mcp',
  server_label: 'shop',
  server_url: 'https://shop.example/mcp',
  ...change,
});
const listed = (name: string, readOnly?: boolean): McpListedTool => ({
  name,
  description: `Does ${name}.`,
  input_schema: { type: 'object' },
  annotations: readOnly === undefined ? null : { readOnlyHint: readOnly },
});
const listing = (of: McpTool, tools: McpListedTool[]): Listing => ({
  server: of,
  itemId: 'i',
  status: 'ready',
  tools,
});
const search: Tool = { type: 'web_search', providerData: { max_results: 3, max_steps: 1 } };
const names = (tools: readonly { definition: { name: string } }[]) =>
  tools.map(({ definition }) => definition.name);

describe('what the model is offered', () => {
  const shop = server();
  const bank = server({ server_label: 'bank', server_url: 'https://bank.example/mcp' });
  const listings = [listing(shop, [listed('find'), listed('buy it')]), listing(bank, [listed('find')])];

  it("gives a server's tools their own names, and another only where that is taken", () => {
    const tools: Tool[] = [{ type: 'function', name: 'buy_it' }, shop, bank, search];
    const { tools: offered } = offer(tools, 'auto', listings, noChain);
    expect(names(offered)).toEqual(['buy_it', 'find', 'shop__buy_it', 'bank__find', 'web_search']);
    expect(offered.map(({ server: of }) => (of?.kind === 'mcp' ? of.name : of?.kind))).toEqual([
      undefined,
      'find',
      'buy it',
      'find',
      'web_search',
    ]);
  });

  it('never gives two tools one name, nor a name that a provider refuses', () => {
    const toolName = fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(toolName, { maxLength: 20 }), fc.array(toolName, { maxLength: 20 }), (a, b) => {
        const both = [
          listing(
            shop,
            a.map((name) => listed(name)),
          ),
          listing(
            bank,
            b.map((name) => listed(name)),
          ),
        ];
        const { tools } = offer([shop, bank, search], 'auto', both, noChain);
        expect(new Set(names(tools)).size).toBe(a.length + b.length + 1);
        expect(names(tools).every((name) => /^[a-zA-Z0-9_-]{1,64}$/.test(name))).toBe(true);
      }),
    );
  });

  it('says of every tool what its server is', () => {
    const described = server({ server_description: 'Sells shoes.' });
    const [tool] = offer([described], 'auto', [listing(described, [listed('find')])], noChain).tools;
    expect(tool?.definition.description).toContain('Sells shoes.');
  });

  it('offers nothing of a server that has not listed its tools', () => {
    expect(offer([shop], 'auto', [], noChain).tools).toEqual([]);
    expect(offer([server({ headers: { 'X-A': '1' } })], 'auto', listings, noChain).tools).toEqual([]);
  });

  it('turns every form of tool_choice into what a model takes', () => {
    const tools: Tool[] = [{ type: 'function', name: 'f' }, shop, bank];
    const chosen = (choice: Parameters<typeof offer>[1]) => offer(tools, choice, listings, noChain);
    expect(chosen('required').choice).toBe('required');
    expect(chosen({ type: 'function', name: 'f' }).choice).toEqual({ type: 'function', name: 'f' });
    expect(chosen({ type: 'mcp', server_label: 'bank', name: 'find' }).choice).toEqual({
      type: 'function',
      name: 'bank__find',
    });
    const any = chosen({ type: 'mcp', server_label: 'shop' });
    expect([names(any.tools), any.choice]).toEqual([['find', 'buy_it'], 'required']);
    const missing = { type: 'mcp', server_label: 'shop', name: 'sell' } as const;
    expect(missingChoice(chosen(missing), missing)).toEqual(missing);
    expect(offer([], 'required', [], noChain).choice).toBe('auto');
  });

  it('lets a chain of responses search and call only so often', () => {
    const often = { followUps: maxFollowUps, searches: 0 };
    expect(offer([search], 'auto', [], { followUps: 1, searches: 1 }).tools).toEqual([]);
    expect(offer([search], 'required', [], often).choice).toBe('none');
  });
});

describe('the filters of a server', () => {
  const tools = [listed('read', true), listed('write', false), listed('other')];

  it.each([
    [undefined, ['read', 'write', 'other']],
    [['write', 'none'], ['write']],
    [{ tool_names: ['read', 'write'] }, ['read', 'write']],
    [{ read_only: true }, ['read']],
    [{ tool_names: ['write'], read_only: true }, []],
    [{}, []],
  ])('allowed_tools %j', (filter, expected) => {
    const of = filter === undefined ? server() : server({ allowed_tools: filter });
    expect(allowed(of, tools).map(({ name }) => name)).toEqual(expected);
  });

  it.each([
    [undefined, ['read', 'write', 'other']],
    ['always', ['read', 'write', 'other']],
    ['never', []],
    [{ never: { read_only: true } }, ['write', 'other']],
    [{ always: { tool_names: ['write'] } }, ['write']],
    [{ always: { tool_names: ['write'] }, never: { tool_names: ['read', 'write'] } }, ['write', 'other']],
  ] as const)('require_approval %j', (rule, expected) => {
    const of = rule === undefined ? server() : server({ require_approval: structuredClone(rule) as never });
    expect(tools.filter((tool) => needsApproval(of, tool)).map(({ name }) => name)).toEqual(expected);
  });
});
