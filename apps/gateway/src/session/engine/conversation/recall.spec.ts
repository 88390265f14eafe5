import type { ConversationItem, McpTool } from '@parley/protocol';
import * as fc from 'fast-check';
import { watched } from '../testing/looks';
import { randomRuns } from '../testing/random-runs';
import type { EntryCall } from '../tools/server-tool';
import { contextOf } from './context';
import { recall } from './recall';
import { entryOf, type Entry, type Origin } from './state';

const server = { type: 'mcp', server_label: 's', server_url: 'https://mcp.example' } as McpTool;
const callOf = (late?: EntryCall['late']): EntryCall => ({
  name: 'n',
  tool: { kind: 'mcp', server, name: 'n', approval: true },
  running: false,
  ...(late && { late }),
});

const message = (id: string, role: 'user' | 'assistant', text: string): ConversationItem =>
  role === 'user'
    ? { id, type: 'message', status: 'completed', role, content: [{ type: 'input_text', text }] }
    : { id, type: 'message', status: 'completed', role, content: [{ type: 'output_text', text }] };
const called = (id: string, callId: string): ConversationItem =>
  ({ id, type: 'function_call', status: 'completed', call_id: callId, name: 'f', arguments: '{}' }) as const;
const output = (id: string, callId: string): ConversationItem =>
  ({ id, type: 'function_call_output', status: 'completed', call_id: callId, output: id }) as const;
const base = { status: 'completed', server_label: 's', name: 'n', arguments: '{}' } as const;

const plain = ['user', 'answer', 'user', 'answer', 'call', 'output', 'server call'] as const;
const kinds = [
  ...plain,
  ...plain,
  ...plain,
  ...plain,
  ...['goes on', 'empty', 'late', 'request', 'approval', 'in progress', 'change', 'trim', 'remove', 'insert'],
] as const;
const step = fc.record({ kind: fc.constantFrom(...kinds), where: fc.nat(60), by: fc.nat(9) });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function after(entries: readonly Entry[], { kind, where, by }: Step, n: number): readonly Entry[] {
  const id = `item_${n}`;
  const at = where % (entries.length + 1);
  const last = entries.at(-1)?.item.id ?? null;
  // Mostly what was said last; else something before it, or what is not there.
  const origin: Origin = {
    responseId: `resp_${by > 8 ? where % 5 : n}`,
    after: by < 9 ? last : `item_${where}`,
  };
  const add = (item: ConversationItem, extra: Partial<Entry> = {}) => [...entries, entryOf(item, extra)];
  const change = (how: Partial<Entry>): readonly Entry[] => {
    const entry = entries[at];
    return entry === undefined ? entries : entries.with(at, { ...entry, ...how });
  };
  switch (kind) {
    case 'user':
      return add(message(id, 'user', `said ${n}`));
    case 'goes on':
      return add(message(id, 'user', `on ${n}`), { continues: true });
    case 'empty':
      return add(message(id, by > 3 ? 'user' : 'assistant', ''), by > 3 ? {} : { origin });
    case 'answer':
      return add(message(id, 'assistant', `answer ${n}`), { origin });
    case 'call':
      return add(called(id, `call_${by % 2}`), { origin });
    case 'output':
      return add(output(id, `call_${by % 2}`));
    case 'server call':
      return add(
        { ...base, type: 'mcp_call', id, approval_request_id: null, output: 'o', error: null },
        { origin },
      );
    case 'late':
      return add(message(id, 'assistant', id), { call: callOf({ after: last, during: null }), origin });
    case 'request':
      return add({ ...base, type: 'mcp_approval_request', id }, { origin, call: callOf() });
    case 'approval': {
      const request = { approval_request_id: `item_${where}`, approve: true, reason: null };
      return add({ ...request, type: 'mcp_approval_response', id, status: 'completed' });
    }
    case 'in progress':
      return add({ ...message(id, 'assistant', id), status: 'in_progress' }, { origin });
    case 'change':
      return change({ item: message(entries[at]?.item.id ?? id, 'user', `changed ${n}`) });
    case 'trim':
      return change({ memory: 'trimmed' });
    case 'remove':
      return entries.toSpliced(at, 1);
    case 'insert':
      return entries.toSpliced(at, 0, entryOf(message(id, 'user', `inserted ${n}`)));
  }
}

const { runs, seed } = randomRuns(3_000, 20_261_130);

it('is the context of what is whole, however the conversation came to be', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.nat(3), (steps, trims) => {
      let entries: readonly Entry[] = [];
      for (const [n, one] of steps.entries()) {
        entries = after(entries, one, n);
        const whole = entries.filter(({ item }) => item.status !== 'in_progress');
        // With memory or without, and now and then the other.
        const untrimmed = n % 10 === 9 ? trims === 0 : trims > 1;
        const told = untrimmed ? (entry: Entry) => entry.memory !== 'trimmed' : undefined;
        const maxChars = one.by === 0 ? 120 : undefined;
        expect(recall(entries, maxChars, untrimmed)).toEqual(contextOf(whole, maxChars, told));
      }
    }),
    { numRuns: runs, seed },
  );
});

it('looks no further back than what is new, and tells the beginning in the same messages', () => {
  const turn = (n: number): Entry[] => [
    entryOf(message(`u${n}`, 'user', `q${n}`)),
    entryOf(message(`a${n}`, 'assistant', `a${n}`), { origin: { responseId: `r${n}`, after: `u${n}` } }),
  ];
  const watch = watched(Array.from({ length: 101 }, (_, n) => turn(n)).flat());
  const before = recall(watch.entries.slice(0, 200));
  const looks = watch.looks;
  const now = recall(watch.entries);
  expect(looks).toBeGreaterThan(1_000);
  expect(watch.looks - looks).toBeLessThan(100);
  expect(now).toHaveLength(202);
  expect(now.slice(0, 190).every((one, at) => one === before[at])).toBe(true);
});
