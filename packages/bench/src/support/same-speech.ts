import { bytesToInt16 } from '@parley/audio';

const samplesPerMs = 24;
/** A word is shorter: one that is missing or said twice moves a stretch of this length by its own. */
const stretchSamples = 500 * samplesPerMs;
const slackSamples = 2 * samplesPerMs;
/** By so much two readings of the same text may differ in length: a word is longer. */
const longerSamples = 20 * samplesPerMs;
/** Of two readings .48 to 1; of the same moved by 60 ms and more at most .30. */
const leastLikeness = 0.4;

/**
 * Whether two readings of one text by one voice, PCM16 at 24 kHz, say the same at the same times: nothing twice, and
 * nothing left out. A voice breathes differently each time, so samples are alike and not equal.
 */
export function saysTheSame(one: Buffer, other: Buffer): boolean {
  const a = bytesToInt16(one);
  const b = bytesToInt16(other);
  if (Math.abs(a.length - b.length) > longerSamples || a.length < stretchSamples) return false;
  const last = a.length - stretchSamples;
  for (let from = 0; from < last; from += stretchSamples) if (!isAlike(a, b, from)) return false;
  return isAlike(a, b, last);
}

function isAlike(a: Int16Array, b: Int16Array, from: number): boolean {
  for (let shift = -slackSamples; shift <= slackSamples; shift += 2)
    if (likeness(a, b, from, shift) >= leastLikeness) return true;
  return false;
}

/** Normalised correlation of a stretch with the same stretch of the other, moved by `shift`. Silence is like silence. */
function likeness(a: Int16Array, b: Int16Array, from: number, shift: number): number {
  let both = 0;
  let ofA = 1;
  let ofB = 1;
  for (let at = from; at < from + stretchSamples; at += 1) {
    const x = a[at]!;
    const y = b[at + shift] ?? 0;
    both += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return ofA === 1 && ofB === 1 ? 1 : both / Math.sqrt(ofA * ofB);
}
