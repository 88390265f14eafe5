import { usageFields, type Usage } from './usage';

/** What one key has used on one day and is not in Redis yet. */
export class UsageTally {
  #counts: Record<keyof Usage, number> = { ...nothing };
  #sending: Usage | undefined;
  #seq = 0;

  /** `name`: where it is stored. */
  constructor(readonly name: string) {}

  add(usage: Partial<Usage>): void {
    for (const field of usageFields) this.#counts[field] += usage[field] ?? 0;
  }

  /** What is to be stored under a number of its own: the same until it is `stored`, so that it counts once. */
  toStore(): { seq: number; usage: Usage } | undefined {
    if (!this.#sending) {
      const whole = mapFields((field) => Math.floor(this.#counts[field]));
      if (usageFields.every((field) => whole[field] === 0)) return undefined;
      for (const field of usageFields) this.#counts[field] -= whole[field];
      this.#sending = whole;
      this.#seq++;
    }
    return { seq: this.#seq, usage: this.#sending };
  }

  stored(): void {
    this.#sending = undefined;
  }

  /** Less than a millisecond may stay behind. */
  get empty(): boolean {
    return !this.#sending && usageFields.every((field) => this.#counts[field] < 1);
  }
}

const mapFields = (value: (field: keyof Usage) => number): Record<keyof Usage, number> => ({
  requests: value('requests'),
  sessions: value('sessions'),
  audioInMs: value('audioInMs'),
  audioOutMs: value('audioOutMs'),
  inputTokens: value('inputTokens'),
  outputTokens: value('outputTokens'),
  wastedTokens: value('wastedTokens'),
  memoryTokens: value('memoryTokens'),
});

const nothing = mapFields(() => 0);
