import * as fc from 'fast-check';
import { contextOf } from './conversation/context';
import { actions, type Action } from './testing/actions';
import { fillers } from './testing/client-actions';
import { always, atRest } from './testing/invariants';
import { toolPatches } from './testing/tool-actions';
import { World } from './testing/world';

const restMs = 30 * 60_000;

/** More calls, and more requests for responses, than chance would bring (see `World` and `clientEvent`). */
function towardsTools(action: Action): Action {
  if (action.kind === 'model' && action.a % 3 === 0) return { ...action, a: 2 };
  if (action.kind === 'client' && action.a % 3 === 1) return { ...action, a: 3 };
  return action;
}

/**
 * The walk of `interleavings.spec` by a session that has tools of every kind from the start: the client's, a server's
 * that run at once or need leave, and the search.
 */
test('whatever becomes of tools, calls and outputs stay together and every result is spoken of once', () => {
  const seen = { ran: 0, late: 0, refused: 0, approved: 0, followed: 0, remembered: 0, bridged: 0 };
  fc.assert(
    fc.property(
      actions(['misheard', 'stale'], { tool: 14 }),
      fc.nat(toolPatches.length - 2),
      (list, patch) => {
        const world = new World();
        world.client({ type: 'session.update', session: toolPatches[patch] ?? { type: 'realtime' } });
        world.run({ kind: 'tool', a: 0, b: 1 });
        if (list.length % 3 === 0) world.client({ type: 'session.update', session: fillers({}) });
        for (const action of list.map(towardsTools)) {
          const pending = world.h.state.tools.followUp;
          world.run(action);
          always(world);
          if (pending !== null && world.h.state.tools.followUp === null) seen.followed += 1;
        }
        if (list.length % 2 === 0) world.finish();
        world.h.advance(restMs);
        always(world);
        atRest(world);
        seen.bridged += world.fillers.heard;
        seen.ran += world.h.all('call_tool').length;
        seen.late += world.wire.late.size;
        const { entries } = world.h.state.conversation;
        for (const { item } of entries) {
          if (item.type === 'mcp_approval_response') seen[item.approve ? 'approved' : 'refused'] += 1;
        }
        // The model is told what became of every call that is not still open.
        const told = contextOf(entries.filter(({ item }) => item.status !== 'in_progress'));
        const calls = entries.filter(({ item }) => item.type === 'mcp_call').map(({ item }) => item.id);
        const outputs = told.flatMap((message) => (message.role === 'tool' ? [message.callId] : []));
        expect(outputs).toEqual(expect.arrayContaining(calls));
        expect(new Set(outputs).size).toBe(outputs.length);
        seen.remembered += calls.length;
      },
    ),
    { numRuns: 3_000, seed: 20_261_129 },
  );
  // The walk must reach the interesting places, or it proves nothing.
  expect(seen.ran).toBeGreaterThan(500);
  expect(seen.remembered).toBeGreaterThan(400);
  expect(seen.bridged).toBeGreaterThan(20);
  expect(seen.late).toBeGreaterThan(100);
  expect(seen.approved).toBeGreaterThan(30);
  expect(seen.refused).toBeGreaterThan(20);
  expect(seen.followed).toBeGreaterThan(50);
}, 300_000);
