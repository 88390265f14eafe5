import { defaultSession, type Session } from '@parley/protocol';
import * as fc from 'fast-check';
import type { Effect } from './coordinator/effects';
import { actions } from './testing/actions';
import { always, atRest } from './testing/invariants';
import { randomRuns } from './testing/random-runs';
import { World } from './testing/world';

const restMs = 30 * 60_000;
const { runs, seed } = randomRuns(600, 20_261_129);

const listening = defaultSession({
  type: 'transcription',
  id: 'sess_1',
  model: '',
  expiresAt: 0,
  instructions: '',
  voice: 'joe',
});
const { input } = listening.audio;
const pushToTalk: Session = {
  ...listening,
  audio: { ...listening.audio, input: { ...input, turn_detection: null } },
};

/** What only answers need. */
const answering: readonly Effect['type'][] = [
  'prepare',
  'generate',
  'speak_begin',
  'open_lane',
  'emit_audio',
];

test.each([
  ['turn detection', listening],
  ['push-to-talk', pushToTalk],
])(
  'whatever happens, a session that only transcribes asks for no answer, and tells every turn: %s',
  (_, session) => {
    let turns = 0;
    fc.assert(
      fc.property(actions(), (list) => {
        const world = new World();
        world.h.state = { ...world.h.state, session };
        world.wire.transcribes = true;
        for (const action of list) {
          world.run(action);
          always(world);
        }
        world.h.advance(restMs);
        atRest(world);
        const asked = world.h.effects.filter(({ type }) => answering.includes(type));
        const told = world.h.emitted().map(({ type }) => type);
        expect([asked, told.filter((type) => type.startsWith('response.'))]).toEqual([[], []]);
        turns += world.wire.transcriptions.size;
      }),
      { numRuns: runs, seed, endOnFailure: false },
    );
    expect(turns).toBeGreaterThan(runs / 20);
  },
  600_000,
);
