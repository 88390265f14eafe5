import { contextOf, type ContextMessage } from '../conversation/context';
import { fillerWord } from './client-actions';
import { phaseOf } from '../turn/state';
import type { World } from './world';

function check(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** What holds after every event. */
export function always(world: World): void {
  const { state } = world.h;
  const order = state.conversation.entries.map(({ item }) => item.id);
  check(order.join() === world.wire.chain.order.join(), 'the client rebuilds another conversation');
  check(world.wire.active.length <= 1, 'more than one active response');
  check(
    veiled(world) || (world.wire.speaking !== undefined) === (phaseOf(state.turn) === 'speaking'),
    'the client thinks otherwise about speech',
  );
  const context = contextOf(state.conversation.entries);
  pairedCalls(context);
  check(!JSON.stringify(context).includes(fillerWord), 'a filler is remembered');
  check(world.fillers.broken === undefined, world.fillers.broken ?? '');
  audioMatchesLedger(world);
  check(world.confused || world.recogniser.refused === 0, 'a commit that the recogniser takes for an echo');
  const { prospect, tally } = state.speculation;
  const open = prospect?.draft == null ? 0 : 1;
  check(
    tally.started === tally.used + tally.wasted + open,
    'an answer begun early was neither used nor wasted',
  );
}

/** Every call in the context is followed at once by its output, and every output follows its call. */
export function pairedCalls(messages: readonly ContextMessage[]): void {
  let due: string[] = [];
  for (const message of messages) {
    if (message.role === 'tool') {
      check(due[0] === message.callId, `output of ${message.callId} without its call`);
      due = due.slice(1);
      continue;
    }
    check(due.length === 0, `call ${due.join()} without its output`);
    if (message.role === 'assistant') due = message.calls.map(({ callId }) => callId);
  }
  check(due.length === 0, `call ${due.join()} without its output`);
}

function audioMatchesLedger({ h, wire }: World): void {
  for (const { item, spoken, leadInMs } of h.state.conversation.entries) {
    if (spoken === null) continue;
    const sentBytes = Math.round((spoken.sentMs + leadInMs) * 48);
    check(sentBytes === (wire.audioBytes.get(item.id) ?? 0), `audio of ${item.id} differs from its ledger`);
  }
}

/** The client is not told of speech that may be nothing. */
const veiled = ({ h }: World): boolean =>
  h.state.interruption.veils.some(({ itemId }) => itemId === h.state.turn.open?.itemId);

/** What holds once nothing more happens and time has passed. */
export function atRest(world: World): void {
  const { state } = world.h;
  check(state.live.length === 0, 'a response hangs');
  check(state.interruption.pausedAtMs === null, 'the assistant is silent for ever');
  check(
    state.interruption.veils.every(({ itemId }) => itemId === state.turn.open?.itemId),
    'the client is never told of a turn',
  );
  check(
    [...world.wire.responses.values()].every(({ done }) => done !== undefined),
    'a response without response.done',
  );
  check(['quiet', 'over'].includes(state.filler.stage.kind), 'a filler hangs');
  check(state.backchannel.stage.kind === 'listening', 'a backchannel hangs');
  check(phaseOf(state.turn) !== 'candidate', 'a turn hangs');
  check(state.turn.pending.length === 0, 'a transcript hangs');
  check(world.wire.chain.open.size === 0, 'an item was added and never done');
  check(
    [...world.wire.listed.values()].every((over) => over),
    'a list of tools hangs',
  );
  const { running, approved, followUp } = state.tools;
  check(running.length === 0, 'a tool hangs');
  check(approved.length === 0, 'an approved call was not made');
  check(followUp === null || phaseOf(state.turn) === 'speaking', 'a result is never spoken of');
  for (const [item, count] of world.wire.transcriptions) {
    check(count === 1, `${count} transcription events of ${item}`);
  }
  const missing = state.conversation.entries.some(
    (entry) => entry.awaitingTranscript && entry.item.type !== 'message',
  );
  check(!missing, 'an item waits for words it cannot have');
  check(!state.owed || phaseOf(state.turn) === 'speaking', 'an answer is owed and never given');
}
