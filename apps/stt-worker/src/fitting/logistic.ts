/** One example: what is there of each feature, and whether it is a yes. */
export interface Example {
  readonly features: readonly (readonly [index: number, value: number])[];
  readonly yes: boolean;
  readonly weight: number;
}

export interface FitOptions {
  readonly passes: number;
  readonly rate: number;
  /** Pull of each weight towards 0. */
  readonly ridge: number;
}

export interface Fitted {
  readonly bias: number;
  readonly weights: Float64Array;
}

/** Logistic regression by AdaGrad, always in the same order: the same data gives the same weights. */
export function fitLogistic(examples: readonly Example[], size: number, options: FitOptions): Fitted {
  const weights = new Float64Array(size + 1);
  const squares = new Float64Array(size + 1).fill(1e-6);
  const order = examples.map((_, i) => i);
  let seed = 1;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const move = (at: number, gradient: number): void => {
    squares[at]! += gradient * gradient;
    weights[at]! -= (options.rate * gradient) / Math.sqrt(squares[at]!);
  };
  for (let pass = 0; pass < options.passes; pass++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = random(i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const index of order) {
      const { features, yes, weight } = examples[index]!;
      let score = weights[size]!;
      for (const [at, value] of features) score += weights[at]! * value;
      const error = (1 / (1 + Math.exp(-score)) - (yes ? 1 : 0)) * weight;
      for (const [at, value] of features) move(at, error * value + options.ridge * weights[at]!);
      move(size, error);
    }
  }
  return { bias: weights[size]!, weights: weights.subarray(0, size) };
}

/** Share of pairs that are in the right order: 0.5 = guessing, 1 = perfect. */
export function areaUnderCurve(scored: readonly { readonly score: number; readonly yes: boolean }[]): number {
  const sorted = [...scored].sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]!.score === sorted[from]!.score) to++;
    const rank = (from + 1 + to) / 2;
    for (let i = from; i < to; i++) if (sorted[i]!.yes) ranks += rank;
    from = to;
  }
  const yes = sorted.filter((one) => one.yes).length;
  const no = sorted.length - yes;
  return yes === 0 || no === 0 ? Number.NaN : (ranks - (yes * (yes + 1)) / 2) / (yes * no);
}
