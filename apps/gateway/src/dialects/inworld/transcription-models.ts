/** What Inworld calls its recognisers, as it lists them. Here the recogniser of the worker stands in for each. */
const stoodInFor: readonly RegExp[] = [
  /^inworld\/inworld-stt-\d+$/,
  /^assemblyai\/(u3-rt-pro|universal-streaming-(multilingual|english))$/,
  /^soniox\/stt-rt-v\d+$/,
  /^deepgram\/(flux|nova)[\w-]*$/,
  /^groq\/whisper[\w-]*$/,
];
/** Recognisers of this server. */
const own = /^(local|test)\//;

export type TranscriptionModel = 'own' | 'stand-in' | 'unknown';

export function kindOfModel(name: string): TranscriptionModel {
  if (own.test(name) || name === 'default') return 'own';
  return stoodInFor.some((pattern) => pattern.test(name)) ? 'stand-in' : 'unknown';
}

/** A voice decides here how it is made: names of Inworld's synthesis are taken and said back. */
export const isSpeechModel = (name: string): boolean => /^(inworld\/)?inworld-tts-[\w.-]+$/.test(name);
