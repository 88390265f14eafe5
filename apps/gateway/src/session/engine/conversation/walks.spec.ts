import type { ConversationItem, McpTool } from '@parley/protocol';
import { portion } from '../memory/portion';
import { watched } from '../testing/looks';
import { areAllAnswered } from '../tools/scheduling';
import { contextOf } from './context';
import { entryOf, type Entry } from './state';
import { inOrderOfThought } from './thought';

const many = (count: number, make: (n: number) => Entry): Entry[] =>
  Array.from({ length: count }, (_, n) => make(n));

const server = { type: 'mcp', server_label: 's', server_url: 'https://mcp.example' } as McpTool;
const base = { status: 'completed', server_label: 's', name: 'n', arguments: '{}' } as const;
const call = { name: 'n', tool: { kind: 'mcp', server, name: 'n', approval: true }, running: false } as const;

const request = (n: number, extra: Partial<Entry> = {}): Entry =>
  entryOf({ ...base, type: 'mcp_approval_request', id: `request_${n}` }, extra);
const made = (n: number): Entry =>
  entryOf({
    ...base,
    type: 'mcp_call',
    id: `call_${n}`,
    approval_request_id: `request_${n}`,
    output: 'out',
    error: null,
  });
const said = (n: number, extra: Partial<Entry>): Entry =>
  entryOf(
    {
      id: `item_${n}`,
      type: 'message',
      status: 'completed',
      role: 'assistant',
      content: [{ type: 'output_text', text: 'Yes.' }],
    },
    extra,
  );
const called = (n: number): Entry => {
  const item: ConversationItem = {
    id: `item_${n}`,
    type: 'function_call',
    status: 'completed',
    call_id: `call_${n}`,
    name: 'f',
    arguments: '{}',
  };
  return entryOf(item, { origin: { responseId: `resp_${n}`, after: null } });
};

const looksOf = (entries: readonly Entry[], work: (entries: readonly Entry[]) => unknown): number => {
  const watch = watched(entries);
  work(watch.entries);
  return watch.looks;
};

type Make = (count: number) => readonly Entry[];

/** How much oftener ten times as many items are looked at: ten times as often, unless a walk begins others. */
const growth = (make: Make, work: (entries: readonly Entry[]) => unknown): number =>
  looksOf(make(1_000), work) / looksOf(make(100), work);
const oneWalk = 11;

describe('walks over a conversation', () => {
  it('ask of each request to approve a call what came of it without a walk for each', () => {
    const asked: Make = (count) => many(count, (n) => request(n));
    expect(growth(asked, contextOf)).toBeLessThan(oneWalk);
    expect(growth((count) => [...asked(count), ...many(count, made)], contextOf)).toBeLessThan(oneWalk);
  });

  it('ask what is over without a walk for each', () => {
    const limits = { keepItems: 0, maxChars: 24_000 };
    const over = (count: number) => [...many(count, made), ...many(count, (n) => request(n, { call }))];
    expect(growth(over, (entries) => portion(entries, limits))).toBeLessThan(oneWalk);
  });

  it('find the place of each answer without a walk for each', () => {
    const answers = (count: number) =>
      many(count, (n) => said(n, { origin: { responseId: `resp_${n}`, after: `gone_${n}` } }));
    expect(growth(answers, inOrderOfThought)).toBeLessThan(oneWalk);
    const behind = (count: number) => [
      ...many(count, (n) => said(n, {})),
      ...many(count, (n) =>
        said(count + n, {
          origin: { responseId: `resp_${n}`, after: `item_${n === 0 ? 0 : count + n - 1}` },
        }),
      ),
    ];
    expect(growth(behind, inOrderOfThought)).toBeLessThan(oneWalk);
    const late = (count: number) =>
      many(count, (n) => ({ ...made(n), call: { ...call, late: { after: `gone_${n}`, during: null } } }));
    expect(growth(late, inOrderOfThought)).toBeLessThan(oneWalk);
  });

  it('ask whether the calls of many responses are answered without a walk for each', () => {
    const ask = (entries: readonly Entry[]) => entries.map((_, n) => areAllAnswered(entries, `call_${n}`));
    expect(growth((count) => many(count, called), ask)).toBeLessThan(oneWalk);
  });
});
