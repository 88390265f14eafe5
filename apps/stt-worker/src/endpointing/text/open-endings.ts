/**
 * Words that leave a sentence open, per language: conjunctions, articles, possessives, prepositions that are
 * seldom last, fillers. Only the clear ones: a word wrongly listed costs seconds of waiting.
 */
const openEndings: Readonly<Record<string, string>> = {
  en: `and or but because if when while although unless until the a an my your his its our their of from with without
    into to for i'm you're we're they're it's i we very um uh erm hmm er`,
  de: `und oder aber weil wenn als dass denn sondern obwohl während der die das den dem des ein eine einen einem einer
    mein meine dein deine unser unsere von für mit ohne bei zu ich wir sehr äh ähm hm also`,
  fr: `et ou mais parce que si quand car donc le la les un une des du de mon ma mes ton ta tes notre votre ce cette ces
    pour par avec sans dans sur je tu très euh heu ben`,
  es: `y o pero porque si cuando que aunque el la los las un una unos unas mi mis tu tus su sus nuestro nuestra de del
    para por con sin en yo muy eh em pues`,
  it: `e o ma perché se quando che anche il lo la i gli le un uno una mio mia tuo tua suo sua nostro nostra di da con
    per tra fra io molto eh ehm allora`,
  pt: `e ou mas porque se quando que o os as um uma meu minha seu sua nosso nossa de do da dos das para por com sem em
    eu muito hum então`,
  nl: `en of maar omdat als dat toen want hoewel de het een mijn jouw ons onze van voor met zonder bij naar ik wij we
    heel eh uhm dus`,
};

const openWords = new Map(
  Object.entries(openEndings).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
);

/** Fillers are fillers in any language. */
const fillers = new Set(['um', 'uh', 'uhm', 'erm', 'er', 'hmm', 'hm', 'mm', 'eh', 'äh', 'ähm', 'euh', 'ehm']);

export type OpenEnding = 'filler' | 'open_word' | 'mark';

/** What leaves a transcript open, if anything. `language`: ISO-639-1, empty = unknown (then as English). */
export function openEnding(transcript: string, language: string): OpenEnding | undefined {
  const text = transcript.trim();
  if (/(\.{2,}|…|[-–—,;:])$/u.test(text)) return 'mark';
  const last = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’]+$/u, '')
    .split(/[^\p{L}\p{N}'’]+/u)
    .at(-1)
    ?.replace('’', "'");
  if (last === undefined || last === '') return undefined;
  if (fillers.has(last)) return 'filler';
  if (/[?？]$/u.test(text)) return undefined;
  return openWords.get(language === '' ? 'en' : language)?.has(last) === true ? 'open_word' : undefined;
}
