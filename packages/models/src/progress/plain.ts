import { modelSizeBytes } from '../manifest/manifest';
import { describeLicense } from '../pull/describe';
import { formatBytes } from './format';
import type { PullPhase, PullReporter } from './reporter';

/** Lines for logs and pipes: one per tenth of a download. */
export function plainReporter(write: (line: string) => void): PullReporter {
  const last = new Map<string, { readonly phase: PullPhase; readonly tenth: number }>();
  return {
    started: (name, model) =>
      write(`${name}: ${formatBytes(modelSizeBytes(model))}, licence ${describeLicense(model)}`),
    progress: (name, { phase, doneBytes, totalBytes }) => {
      const tenth = totalBytes === 0 ? 0 : Math.floor((10 * doneBytes) / totalBytes);
      const before = last.get(name);
      if (before?.phase === phase && before.tenth >= tenth) return;
      last.set(name, { phase, tenth });
      if (phase === 'waiting') write(`${name}: another process is pulling it, waiting`);
      else write(`${name}: ${phase} ${tenth * 10} % of ${formatBytes(totalBytes)}`);
    },
    note: (name, message) => write(`${name}: ${message}`),
    finished: (name, outcome, failure) => write(`${name}: ${outcomeText(outcome, failure)}`),
  };
}

export function outcomeText(outcome: 'present' | 'pulled' | 'failed', failure?: string): string {
  if (outcome === 'present') return 'already here and verified';
  return outcome === 'pulled' ? 'pulled and verified' : `FAILED\n${failure ?? ''}`;
}
