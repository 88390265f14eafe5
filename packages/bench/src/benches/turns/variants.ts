import type { Variant } from './replayer';

const levels = ['low', 'medium', 'high'] as const;

/** The default estimator at each eagerness. `auto` is `medium`. */
export const eagernesses: readonly Variant[] = levels.map((eagerness) => ({
  name: `fused, ${eagerness}`,
  mode: 'semantic_vad',
  eagerness,
}));

const fixed = (silenceMs: number): Variant => ({
  name: `silence ${silenceMs} ms`,
  mode: 'server_vad',
  silenceMs,
});
const alone = (estimator: 'text' | 'prosody'): Variant => ({
  name: `${estimator} alone, medium`,
  mode: 'semantic_vad',
  eagerness: 'medium',
  estimator,
});

/** Pipecat's use: asked 0.2 s into a pause, complete from 0.5 on, else 3 s of silence. */
const pipecat: Variant = {
  name: 'smart-turn at .5',
  mode: 'semantic_vad',
  estimator: 'smart-turn-0.5',
  row: { minDelayMs: 200, doubtfulDelayMs: 3_000, maxDelayMs: 3_000, threshold: 0.5 },
};

export const baselines: readonly Variant[] = [
  ...[200, 500, 800].map(fixed),
  alone('text'),
  alone('prosody'),
  pipecat,
];

/** More points of each curve. */
const thresholds = [0.3, 0.5, 0.72, 0.84, 0.92, 0.97] as const;
const swept = (estimator: 'fused' | 'text' | 'smart-turn'): Variant[] =>
  thresholds.map((threshold) => ({
    name: `${estimator} ${threshold}`,
    mode: 'semantic_vad',
    estimator,
    row: { minDelayMs: 250, doubtfulDelayMs: 1_600, maxDelayMs: 4_000, threshold },
  }));

/** Lines of the chart: names of their points, and those that are not measured anyway. */
export const curves: readonly { readonly name: string; readonly points: readonly Variant[] }[] = [
  { name: 'fused', points: swept('fused') },
  { name: 'text alone', points: swept('text') },
  { name: 'smart-turn alone', points: swept('smart-turn') },
  { name: 'fixed silence', points: [200, 350, 500, 800, 1_100, 1_400].map(fixed) },
];

export function allVariants(curve: boolean): Variant[] {
  const all = [...eagernesses, ...baselines, ...(curve ? curves.flatMap(({ points }) => points) : [])];
  return [...new Map(all.map((variant) => [variant.name, variant])).values()];
}
