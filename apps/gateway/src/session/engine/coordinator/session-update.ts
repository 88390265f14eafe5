import { mergeSession, sessionView } from '@parley/protocol';
import { mergeExtras, type ExtrasChange } from '../../extras';
import type { SessionClientEvent } from '../../ports';
import { listServers } from './listings';
import { prepare } from './prepare';
import type { Step } from './step';
import { reveal, turnEvent } from './turns';

export function updateSession(
  step: Step,
  event: Extract<SessionClientEvent, { type: 'session.update' }>,
  change?: ExtrasChange,
): void {
  const { session: before, extras: had, spoken, turn } = step.state;
  const extras = mergeExtras(had, change);
  const locks = {
    voice: spoken && !extras.voiceMayChange,
    outputFormat: spoken,
    inputFormat: turn.receivedSamples > 0,
  };
  const { session, error } = mergeSession(before, event.session, locks);
  if (error !== undefined) return step.error(error, event.event_id);
  const was = before.audio.input;
  const is = session.audio.input;
  const hears = was.turn_detection !== is.turn_detection || was.transcription !== is.transcription;
  // What was held back is told under the settings that it was heard under.
  if (hears) reveal(step);
  step.set({ session, extras });
  step.do({ type: 'persist_session', session });
  step.emit({ type: 'session.updated', session: sessionView(session) }, { session: extras });
  const expects = before.tools !== session.tools || before.parley !== session.parley;
  if (hears || expects || had.hearing !== extras.hearing) {
    if ((was.turn_detection === null) !== (is.turn_detection === null))
      turnEvent(step, { type: 'reconfigured' });
    step.do({ type: 'configure_hearing' });
  }
  if (before.tools !== session.tools) listServers(step, session.tools);
  if (before.instructions !== session.instructions || before.tools !== session.tools) prepare(step);
}
