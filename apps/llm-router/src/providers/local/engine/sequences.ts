import type { Cut } from '../../../context/cut';

/** One cached context sequence. */
export interface Slot<Sequence> {
  readonly sequence: Sequence;
  /** The conversation whose prompt it holds; undefined = anyone's. */
  owner: string | undefined;
  busy: boolean;
  /** Rises with every use. */
  lastUse: number;
  /** Where the owner's conversation was cut; undefined = nowhere. */
  cut: Cut | undefined;
}

/** How many of these tokens a sequence already holds from the start on. */
export type Overlap<Sequence> = (sequence: Sequence) => number;

/**
 * Gives each conversation the sequence that holds its prompt. A new one gets an unowned sequence with the
 * longest prefix in common, else that of the conversation that has been silent longest.
 */
export class SequencePool<Sequence> {
  readonly #slots: Slot<Sequence>[];
  #uses = 0;

  constructor(sequences: readonly Sequence[]) {
    this.#slots = sequences.map((sequence) => ({
      sequence,
      owner: undefined,
      busy: false,
      lastUse: 0,
      cut: undefined,
    }));
  }

  /** The slot that the conversation has now. */
  owned(owner: string): Slot<Sequence> | undefined {
    return this.#slots.find((slot) => slot.owner === owner);
  }

  /** Marks a slot busy and returns it; undefined when all are. */
  take(owner: string, overlap: Overlap<Sequence>): Slot<Sequence> | undefined {
    const slot = this.#choose(owner, overlap);
    if (slot === undefined) return undefined;
    if (slot.owner !== owner) slot.cut = undefined;
    slot.owner = owner;
    slot.busy = true;
    slot.lastUse = ++this.#uses;
    return slot;
  }

  giveBack(slot: Slot<Sequence>): void {
    slot.busy = false;
  }

  /** What the sequence holds stays, as a start for others. */
  release(owner: string): void {
    for (const slot of this.#slots) if (slot.owner === owner) slot.owner = undefined;
  }

  #choose(owner: string, overlap: Overlap<Sequence>): Slot<Sequence> | undefined {
    const idle = this.#slots.filter((slot) => !slot.busy);
    const own = idle.find((slot) => slot.owner === owner);
    if (own !== undefined) return own;
    const free = idle
      .filter((slot) => slot.owner === undefined)
      .toSorted((a, b) => overlap(b.sequence) - overlap(a.sequence));
    return free[0] ?? idle.toSorted((a, b) => a.lastUse - b.lastUse)[0];
  }
}
