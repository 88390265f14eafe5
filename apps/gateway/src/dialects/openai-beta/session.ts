import {
  unknownParameter,
  type RealtimeSession,
  type SessionType,
  type TranscriptionSession,
} from '@parley/protocol';
import { isObject, type Json } from '../codec';
import { fieldsToGa, sessionFields, transcriptionFields, type Translated } from './fields';
import { defaultTemperature, formatToBeta, modalitiesToBeta } from './values';

/** A beta session as a GA one that is still to be checked as such. */
export function sessionToGa(type: SessionType, beta: Json): Translated {
  const detection = beta['turn_detection'];
  if (isObject(detection) && 'idle_timeout_ms' in detection) {
    return { error: unknownParameter('session.turn_detection.idle_timeout_ms') };
  }
  const fields = type === 'transcription' ? transcriptionFields : sessionFields;
  return fieldsToGa('session', fields, beta, { type });
}

/** The effective session as the beta has it. */
export function sessionToBeta(session: RealtimeSession | TranscriptionSession): Json {
  const { input } = session.audio;
  const listening = {
    id: session.id,
    object: session.object,
    expires_at: session.expires_at,
    input_audio_format: formatToBeta(input.format),
    input_audio_transcription: input.transcription,
    input_audio_noise_reduction: input.noise_reduction,
    turn_detection: detectionToBeta(input.turn_detection),
    include: session.include,
  };
  if (session.type === 'transcription') return listening;
  const { output } = session.audio;
  return {
    ...listening,
    model: session.model,
    modalities: modalitiesToBeta(session.output_modalities),
    instructions: session.instructions,
    voice: output.voice,
    speed: output.speed,
    output_audio_format: formatToBeta(output.format),
    tools: session.tools,
    tool_choice: session.tool_choice,
    temperature: session.temperature ?? defaultTemperature,
    max_response_output_tokens: session.max_output_tokens,
    tracing: session.tracing,
    prompt: session.prompt,
  };
}

function detectionToBeta(detection: Json | null): Json | null {
  if (detection === null) return null;
  const { idle_timeout_ms: _idle, ...known } = detection;
  return known;
}
