import { MultiBar, type SingleBar } from 'cli-progress';
import { modelSizeBytes } from '../manifest/manifest';
import { describeLicense } from '../pull/describe';
import { formatBytes } from './format';
import { outcomeText } from './plain';
import type { PullReporter } from './reporter';

/** One bar per model on a terminal. `stop` must be called to give the terminal back. */
export function barReporter(stream: NodeJS.WriteStream): PullReporter & { stop(): void } {
  const bars = new Map<string, SingleBar>();
  const multi = new MultiBar({
    stream,
    hideCursor: true,
    linewrap: false,
    gracefulExit: false,
    format: '{name} [{bar}] {percentage} % of {size}  {phase}',
    formatValue: (value, _options, type) =>
      type === 'percentage' ? String(value).padStart(3) : String(value),
  });
  /** Shown last, below the bars. */
  const failures: string[] = [];
  // Wrapped here: while bars are drawn the terminal cuts lines instead.
  const log = (text: string) => {
    const width = Math.max(20, stream.columns || 80);
    for (let at = 0; at < text.length; at += width) multi.log(`${text.slice(at, at + width)}\n`);
  };
  return {
    started: (name, model) => {
      const size = formatBytes(modelSizeBytes(model));
      log(`${name}: ${size}, licence ${describeLicense(model)}`);
      bars.set(name, multi.create(1, 0, { name: name.padEnd(20), size, phase: '' }));
    },
    progress: (name, { phase, doneBytes, totalBytes }) => {
      const bar = bars.get(name);
      bar?.setTotal(Math.max(1, totalBytes));
      bar?.update(doneBytes, { phase, ...(totalBytes > 0 && { size: formatBytes(totalBytes) }) });
    },
    note: (name, message) => log(`${name}: ${message}`),
    finished: (name, outcome, failure) => {
      const bar = bars.get(name);
      if (outcome !== 'failed') bar?.update(bar.getTotal());
      bar?.update({ phase: outcome === 'failed' ? 'FAILED' : outcomeText(outcome) });
      if (outcome === 'failed') failures.push(`${name}: ${outcomeText(outcome, failure)}\n`);
    },
    stop: () => {
      // What was logged since the last redraw would be lost.
      multi.update();
      multi.stop();
      for (const text of failures) stream.write(text);
    },
  };
}
