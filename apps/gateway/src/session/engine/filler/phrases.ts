import { opensAnswers, type FillerPolicy } from './settings';
import type { Wait } from './state';

/** Short, true whatever is awaited, and no promise of how long it takes. */
const thinking: Readonly<Record<string, readonly string[]>> = {
  en: ['Let me think.', 'One moment.', 'Good question, one moment.'],
  de: ['Einen Moment.', 'Lass mich kurz überlegen.', 'Gute Frage, einen Moment.'],
  fr: ['Un instant.', 'Laissez-moi réfléchir.', 'Bonne question, un instant.'],
  es: ['Un momento.', 'Déjame pensar.', 'Buena pregunta, un momento.'],
  it: ['Un momento.', 'Mi lasci pensare.', 'Bella domanda, un momento.'],
  pt: ['Um momento.', 'Deixe-me pensar.', 'Boa pergunta, um momento.'],
  nl: ['Een ogenblikje.', 'Even nadenken.', 'Goede vraag, een ogenblikje.'],
  pl: ['Chwileczkę.', 'Niech pomyślę.', 'Dobre pytanie, chwileczkę.'],
  ja: ['少々お待ちください。', 'そうですね。', '少し考えさせてください。'],
  zh: ['请稍等。', '让我想一想。', '好问题，请稍等。'],
  ko: ['잠시만요.', '잠깐 생각해 볼게요.', '좋은 질문이네요, 잠시만요.'],
};

/** One word, so that an answer which comes sooner than it was expected to hardly waits for it. */
const opening: Readonly<Record<string, readonly string[]>> = {
  en: ['Hm.', 'Well.', 'Okay.'],
  de: ['Hm.', 'Also.', 'Okay.'],
  fr: ['Hm.', 'Alors.', 'Bon.'],
  es: ['Bueno.', 'Vale.', 'Pues.'],
  it: ['Allora.', 'Bene.', 'Dunque.'],
  pt: ['Bom.', 'Então.', 'Certo.'],
  nl: ['Hm.', 'Nou.', 'Oké.'],
  pl: ['Hm.', 'Cóż.', 'Dobrze.'],
  ja: ['そうですね。', 'ええと。', 'はい。'],
  zh: ['嗯。', '好的。', '那么。'],
  ko: ['음.', '네.', '그러니까.'],
};

const working: Readonly<Record<string, readonly string[]>> = {
  en: ['Let me check that.', 'One moment, I am looking it up.', 'Just a second, I am on it.'],
  de: ['Ich sehe kurz nach.', 'Einen Moment, ich schaue nach.', 'Einen Augenblick, ich kümmere mich darum.'],
  fr: ['Je vérifie.', 'Un instant, je regarde.', "Un instant, je m'en occupe."],
  es: ['Déjame comprobarlo.', 'Un momento, lo estoy mirando.', 'Un segundo, estoy en ello.'],
  it: ['Controllo subito.', 'Un momento, sto guardando.', 'Un attimo, ci sto lavorando.'],
  pt: ['Vou verificar.', 'Um momento, estou a ver.', 'Um segundo, estou a tratar disso.'],
  nl: ['Ik kijk het even na.', 'Een ogenblikje, ik zoek het op.', 'Een momentje, ik ben ermee bezig.'],
  pl: ['Już sprawdzam.', 'Chwileczkę, szukam tego.', 'Sekundę, już się tym zajmuję.'],
  ja: ['確認いたします。', '少々お待ちください、調べています。', 'ただいま確認中です。'],
  zh: ['我查一下。', '请稍等，我正在查。', '稍等，马上就好。'],
  ko: ['확인해 볼게요.', '잠시만요, 찾아보고 있어요.', '잠깐만요, 처리하고 있어요.'],
};

/** `count` goes round: no phrase is said twice running where there are two. */
export function phraseFor(policy: FillerPolicy, { of }: Wait, language: string, count: number): string {
  const list = phrasesFor(policy, of, language);
  return list[count % Math.max(1, list.length)] ?? '';
}

export function phrasesFor(policy: FillerPolicy, of: Wait['of'], language: string): readonly string[] {
  const own = of === 'tool' ? (policy.tool_phrases ?? policy.phrases) : policy.phrases;
  const table = of === 'tool' ? working : opensAnswers(policy) ? opening : thinking;
  return own?.[language] ?? own?.['*'] ?? table[language] ?? table['en'] ?? [];
}

/** As the voice is given it. */
export const saidOf = ({ pause_text: pause }: FillerPolicy, phrase: string): string =>
  pause === '' ? phrase : `${phrase} ${pause}`;

const instructions =
  'You are the voice of an assistant that is about to answer and needs a moment. Say at most eight words that ' +
  'bridge it, such as “Let me think.” or “Good question, one moment.”, in the language of the conversation and ' +
  'fitting what was said last. Do not answer, ask nothing, promise nothing. Write only these words.';

export const promptFor = ({ prompt_template: own }: FillerPolicy): string =>
  own === '' ? instructions : own;
