import { bareWords } from '../speculation/same-words';

/**
 * What people say while somebody else speaks, to say that they listen. In each language words and short phrases, as
 * recognisers write them; single words that also order something (“stop”, “wait”, “no”) are none of them.
 */
const table: Readonly<Record<string, string>> = {
  en: 'uh-huh, uh huh, mm-hmm, mm hmm, mhm, mmhm, hmm, hm, mm, mmm, ah, aha, oh, ooh, yeah, yep, yup, yes, ok, okay, right, sure, alright, all right, i see, got it, cool, nice, wow, really, good, great, true, exactly, indeed, of course',
  de: 'mhm, hm, hmm, aha, ah, ach, ach so, oh, ja, jaja, jap, jo, ok, okay, gut, genau, klar, stimmt, richtig, verstehe, ich verstehe, alles klar, na klar, super, echt, wirklich, so, eben',
  fr: "mhm, hm, hmm, mm, ah, ah oui, ah bon, oh, oui, ouais, ok, d'accord, bien, bien sûr, voilà, c'est vrai, je vois, exact, exactement, super, vraiment, entendu",
  es: 'mhm, hm, ajá, aja, ah, oh, eh, sí, si, vale, ok, okay, claro, ya, bueno, bien, entiendo, ya veo, de acuerdo, exacto, cierto, perfecto, en serio',
  it: "mhm, hm, ah, eh, oh, sì, si, ok, okay, va bene, bene, certo, giusto, esatto, capisco, ho capito, d'accordo, davvero, vero",
  pt: 'mhm, hm, hum, ah, ahã, oh, sim, é, ok, okay, tá, tá bom, certo, claro, entendi, bom, bem, exato, verdade, sério',
  nl: 'mhm, hm, hmm, ah, aha, oh, ja, jawel, ok, oké, okay, goed, precies, klopt, juist, snap ik, ik snap het, echt, mooi',
  pl: 'mhm, hm, aha, no, tak, ok, okej, dobrze, dobra, jasne, rozumiem, racja, naprawdę, świetnie',
  ja: 'うん, うんうん, ええ, はい, はいはい, へえ, ほう, なるほど, そう, そうか, そうですか, そうですね, たしかに, 確かに, 了解',
  zh: '嗯, 嗯嗯, 哦, 噢, 啊, 对, 对对, 是, 是的, 好, 好的, 行, 知道了, 明白, 没错, 真的',
  ko: '응, 음, 네, 예, 아, 오, 그래, 그래요, 맞아, 맞아요, 그렇구나, 그렇군요, 알겠어요, 진짜',
};

/** Longer is more than assent. */
const maxWords = 4;

const phrases = new Map(
  Object.entries(table).map(([language, list]) => [
    language,
    new Set(list.split(', ').map((phrase) => bareWords(phrase))),
  ]),
);
const anyLanguage: ReadonlySet<string> = new Set([...phrases.values()].flatMap((set) => [...set]));

/** Nothing but words of assent. `language`: ISO-639-1; where there is no table of it, those of all are used. */
export function isBackchannel(text: string, language: string): boolean {
  const known = phrases.get(language) ?? anyLanguage;
  const words = bareWords(text).split(' ');
  if (words[0] === '' || words.length > maxWords) return false;
  let at = 0;
  while (at < words.length) {
    const length = [3, 2, 1].find(
      (n) => known.has(words.slice(at, at + n).join(' ')) && at + n <= words.length,
    );
    if (length === undefined) return false;
    at += length;
  }
  return true;
}

export const countWords = (text: string): number => {
  const bare = bareWords(text);
  return bare === '' ? 0 : bare.split(' ').length;
};
