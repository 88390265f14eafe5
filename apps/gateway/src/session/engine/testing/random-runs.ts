/** How many random runs a property is tested over: few where every change is tested, as many as asked for by hand. */
export function randomRuns(few: number, seed: number): { readonly runs: number; readonly seed: number } {
  const runs = Number(process.env['PARLEY_RANDOM_RUNS'] ?? few);
  const asked = Number(process.env['PARLEY_RANDOM_SEED'] ?? seed);
  return { runs: Number.isSafeInteger(runs) && runs > 0 ? runs : few, seed: asked };
}
