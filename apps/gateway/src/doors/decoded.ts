import type { HearingLine } from '@parley/metering';

/** What engines have decoded, added up. */
export class Decoded {
  readonly #audioMs = new Map<string, number>();

  readonly add = (engine: string, audioMs: number): void => {
    this.#audioMs.set(engine, (this.#audioMs.get(engine) ?? 0) + audioMs);
  };

  /** What was added since the last time. */
  lines(): HearingLine[] {
    const lines = [...this.#audioMs].map(([model, audioMs]): HearingLine => ({
      service: 'stt',
      purpose: 'transcription',
      model,
      audioMs,
    }));
    this.#audioMs.clear();
    return lines.filter(({ audioMs }) => audioMs > 0);
  }
}
