/** What the recogniser thought of the language of one stretch. */
export interface LanguageSighting {
  readonly language: string;
  readonly speechMs: number;
}

/** The language of a session that did not name one. */
export interface LanguageTrack {
  /** ISO-639-1; empty = not known yet. */
  readonly current: string;
  /** Another language heard last time. */
  readonly rival: string;
}

export const unknownLanguage: LanguageTrack = { current: '', rival: '' };

/** Below this a detection is little better than a guess: half a second of English was taken for Tamil. */
export const reliableSpeechMs = 1_000;

/** The first reliable sighting is believed; after that a language changes when another is heard twice in a row. */
export function sight(track: LanguageTrack, { language, speechMs }: LanguageSighting): LanguageTrack {
  if (language === '' || speechMs < reliableSpeechMs) return track;
  if (language === track.current) return { ...track, rival: '' };
  if (track.current === '' || track.rival === language) return { current: language, rival: '' };
  return { ...track, rival: language };
}
