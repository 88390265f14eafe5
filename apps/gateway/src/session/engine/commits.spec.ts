import * as fc from 'fast-check';
import { actions } from './testing/actions';
import { always } from './testing/invariants';
import { randomRuns } from './testing/random-runs';
import { World } from './testing/world';

const { runs, seed } = randomRuns(1_500, 20_261_130);

/** Where nothing is answered, nearly all that happens is speech, commits and settings. */
const unsaid = ['misheard', 'model', 'speech', 'stale', 'link'] as const;

test('whatever the client switches, clears and commits, no commit is taken for an echo', () => {
  let commits = 0;
  fc.assert(
    fc.property(actions(unsaid, { client: 20, audio: 8 }), (list) => {
      const world = new World();
      for (const action of list) {
        world.run(action);
        always(world);
      }
      commits += world.h.all('commit_utterance').length;
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
  expect(commits).toBeGreaterThan(runs / 4);
}, 600_000);
