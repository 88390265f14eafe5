/** An entry that begins with it is spoken without a gap after the one before (see SynthesizeWork.phonemes). */
const joinMark = '\u203f';

/** Where a word's sounds lie in the sequence, marks and gaps not counted. `to` is exclusive. */
export interface IdRange {
  readonly from: number;
  readonly to: number;
}

export interface PhonemeIds {
  readonly ids: readonly number[];
  /** One per entry; empty (`from` = `to`) for a word without a known sound. */
  readonly words: readonly IdRange[];
  /** Whether there is anything to be heard. */
  readonly audible: boolean;
}

export type PhonemeIdMap = Readonly<Record<string, readonly number[]>>;

/**
 * The voice's input: "^", then every phoneme followed by "_", then "$", words parted by a space. A sound that the
 * voice does not know is left out.
 */
export function phonemeIds(entries: readonly string[], map: PhonemeIdMap): PhonemeIds {
  const pad = map['_'] ?? [];
  const ids: number[] = [...(map['^'] ?? []), ...pad];
  const words: IdRange[] = [];
  let audible = false;
  const add = (symbol: string): boolean => {
    const known = map[symbol];
    if (known === undefined) return false;
    for (const id of known) ids.push(id, ...pad);
    return true;
  };
  entries.forEach((entry, index) => {
    const sounds = entry.normalize('NFD');
    const joined = sounds.startsWith(joinMark);
    if (index > 0 && !joined && sounds !== '') add(' ');
    const from = ids.length;
    let to = from;
    for (const symbol of joined ? sounds.slice(1) : sounds) {
      if (add(symbol) && !/[.,;:!? ]/.test(symbol)) {
        // The blank after the last sound is silence already where a pause follows.
        to = ids.length - pad.length;
        audible = true;
      }
    }
    words.push({ from, to });
  });
  ids.push(...(map['$'] ?? []));
  return { ids, words, audible };
}
