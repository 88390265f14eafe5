import * as fc from 'fast-check';
import { actions } from './testing/actions';
import { always, atRest } from './testing/invariants';
import { World } from './testing/world';

/** Longer than every deadline and every response together. */
const restMs = 30 * 60_000;

test('whatever happens in whatever order, every invariant holds and the session comes to rest', () => {
  const seen = { events: 0, responses: 0, cancelled: 0, audio: 0, completed: 0, failed: 0, turns: 0 };
  fc.assert(
    fc.property(actions(), (list) => {
      const world = new World();
      for (const action of list) {
        world.run(action);
        always(world);
      }
      // Half of the sessions are let go on, the others are left with services that say nothing more.
      if (list.length % 2 === 0) world.finish();
      world.h.advance(restMs);
      always(world);
      atRest(world);
      seen.events += list.length;
      seen.turns += world.h.all('observe').filter(({ what }) => what === 'turn').length;
      seen.audio += world.h.all('emit_audio').length;
      for (const { done } of world.wire.responses.values()) {
        seen.responses += 1;
        if (done?.status === 'cancelled') seen.cancelled += 1;
        if (done?.status === 'completed') seen.completed += 1;
        if (done?.status === 'failed') seen.failed += 1;
      }
    }),
    { numRuns: 10_000, seed: 20_251_126, endOnFailure: false },
  );
  // The walk must reach the interesting places, or it proves nothing.
  expect(seen.responses).toBeGreaterThan(12_000);
  expect(seen.completed).toBeGreaterThan(3_000);
  expect(seen.cancelled).toBeGreaterThan(3_000);
  expect(seen.failed).toBeGreaterThan(3_000);
  expect(seen.audio).toBeGreaterThan(7_000);
  expect(seen.turns).toBeGreaterThan(8_000);
}, 300_000);
