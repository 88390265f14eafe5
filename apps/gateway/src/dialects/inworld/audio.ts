import { invalidType, invalidValue, kindOf, type ProtocolError } from '@parley/protocol';
import { isObject, type Json } from '../codec';
import { formatToGa } from './formats';
import type { Names } from './names';
import { isSpeechModel, kindOfModel } from './transcription-models';

export type AudioToGa =
  | { readonly ok: unknown; readonly said: Json; readonly error?: never }
  | { readonly error: ProtocolError };

/** `session.audio` or `response.audio`. `said`: names that the GA shape has no place for. */
export function audioToGa(root: 'session' | 'response', audio: unknown, names: Names): AudioToGa {
  if (!isObject(audio)) return { ok: audio, said: {} };
  const { voice, ...rest } = audio;
  const given: Record<string, unknown> = { ...rest };
  if (voice !== undefined) {
    const output = isObject(given['output']) ? given['output'] : {};
    names.add(`${root}.audio.output.voice`, `${root}.audio.voice`);
    given['output'] = { voice, ...output };
  }
  const input = inputToGa(`${root}.audio.input`, given['input']);
  if (input.error) return input;
  const output = outputToGa(`${root}.audio.output`, given['output']);
  if (output.error) return output;
  return {
    ok: {
      ...given,
      ...(input.ok === undefined ? {} : { input: input.ok }),
      ...(output.ok === undefined ? {} : { output: output.ok }),
    },
    said: { ...input.said, ...output.said },
  };
}

function inputToGa(path: string, input: unknown): AudioToGa {
  if (!isObject(input)) return { ok: input, said: {} };
  const ga = withFormat(input);
  const { transcription } = input;
  if (transcription === null) return { ok: ga, said: { transcription_model: null } };
  if (!isObject(transcription) || typeof transcription['model'] !== 'string') return { ok: ga, said: {} };
  const { model } = transcription;
  switch (kindOfModel(model)) {
    case 'own':
      return { ok: ga, said: { transcription_model: null } };
    case 'stand-in':
      ga['transcription'] = { ...transcription, model: 'default' };
      return { ok: ga, said: { transcription_model: model } };
    case 'unknown': {
      const param = `${path}.transcription.model`;
      return {
        error: invalidValue(
          param,
          `Invalid value: '${model.slice(0, 100)}'. There is no such model for transcription.`,
        ),
      };
    }
  }
}

function outputToGa(path: string, output: unknown): AudioToGa {
  if (!isObject(output)) return { ok: output, said: {} };
  const { model, ...rest } = output;
  const ga = withFormat(rest);
  if (model === undefined) return { ok: ga, said: {} };
  const param = `${path}.model`;
  if (model !== null && typeof model !== 'string') {
    return { error: invalidType(param, 'a string', kindOf(model)) };
  }
  if (model !== null && !isSpeechModel(model)) {
    return {
      error: invalidValue(
        param,
        `Invalid value: '${model.slice(0, 100)}'. There is no such model for speech.`,
      ),
    };
  }
  return { ok: ga, said: { speech_model: model } };
}

const withFormat = (part: Json): Record<string, unknown> =>
  part['format'] === undefined ? { ...part } : { ...part, format: formatToGa(part['format']) };
