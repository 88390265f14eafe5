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

/** What the caller said of the language. */
export interface LanguageSettings {
  /** ISO-639-1; empty = detect. */
  readonly language: string;
  /** It is one of these, the likeliest first; empty = any. */
  readonly languages: readonly string[];
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0]!;

/** One language that is possible is no question. */
export function languageSettings(
  said:
    | { readonly language?: string | null; readonly languages?: readonly string[] | null }
    | null
    | undefined,
): LanguageSettings {
  const languages = [...new Set((said?.languages ?? []).map(primary))];
  const language = primary(said?.language ?? '');
  if (language !== '') return { language, languages: [] };
  return languages.length === 1 ? { language: languages[0]!, languages: [] } : { language, languages };
}

export const knownOf = (languages: readonly string[], known: readonly string[]): string[] =>
  languages.filter((code) => known.includes(primary(code)));

/** The candidates, with the one that was heard last before the others. */
export function candidates(languages: readonly string[], current: string): readonly string[] {
  if (!languages.includes(current)) return languages;
  return [current, ...languages.filter((language) => language !== current)];
}
