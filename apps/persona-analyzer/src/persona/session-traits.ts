import { Smoother } from './smoothing';
import {
  ageOf,
  emotionOf,
  pitchClassOf,
  rateOf,
  UNKNOWN_ACCENT,
  vocalStyleOf,
  type Estimate,
} from './traits';
import type { Perceived, Traits, Voice } from './types';

type Smoothed = Exclude<keyof Traits, 'accent'>;

/** How fast each trait may change, as half-life of an observation in session time. */
const UTTERANCE_HALF_LIFE_MS: Readonly<Record<Smoothed, number>> = {
  emotion: 3000,
  vocalStyle: 8000,
  speakingRate: 30_000,
  pitch: 60_000,
  age: 300_000,
};
const CHUNK_HALF_LIFE_MS = 1500;

/** Smooths the estimates of a session: quickly for chunks, at each trait's own pace for utterances. */
export class SessionTraits {
  private readonly chunks = smoothers(() => CHUNK_HALF_LIFE_MS);
  private readonly utterances = smoothers((trait) => UTTERANCE_HALF_LIFE_MS[trait]);

  ofChunk(voice: Voice, atMs: number): Perceived {
    return this.smooth(this.chunks, voice, atMs);
  }

  ofUtterance(voice: Voice, atMs: number): Perceived {
    return this.smooth(this.utterances, voice, atMs);
  }

  private smooth(smoothers: Readonly<Record<Smoothed, Smoother>>, voice: Voice, atMs: number): Perceived {
    const { summary } = voice;
    const seen = (trait: Smoothed, estimates: readonly Estimate[]): readonly Estimate[] =>
      smoothers[trait].observe(estimates, atMs, summary.voicedMs);
    return {
      emotion: seen('emotion', emotionOf(voice.away, voice.familiarity)),
      age: seen('age', ageOf(summary.pitchHz)),
      accent: UNKNOWN_ACCENT,
      speakingRate: seen('speakingRate', rateOf(voice.syllablesPerSecond, voice.rateSource)),
      pitch: seen('pitch', pitchClassOf(summary.pitchHz, summary.voicedMs)),
      vocalStyle: seen('vocalStyle', vocalStyleOf(summary, voice.away, voice.familiarity)),
      pitchHz: summary.pitchHz,
      energyDbfs: summary.energyDbfs,
      syllablesPerSecond: voice.syllablesPerSecond,
    };
  }
}

function smoothers(halfLifeOf: (trait: Smoothed) => number): Readonly<Record<Smoothed, Smoother>> {
  const make = (trait: Smoothed): Smoother => new Smoother(halfLifeOf(trait));
  return {
    emotion: make('emotion'),
    vocalStyle: make('vocalStyle'),
    speakingRate: make('speakingRate'),
    pitch: make('pitch'),
    age: make('age'),
  };
}
