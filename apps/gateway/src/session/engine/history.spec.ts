import * as fc from 'fast-check';
import { textOf } from './conversation/context';
import { stockBehaviour, type BehaviourDefaults } from './behaviour';
import { actions } from './testing/actions';
import { fillers } from './testing/client-actions';
import { Listener } from './testing/listener';
import { randomRuns } from './testing/random-runs';
import { World } from './testing/world';

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

const { runs, seed } = randomRuns(3_000, 41);

const clients: [string, BehaviourDefaults][] = [
  ['as fast as it comes', stockBehaviour],
  ['300 ms ahead', { ...stockBehaviour, maxLeadMs: 300 }],
  ['to a player that pauses', { ...stockBehaviour, maxLeadMs: 300, interruption: 'decide', pauses: true }],
];

test.each(clients)(
  'what the model remembers of its own words is what a listener heard of them: sent %s',
  (_name, behaviour) => {
    const seen = { spoken: 0, cut: 0, empty: 0, bridged: 0 };
    fc.assert(
      fc.property(actions(['link', 'misheard', 'stale']), (list) => {
        const world = new World(behaviour);
        const listener = new Listener(() => world.h.nowMs);
        world.wholeSegments = true;
        world.onEffect = (effect) => listener.onEffect(effect);
        world.onSpoken = (event, text, itemId) => listener.onSpoken(event, text, itemId);
        if (list.length % 3 === 0) world.client({ type: 'session.update', session: fillers({}) });
        for (const action of list) world.run(action);
        world.h.advance(30 * 60_000);
        for (const entry of world.h.state.conversation.entries) {
          if (entry.spoken === null) continue;
          const heard = listener.heard.get(entry.item.id);
          seen.spoken += 1;
          if (entry.leadInMs > 0) seen.bridged += 1;
          if (heard !== undefined) seen.cut += 1;
          if (heard?.length === 0) seen.empty += 1;
          const said = (listener.words.get(entry.item.id) ?? []).map(({ text }) => text);
          expect(wordsOf(textOf(entry))).toEqual(heard ?? said);
        }
      }),
      { numRuns: runs, seed },
    );
    expect(seen.spoken).toBeGreaterThan(runs / 15);
    expect(seen.bridged).toBeGreaterThan(runs / 200);
    expect(seen.cut - seen.empty).toBeGreaterThan(runs / 75);
  },
  3_600_000,
);
