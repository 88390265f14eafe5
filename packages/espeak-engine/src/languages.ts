/** ISO-639-1 codes whose espeak-ng voice has another name, or for which one of several is the plain choice. */
const preferred: Readonly<Record<string, string>> = {
  en: 'en-us',
  es: 'es',
  fr: 'fr-fr',
  pt: 'pt-br',
  zh: 'cmn',
  no: 'nb',
  nn: 'nb',
  iw: 'he',
  in: 'id',
  ji: 'yi',
};

/** The espeak-ng voice of a language or variant; undefined when there is none. */
export function voiceOf(language: string, known: ReadonlySet<string>): string | undefined {
  const name = language.toLowerCase().replace('_', '-');
  const choices = [preferred[name], name, name.split('-')[0]];
  const base = name.split('-')[0] ?? '';
  return [...choices, preferred[base]].find((choice) => choice !== undefined && known.has(choice));
}

/** ISO-639-1 codes that have a voice. */
export function spokenLanguages(known: ReadonlySet<string>): string[] {
  const codes = new Set([...known].filter((name) => /^[a-z]{2}$/.test(name)));
  for (const [code, voice] of Object.entries(preferred)) if (known.has(voice)) codes.add(code);
  return [...codes].sort();
}
