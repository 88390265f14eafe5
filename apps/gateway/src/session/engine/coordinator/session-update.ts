import { mergeSession, requestError } from '@parley/protocol';
import { extrasError, mergeExtras, type ExtrasChange } from '../../extras';
import type { SessionClientEvent } from '../../ports';
import { textOfPart } from '../conversation/items';
import type { Entry } from '../conversation/state';
import { greet } from './greeting';
import { idleTimeoutMs, waitForUser } from './idle';
import { listServers } from './listings';
import { reseed, tellSession } from './memory';
import { prepare } from './prepare';
import { activeOf, withoutSeed } from './state';
import type { Step } from './step';
import { reveal, turnEvent } from './turns';

export function updateSession(
  step: Step,
  event: Extract<SessionClientEvent, { type: 'session.update' }>,
  change?: ExtrasChange,
): void {
  const { session: before, extras: had, spoken, turn } = step.state;
  const extras = mergeExtras(had, change);
  const tooMuch = change === undefined ? undefined : extrasError(extras);
  if (tooMuch !== undefined) return step.error(tooMuch, event.event_id);
  const locks = {
    voice: spoken && !extras.voiceMayChange,
    outputFormat: spoken,
    inputFormat: turn.receivedSamples > 0,
  };
  const merged = mergeSession(before, event.session, locks);
  if (merged.error !== undefined) return step.error(merged.error, event.event_id);
  const { session, seed } = withoutSeed(merged.session);
  if (session.parley?.backchannel?.enabled === true && !step.state.defaults.backchannels) {
    const param = 'session.parley.backchannel.enabled';
    const message = `Backchannels are events beyond the protocol: connect with ?parley=1 to hear them ('${param}').`;
    return step.error(requestError('unsupported_value', message, { param }), event.event_id);
  }
  const was = before.audio.input;
  const is = session.audio.input;
  const hears = was.turn_detection !== is.turn_detection || was.transcription !== is.transcription;
  // What was held back is told under the settings that it was heard under.
  if (hears) reveal(step);
  step.set({ session, extras });
  const { shown } = step.state.memory;
  reseed(step, before.parley?.memory !== undefined && session.parley?.memory === undefined ? null : seed);
  tellSession(step);
  const expects = before.tools !== session.tools || before.parley !== session.parley;
  if (hears || expects || had.hearing !== extras.hearing) {
    if ((was.turn_detection === null) !== (is.turn_detection === null))
      turnEvent(step, { type: 'reconfigured' });
    step.do({ type: 'configure_hearing' });
  }
  if (before.tools !== session.tools) listServers(step, session.tools);
  greet(step);
  // The silence after what was said counts from now on.
  const idles = idleTimeoutMs(before) !== idleTimeoutMs(session);
  if (idles && spokeLast(step) && activeOf(step.state) === undefined && !step.state.owed) waitForUser(step);
  const promptChanges = before.instructions !== session.instructions || before.tools !== session.tools;
  if (promptChanges || shown !== step.state.memory.shown) prepare(step);
}

/** Nothing that the user said since waits for an answer. */
function spokeLast({ state }: Step): boolean {
  const last = state.conversation.entries.findLast((entry) => isSaid(entry));
  return last?.item.type === 'message' && last.item.role === 'assistant';
}

/** A cough and a silence are not. */
function isSaid({ item }: Entry): boolean {
  if (item.type !== 'message' || item.role === 'system') return false;
  return item.role === 'assistant' || !item.content.every((part) => textOfPart(part) === '');
}
