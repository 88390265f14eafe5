import { isSameFormat } from './audio-format';
import { requestError, invalidValue, type ProtocolError } from './errors';
import { mergeNoiseReduction } from './noise-reduction';
import { budgetRaised, mergeParley } from './parley-settings';
import type { Session, SessionType } from './session';
import type { SessionPatch } from './session-patch';
import { toolChoiceError, toolsError } from './tool-choice';

/** What can no longer change, as the caller knows. */
export interface SessionLocks {
  /** The model has spoken. */
  readonly voice?: boolean;
  /** Audio has been appended. */
  readonly inputFormat?: boolean;
  /** Audio has been sent. */
  readonly outputFormat?: boolean;
}

export type MergeResult = { session: Session; error?: never } | { error: ProtocolError; session?: never };

/**
 * Applies a patch, all or nothing: only keys present change, `audio.*` merges key by key, `turn_detection` and
 * `transcription` are replaced whole. `current` is not changed. The error's `event_id` is the caller's to fill in.
 */
export function mergeSession(current: Session, patch: SessionPatch, locks: SessionLocks = {}): MergeResult {
  const error = conflict(current, patch, locks);
  if (error) return { error };
  const { audio, type: _type, ...top } = patch;
  const output = outputOf(patch);
  const noise_reduction = mergeNoiseReduction(
    current.audio.input.noise_reduction,
    audio?.input?.noise_reduction,
  );
  return {
    session: {
      ...current,
      ...top,
      ...mergeParley(current.parley, patch.parley),
      ...withoutGoneChoice(current, patch),
      audio: {
        input: { ...current.audio.input, ...audio?.input, noise_reduction },
        output: { ...current.audio.output, ...output },
      },
    },
  };
}

function conflict(current: Session, patch: SessionPatch, locks: SessionLocks): ProtocolError | undefined {
  if (patch.type !== current.type) return sessionTypeError(current.type);
  const tracing = patch.type === 'realtime' ? tracingConflict(current.tracing, patch.tracing) : undefined;
  if (tracing) return tracing;
  const input = patch.audio?.input;
  const output = outputOf(patch);
  if (locks.voice && output?.voice !== undefined && output.voice !== current.audio.output.voice) {
    return requestError(
      'cannot_update_voice',
      "Cannot update a conversation's voice if assistant audio is present.",
      { param: 'session.audio.output.voice' },
    );
  }
  if (locks.inputFormat && input?.format && !isSameFormat(input.format, current.audio.input.format)) {
    return formatLocked('session.audio.input.format', 'input audio has been appended');
  }
  if (locks.outputFormat && output?.format && !isSameFormat(output.format, current.audio.output.format)) {
    return formatLocked('session.audio.output.format', 'output audio has been sent');
  }
  const raised = budgetRaised(current.parley?.budget, patch.parley?.budget);
  if (raised) return invalidValue(`session.parley.budget.${raised}`, 'A budget can only be lowered.');
  if (patch.type === 'transcription') return undefined;
  return (
    toolsError(patch.tools ?? [], 'session.tools') ??
    toolChoiceError(patch.tools ?? current.tools, patch.tool_choice, 'session.tool_choice')
  );
}

/** Once it says whose trace it is, that stays; it can be turned off. */
function tracingConflict(
  current: Session['tracing'],
  wanted: Session['tracing'] | undefined,
): ProtocolError | undefined {
  if (typeof current !== 'object' || current === null || wanted == null) return undefined;
  if (JSON.stringify(current) === JSON.stringify(wanted)) return undefined;
  return invalidValue('session.tracing', 'Tracing cannot be changed once it is on.');
}

/** A tool that was forced and is there no more is forced no more. */
function withoutGoneChoice(current: Session, patch: SessionPatch): Partial<Session> {
  if (patch.type === 'transcription' || patch.tools === undefined || patch.tool_choice !== undefined)
    return {};
  return toolChoiceError(patch.tools, current.tool_choice, '') === undefined ? {} : { tool_choice: 'auto' };
}

const outputOf = (patch: SessionPatch) => (patch.type === 'realtime' ? patch.audio?.output : undefined);

/** A session of the given type was asked for what only another type does. */
export const sessionTypeError = (type: SessionType): ProtocolError =>
  requestError(
    'invalid_session_type',
    `This is a ${type} session, which cannot become one of another type.`,
    {
      param: 'session.type',
    },
  );

function formatLocked(param: string, why: string): ProtocolError {
  return requestError('cannot_update_audio_format', `Cannot update '${param}' once ${why}.`, { param });
}
