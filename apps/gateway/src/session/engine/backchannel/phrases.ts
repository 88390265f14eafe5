import type { BackchannelPolicy } from './settings';

/** What a listener says, in each language, that asks nothing and agrees to nothing. */
const table: Readonly<Record<string, readonly string[]>> = {
  en: ['Mm-hm.', 'I see.', 'Uh-huh.', 'Right.'],
  de: ['Mhm.', 'Ach so.', 'Ja.', 'Verstehe.'],
  fr: ['Mm-hm.', 'Je vois.', "D'accord.", 'Oui.'],
  es: ['Ajá.', 'Ya veo.', 'Claro.', 'Sí.'],
  it: ['Mm-hm.', 'Capisco.', 'Certo.', 'Sì.'],
  pt: ['Ahã.', 'Entendi.', 'Certo.', 'Sim.'],
  nl: ['Mm-hm.', 'Ja.', 'Ik snap het.', 'Oké.'],
  pl: ['Mhm.', 'Rozumiem.', 'Aha.', 'Tak.'],
  ja: ['うん。', 'はい。', 'なるほど。', 'ええ。'],
  zh: ['嗯。', '明白。', '对。', '是的。'],
  ko: ['네.', '음.', '그렇군요.', '아.'],
};

export function phrasesFor({ allowed_phrases: own }: BackchannelPolicy, language: string): readonly string[] {
  return own.length > 0 ? own : (table[language] ?? table['en'] ?? []);
}

const instructions =
  'You listen to somebody who is still speaking. If a listener would say a short word of attention just now, write ' +
  'it, at most two words, such as “Mm-hm.” or “I see.”, in their language. Otherwise write NONE. Write nothing else.';

export function promptFor({ prompt_template: own, allowed_phrases: allowed }: BackchannelPolicy): string {
  const prompt = own === '' ? instructions : own;
  return allowed.length === 0 ? prompt : `${prompt}\nYou may write only one of these: ${allowed.join(' | ')}`;
}
