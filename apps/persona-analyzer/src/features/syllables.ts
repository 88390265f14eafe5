import type { FrameFeatures } from './frames';

const POINT_MS = 10;
/** A nucleus stands this far above the dip on either side (de Jong & Wempe, 2009). */
const DIP_DB = 2;
/** Peaks this far below the loudest are not counted. */
const RANGE_DB = 25;
const SMOOTH_POINTS = 2;

/**
 * Counts syllable nuclei: peaks of the smoothed energy envelope with a dip of 2 dB before them, in voiced
 * frames. It under-counts fast speech by a third: used only where no transcript gives better.
 */
export function countNuclei(frames: readonly FrameFeatures[]): number {
  const envelope = smooth(frames.flatMap((frame) => [...frame.envelopeDbfs]));
  const loudest = Math.max(...envelope, -Infinity);
  const voiced = (point: number): boolean =>
    [-1, 0, 1].some((near) => (frames[Math.floor(point / 2) + near]?.pitchHz ?? 0) > 0);
  let nuclei = 0;
  let dip = -Infinity;
  let peak = -Infinity;
  let peakAt = -1;
  for (let point = 0; point < envelope.length; point++) {
    const level = envelope[point]!;
    if (level > peak) {
      peak = level;
      peakAt = point;
    }
    const fallen = peak - level >= DIP_DB || point === envelope.length - 1;
    if (peakAt >= 0 && fallen) {
      if (peak - dip >= DIP_DB && peak >= loudest - RANGE_DB && voiced(peakAt)) nuclei++;
      dip = level;
      peak = level;
      peakAt = -1;
    } else if (peakAt < 0 && level < dip) {
      dip = level;
      peak = level;
    }
  }
  return nuclei;
}

function smooth(levels: readonly number[]): number[] {
  return levels.map((_, i) => {
    const near = levels.slice(Math.max(0, i - SMOOTH_POINTS), i + SMOOTH_POINTS + 1);
    return near.reduce((sum, level) => sum + level, 0) / near.length;
  });
}

export const ENVELOPE_POINT_MS = POINT_MS;

const SYLLABIC_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const VOWEL_GROUP = /[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāēīōūąęıаеёиоуыэюяіїєαεηιουωάέήίόύώ]+/gu;
const ALPHABET = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const SILENT_E = /[^aeiouy\s]e(s|d)?$/u;

/** Syllables a text has when spoken, by vowel groups; 0 for scripts this cannot judge (then use the envelope). */
export function countTextSyllables(text: string, language = ''): number {
  const lower = text.toLowerCase().normalize('NFC');
  let syllables = lower.match(SYLLABIC_SCRIPT)?.length ?? 0;
  for (const word of lower.split(/[^\p{L}\p{N}']+/u)) {
    if (/^\d+$/u.test(word)) syllables += 2 * word.length;
    else if (ALPHABET.test(word)) syllables += wordSyllables(word, language === '' || language === 'en');
  }
  return syllables;
}

function wordSyllables(word: string, english: boolean): number {
  const groups = word.match(VOWEL_GROUP)?.length ?? 0;
  const silent =
    english && groups > 1 && SILENT_E.test(word) && !/[^aeiouy]le$|[td]ed$|[sxz]es$|[cs]hes$/u.test(word);
  return Math.max(1, silent ? groups - 1 : groups);
}
