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

/** A second or more of speech is needed before a sighting counts against what is known. */
const reliableSpeechMs = 1_000;

/** The first sighting is believed; after that a language changes when it is heard twice in a row. */
export function sight(track: LanguageTrack, { language, speechMs }: LanguageSighting): LanguageTrack {
  if (language === '' || language === track.current) return language === '' ? track : { ...track, rival: '' };
  if (track.current === '') return { current: language, rival: '' };
  if (speechMs < reliableSpeechMs) return track;
  return track.rival === language ? { current: language, rival: '' } : { ...track, rival: language };
}
