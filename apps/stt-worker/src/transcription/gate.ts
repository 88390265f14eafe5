import { tooMuchFor } from './repetition';

/** What the VAD and the level say about the audio behind a transcript. */
export interface SpeechEvidence {
  /** Time judged to be speech. */
  readonly speechMs: number;
  readonly peakProbability: number;
}

/** Below this nothing is decoded: no word is that short. */
const leastSpeechMs = 64;
/** Without speech by the VAD's threshold, a peak as high still deserves a look (whispering, a far voice). */
const doubtfulProbability = 0.3;

/** Whether the audio is worth decoding at all. */
export function worthDecoding(evidence: SpeechEvidence): boolean {
  return evidence.speechMs >= leastSpeechMs || evidence.peakProbability >= doubtfulProbability;
}

/** Speech shorter or less sure than this is weak evidence for one of the phrases below. */
const weakSpeechMs = 450;
const weakProbability = 0.75;

/** What Whisper writes when nobody speaks; looked at last, and only where the evidence is weak. */
const inventedPhrases = new Set([
  'you',
  'thank you',
  'thanks',
  'thank you very much',
  'thank you for watching',
  'thanks for watching',
  'please subscribe',
  'bye',
  'the end',
  'so',
  'vielen dank',
  'untertitel im auftrag des zdf',
  'untertitelung des zdf',
  'sous-titrage',
  'merci',
  "sous-titres réalisés par la communauté d'amara.org",
  'subtítulos por la comunidad de amara.org',
  'gracias',
  'sottotitoli creati dalla comunità amara.org',
  'продолжение следует',
  'ご視聴ありがとうございました',
  '谢谢观看',
  '字幕由amara.org社区提供',
]);

/** The transcript with everything removed that was not spoken; empty when nothing was. */
export function gateTranscript(text: string, evidence: SpeechEvidence): string {
  const spoken = withoutAnnotations(text);
  if (!/[\p{L}\p{N}]/u.test(spoken) || !worthDecoding(evidence)) return '';
  const weak = evidence.speechMs < weakSpeechMs || evidence.peakProbability < weakProbability;
  if (weak && tooMuchFor(spoken, evidence.speechMs / 1000)) return '';
  if (weak && inventedPhrases.has(plain(spoken))) return '';
  return spoken;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s+/gu, ' ');
}

/** Drops "[Music]", "(applause)", "*sighs*" and notes: descriptions of sound, not words. */
function withoutAnnotations(text: string): string {
  return text
    .replace(/\[[^\]]*\]?|\([^)]*\)?|\*[^*]*\*|（[^）]*）?|【[^】]*】?|[♪♫]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
