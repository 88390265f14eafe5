import type { EspeakEngine } from '../engines/espeak/espeak-engine';
import type { PiperEngine } from '../engines/piper/piper-engine';
import type { ToneEngine } from '../engines/tone/tone-engine';
import type { Voice } from '../engines/engine';

/**
 * OpenAI's voice names. Their voices are not here: a client that asks for one by name gets the voice this worker
 * has, rather than an error.
 */
export const openAiNames = [
  ...['alloy', 'ash', 'ballad', 'coral', 'echo', 'sage', 'shimmer', 'verse', 'marin', 'cedar'],
  ...['fable', 'nova', 'onyx'],
] as const;

/** The same for Inworld's: its clients have one of these as their default. */
export const inworldNames = [
  ...['Alex', 'Ashley', 'Blake', 'Carter', 'Clive', 'Craig', 'Deborah', 'Dennis', 'Dominus', 'Edward'],
  ...['Elizabeth', 'Hades', 'Hana', 'Julia', 'Luna', 'Mark', 'Olivia', 'Pixie', 'Priya', 'Ronald'],
  ...['Sarah', 'Shaun', 'Theodore', 'Timothy', 'Wendy'],
] as const;

/** Gains that bring each engine to about −20 dBFS while it speaks: joe has −23.2, espeak −20.2 to −19.2. */
const piperGainDb = 3;
const espeakGainDb = 0;

export const piperJoe = (engine: PiperEngine, sampleRate: number): Voice => ({
  id: 'piper/joe',
  name: 'joe',
  engine,
  engineVoice: 'joe',
  languages: ['en'],
  sampleRate,
  aliases: [...openAiNames, ...inworldNames],
  gainDb: piperGainDb,
});

/** `espeak/<language>` for every language the program says it speaks. */
export const espeakVoices = (
  engine: EspeakEngine,
  languages: readonly string[],
  sampleRate: number,
): Voice[] =>
  languages.map((language) => ({
    id: `espeak/${language}`,
    name: `espeak-${language}`,
    engine,
    engineVoice: language,
    languages: [language],
    sampleRate,
    aliases: [],
    gainDb: espeakGainDb,
  }));

/** Speaks any language, in tones. */
export const toneVoice = (engine: ToneEngine): Voice => ({
  id: 'test/tone',
  name: 'tone',
  engine,
  engineVoice: 'tone',
  languages: ['en'],
  sampleRate: 24_000,
  aliases: [...openAiNames, ...inworldNames],
  gainDb: 0,
});
