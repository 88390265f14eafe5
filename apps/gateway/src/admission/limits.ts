export interface ConnectionLimits {
  readonly total: number;
  /** 0 = no limit. */
  readonly perKey: number;
  readonly perAddress: number;
}

export type LimitReached = 'total' | 'key' | 'address';

/** Counts open connections. */
export class ConnectionCounter {
  #total = 0;
  readonly #keys = new Map<string, number>();
  readonly #addresses = new Map<string, number>();

  constructor(private readonly limits: ConnectionLimits) {}

  get total(): number {
    return this.#total;
  }

  /** The limit that a further connection would break. */
  wouldExceed(keyId: string, address: string): LimitReached | undefined {
    const { total, perKey, perAddress } = this.limits;
    if (this.#total >= total) return 'total';
    if (perAddress > 0 && (this.#addresses.get(address) ?? 0) >= perAddress) return 'address';
    if (perKey > 0 && (this.#keys.get(keyId) ?? 0) >= perKey) return 'key';
    return undefined;
  }

  /** Returns how to give the place back; a second call does nothing. */
  take(keyId: string, address: string): () => void {
    this.#total++;
    add(this.#keys, keyId, 1);
    add(this.#addresses, address, 1);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#total--;
      add(this.#keys, keyId, -1);
      add(this.#addresses, address, -1);
    };
  }
}

function add(counts: Map<string, number>, name: string, change: number): void {
  const count = (counts.get(name) ?? 0) + change;
  if (count === 0) counts.delete(name);
  else counts.set(name, count);
}
