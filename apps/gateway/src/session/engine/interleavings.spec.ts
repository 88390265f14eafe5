import * as fc from 'fast-check';
import { stockBehaviour, type BehaviourDefaults } from './behaviour';
import { actions } from './testing/actions';
import { backchannels, fillers } from './testing/client-actions';
import { always, atRest } from './testing/invariants';
import { randomRuns } from './testing/random-runs';
import { World } from './testing/world';

/** Longer than every deadline and every response together. */
const restMs = 30 * 60_000;

const { runs, seed } = randomRuns(3_000, 20_251_126);

const clients: [string, BehaviourDefaults][] = [
  ['a stock client', stockBehaviour],
  [
    'a client that pauses',
    { ...stockBehaviour, maxLeadMs: 300, interruption: 'decide', pauses: true, backchannels: true },
  ],
  ['a client that does not, whose speech is judged', { ...stockBehaviour, interruption: 'decide' }],
];

test.each(clients)(
  'whatever happens in whatever order, every invariant holds and the session comes to rest: %s',
  (_name, behaviour) => {
    const seen = {
      responses: 0,
      cancelled: 0,
      audio: 0,
      passes: 0,
      completed: 0,
      failed: 0,
      turns: 0,
      used: 0,
      wasted: 0,
      interrupted: 0,
      dismissed: 0,
      fillers: 0,
      backchannels: 0,
    };
    fc.assert(
      fc.property(actions(), (list) => {
        const world = new World(behaviour);
        // A third of them bridge waits from the start.
        if (list.length % 3 === 0) world.client({ type: 'session.update', session: fillers({}) });
        if (list.length % 3 === 1) world.client({ type: 'session.update', session: backchannels({}) });
        for (const action of list) {
          world.run(action);
          always(world);
        }
        // Half of the sessions are let go on, the others are left with services that say nothing more.
        if (list.length % 2 === 0) world.finish();
        world.h.advance(restMs);
        always(world);
        atRest(world);
        seen.turns += world.h.all('observe').filter(({ what }) => what === 'turn').length;
        seen.audio += world.h.all('emit_audio').length;
        seen.passes += world.h.spokenPasses;
        const judged = world.h.all('observe').filter(({ what }) => what === 'judged');
        seen.interrupted += judged.filter(({ label }) => label.startsWith('interrupted')).length;
        seen.dismissed += judged.filter(({ label }) => label.startsWith('dismissed')).length;
        seen.backchannels += world.h.all('emit_backchannel').length;
        seen.fillers += world.fillers.heard;
        const { tally } = world.h.state.speculation;
        seen.used += tally.used;
        seen.wasted += tally.wasted;
        for (const { done } of world.wire.responses.values()) {
          seen.responses += 1;
          if (done?.status === 'cancelled') seen.cancelled += 1;
          if (done?.status === 'completed') seen.completed += 1;
          if (done?.status === 'failed') seen.failed += 1;
        }
      }),
      { numRuns: runs, seed, endOnFailure: false },
    );
    // The walk must reach the interesting places, or it proves nothing.
    expect(seen.responses).toBeGreaterThan(runs);
    expect(seen.completed).toBeGreaterThan(runs / 4);
    expect(seen.cancelled).toBeGreaterThan(runs / 6);
    expect(seen.failed).toBeGreaterThan(runs / 6);
    expect(seen.audio).toBeGreaterThan(runs / 2);
    expect(seen.passes).toBeGreaterThan(runs / 500);
    expect(seen.turns).toBeGreaterThan(runs / 3);
    expect(seen.used).toBeGreaterThan(runs / 100);
    expect(seen.wasted).toBeGreaterThan(runs / 20);
    expect(seen.fillers).toBeGreaterThan(runs / 60);
    expect(seen.backchannels).toBeGreaterThan(behaviour.backchannels ? runs / 60 : -1);
    const judges = behaviour.interruption === 'decide';
    expect(seen.interrupted).toBeGreaterThan(judges ? runs / 30 : -1);
    expect(seen.dismissed).toBeGreaterThan(judges ? runs / 100 : -1);
  },
  3_600_000,
);
