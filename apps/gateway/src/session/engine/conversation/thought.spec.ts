import type { McpTool } from '@parley/protocol';
import * as fc from 'fast-check';
import { randomRuns } from '../testing/random-runs';
import type { LateResult } from '../tools/server-tool';
import { entryOf, type Entry, type Origin } from './state';
import { inOrderOfThought } from './thought';

/** What the order of thought is, in as few words as it can be said: each place is looked for along the whole line. */
function plainly(entries: readonly Entry[]): readonly Entry[] {
  const line: Entry[] = [];
  const put = (entry: Entry, after: string | null, isKnown: (other: Entry) => boolean): void => {
    const at = line.findLastIndex((other) => other.item.id === after || isKnown(other));
    line.splice(at >= 0 ? at + 1 : after === null ? 0 : line.length, 0, entry);
  };
  for (const entry of entries.filter(({ call }) => call?.late === undefined)) {
    const { origin } = entry;
    if (origin === null) line.push(entry);
    else put(entry, origin.after, (other) => other.origin?.responseId === origin.responseId);
  }
  for (const entry of entries) {
    const late = entry.call?.late;
    if (late === undefined) continue;
    put(entry, late.after, ({ origin, call }) => {
      const isBeside = call?.late !== undefined && call.late.after === late.after;
      return isBeside || (origin !== null && origin.responseId === late.during);
    });
  }
  return line;
}

const server = { type: 'mcp', server_label: 's', server_url: 'https://mcp.example' } as McpTool;
const tool = { kind: 'mcp', server, name: 'n', approval: false } as const;

function entry(id: string, origin: Origin | null, late?: LateResult): Entry {
  return entryOf(
    { id, type: 'message', role: 'user', status: 'completed', content: [] },
    { origin, call: late ? { name: 'n', tool, running: false, late } : null },
  );
}

const pick = fc.nat({ max: 60 });
const step = fc.record({
  what: fc.constantFrom('said', 'begun', 'answered', 'answered', 'late', 'late', 'removed'),
  where: pick,
  by: pick,
  during: fc.option(pick),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A conversation in which responses begin, are heard, and get results late, and items are put anywhere and removed. */
function conversation(steps: readonly Step[]): readonly Entry[] {
  const entries: Entry[] = [];
  const begun: Origin[] = [{ responseId: 'first', after: null }];
  for (const [n, { what, where, by, during }] of steps.entries()) {
    const id = `item_${n}`;
    const anywhere = where % (entries.length + 1);
    const after = entries[anywhere]?.item.id ?? null;
    const origin = begun[by % begun.length] ?? null;
    const meanwhile = during === null ? null : (begun[during % begun.length]?.responseId ?? null);
    if (what === 'said') entries.splice(by % 3 === 0 ? anywhere : entries.length, 0, entry(id, null));
    if (what === 'begun') begun.push({ responseId: `resp_${n}`, after: entries.at(-1)?.item.id ?? null });
    if (what === 'answered') entries.push(entry(id, origin));
    if (what === 'late') entries.push(entry(id, origin, { after, during: meanwhile }));
    if (what === 'removed') entries.splice(anywhere, 1);
  }
  return entries;
}

const ids = (entries: readonly Entry[]): string[] => entries.map(({ item }) => item.id);
const { runs, seed } = randomRuns(2_000, 20_261_130);

it('is what its plain definition says', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 24 }), (steps) => {
      const entries = conversation(steps);
      expect(ids(inOrderOfThought(entries))).toEqual(ids(plainly(entries)));
    }),
    { numRuns: runs, seed },
  );
});

it('is that also where hundreds were put between the same two', () => {
  const [asked, then] = [entry('asked', null), entry('then', null)];
  const results = (after: string, during: string | null) =>
    Array.from({ length: 300 }, (_, n) =>
      entry(`${after}_${n}`, { responseId: `${after}_${n % 2}`, after: null }, { after, during }),
    );
  const entries = [asked, then, ...results('asked', null), ...results('then', 'asked_1')];
  expect(ids(inOrderOfThought(entries))).toEqual(ids(plainly(entries)));
});
