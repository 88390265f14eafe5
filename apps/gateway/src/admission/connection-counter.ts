export interface ConnectionLimits {
  readonly total: number;
  /** 0 = no limit. */
  readonly perAddress: number;
}

export type LimitReached = 'total' | 'address';

/** Counts the open connections of this gateway. */
export class ConnectionCounter {
  #total = 0;
  readonly #addresses = new Map<string, number>();

  constructor(private readonly limits: ConnectionLimits) {}

  get total(): number {
    return this.#total;
  }

  /** The limit that a further connection would break. */
  wouldExceed(address: string): LimitReached | undefined {
    const { total, perAddress } = this.limits;
    if (this.#total >= total) return 'total';
    if (perAddress > 0 && (this.#addresses.get(address) ?? 0) >= perAddress) return 'address';
    return undefined;
  }

  /** Returns how to give the place back; a second call does nothing. */
  take(address: string): () => void {
    this.#total++;
    this.#addresses.set(address, (this.#addresses.get(address) ?? 0) + 1);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#total--;
      const left = (this.#addresses.get(address) ?? 0) - 1;
      if (left === 0) this.#addresses.delete(address);
      else this.#addresses.set(address, left);
    };
  }
}
