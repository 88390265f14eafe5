import type { Part } from '../manifest/schema';
import type { PullPhase, PullReporter } from '../progress/reporter';

/** Adds up what the parts of one model have come to. */
export class Meter {
  private readonly done = new Map<string, number>();
  private totalBytes = 0;

  constructor(
    private readonly name: string,
    private readonly reporter: PullReporter,
  ) {}

  /** Starts anew for a source whose parts are these. */
  expect(parts: readonly Pick<Part, 'sizeBytes'>[]): void {
    this.done.clear();
    this.totalBytes = parts.reduce((sum, part) => sum + part.sizeBytes, 0);
    this.report('downloading');
  }

  /** `doneBytes` of a download (archives may be smaller or larger than what they hold) stand for `parts`. */
  downloading(key: string, parts: readonly Pick<Part, 'sizeBytes'>[], doneBytes: number): void {
    const most = parts.reduce((sum, part) => sum + part.sizeBytes, 0);
    this.done.set(key, Math.min(doneBytes, most));
    this.report('downloading');
  }

  report(phase: PullPhase): void {
    const doneBytes = [...this.done.values()].reduce((sum, bytes) => sum + bytes, 0);
    this.reporter.progress(this.name, { phase, doneBytes, totalBytes: this.totalBytes });
  }

  assembling(doneBytes: number, totalBytes: number): void {
    this.reporter.progress(this.name, { phase: 'assembling', doneBytes, totalBytes });
  }
}
