/** What this process's own requests showed of a model. */
export interface Measured {
  /** Median of the latest, to the first token. */
  readonly firstTokenMs: number | undefined;
  readonly tokensPerSecond: number | undefined;
}

interface Sample {
  readonly atMs: number;
  readonly firstTokenMs: number;
  /** Undefined for answers too short to tell. */
  readonly tokensPerSecond: number | undefined;
}

const maxSamples = 21;
/** After this a sample says nothing of the present, and the model may be tried again on its merits. */
const freshMs = 600_000;
const maxModels = 2_000;
/** The speed of fewer tokens is chance. */
const minTokens = 8;

/** Latencies and speeds of models, from Parley's own traffic alone. */
export class Measures {
  readonly #samples = new Map<string, Sample[]>();

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  /**
   * @param name "provider/model"
   * @param streamMs from the first token to the last
   */
  record(name: string, firstTokenMs: number, outputTokens: number, streamMs: number): void {
    const known = this.#samples.get(name);
    if (known === undefined && this.#samples.size >= maxModels) return;
    const told = outputTokens >= minTokens && streamMs > 0;
    const tokensPerSecond = told ? ((outputTokens - 1) * 1_000) / streamMs : undefined;
    const sample = { atMs: this.nowMs(), firstTokenMs, tokensPerSecond };
    this.#samples.set(name, [...(known ?? []), sample].slice(-maxSamples));
  }

  of(name: string): Measured {
    const fresh = (this.#samples.get(name) ?? []).filter(({ atMs }) => this.nowMs() - atMs < freshMs);
    return {
      firstTokenMs: median(fresh.map(({ firstTokenMs }) => firstTokenMs)),
      tokensPerSecond: median(
        fresh.flatMap(({ tokensPerSecond: speed }) => (speed === undefined ? [] : [speed])),
      ),
    };
  }
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
