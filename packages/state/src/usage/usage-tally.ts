import type { Expenses } from '../budget/budget';
import { fieldOf, spentTokens, type Usage, type UsageField } from './usage';

/** Models and engines that are counted by name for one key on one day; the rest go by the name `other`. */
const maxModels = 100;

export interface Sending {
  readonly seq: number;
  /** Whole numbers by field and model. */
  readonly counts: ReadonlyMap<string, number>;
  readonly spent: Expenses;
}

/** What one key has used on one day and is not in Redis yet. */
export class UsageTally {
  /** By model: names of both together are made when they are stored, not for each thing that is used. */
  readonly #counts = new Map<string, Map<UsageField, number>>();
  #named = 0;
  #nanoUsd = 0;
  #tokens = 0;
  #sending: Sending | undefined;
  #seq = 0;
  /** Redis knows that this key has used something on this day. */
  listed = false;

  constructor(
    readonly keyId: string,
    readonly day: string,
  ) {}

  /** Called for every frame of audio. */
  add(usage: Partial<Usage>, model = ''): void {
    const counts = this.#countsOf(model);
    let field: UsageField;
    for (field in usage) counts.set(field, (counts.get(field) ?? 0) + (usage[field] ?? 0));
    this.#nanoUsd += usage.costNanoUsd ?? 0;
    this.#tokens += Math.round(spentTokens(usage));
  }

  /** What is to be stored under a number of its own: the same until it is `stored`, so that it counts once. */
  toStore(): Sending | undefined {
    if (!this.#sending) {
      const counts = new Map<string, number>();
      for (const [model, byField] of this.#counts) {
        for (const [field, count] of byField) {
          const whole = Math.floor(count);
          if (whole === 0) continue;
          counts.set(fieldOf(field, model), whole);
          byField.set(field, count - whole);
        }
      }
      if (counts.size === 0) return undefined;
      this.#sending = { seq: ++this.#seq, counts, spent: { nanoUsd: this.#nanoUsd, tokens: this.#tokens } };
      this.#nanoUsd = 0;
      this.#tokens = 0;
    }
    return this.#sending;
  }

  stored(): void {
    this.#sending = undefined;
  }

  /** Not known to be in Redis. */
  get unstored(): Expenses {
    const { nanoUsd = 0, tokens = 0 } = this.#sending?.spent ?? {};
    return { nanoUsd: this.#nanoUsd + nanoUsd, tokens: this.#tokens + tokens };
  }

  /** Less than a millisecond may stay behind. */
  get empty(): boolean {
    if (this.#sending !== undefined) return false;
    for (const byField of this.#counts.values()) {
      for (const count of byField.values()) if (count >= 1) return false;
    }
    return true;
  }

  #countsOf(model: string): Map<UsageField, number> {
    const known = this.#counts.get(model);
    if (known !== undefined) return known;
    // What belongs to no model is not one of them, and `other` has a place of its own.
    const name = model === '' || this.#named < maxModels ? model : 'other';
    if (name !== '' && name !== 'other') this.#named += 1;
    const counts = this.#counts.get(name) ?? new Map<UsageField, number>();
    this.#counts.set(name, counts);
    return counts;
  }
}
