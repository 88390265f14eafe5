import { boundariesOf, forcedCut } from './boundaries';
import { limitsOf, weightOf, windowUnits, type SegmentLimits } from './limits';

/** A piece of a response's text. Positions count UTF-16 units of the whole text. */
export interface Segment {
  readonly index: number;
  readonly textStart: number;
  readonly textEnd: number;
  readonly text: string;
}

/**
 * Cuts text that arrives in pieces into segments to be spoken. The segments put together are the text. Where it
 * is cut depends on the text and on where `flush` was called, never on how the text was cut into deltas.
 */
export class Segmenter {
  readonly #sentences: Intl.Segmenter;
  #pending = '';
  #textStart = 0;
  #index = 0;

  /** `language` is ISO-639-1; empty = unknown. `wholeSentences`: also the first segment is no mere clause. */
  constructor(
    language = '',
    private readonly wholeSentences = false,
  ) {
    this.#sentences = new Intl.Segmenter(knownLocale(language), { granularity: 'sentence' });
  }

  /** UTF-16 units received. */
  get length(): number {
    return this.#textStart + this.#pending.length;
  }

  /** Text received and in no segment yet, UTF-16 units. */
  get held(): number {
    return this.#pending.length;
  }

  push(delta: string): Segment[] {
    this.#pending += delta;
    const segments: Segment[] = [];
    for (let cut = this.#nextCut(); cut !== undefined; cut = this.#nextCut()) segments.push(this.#take(cut));
    return segments;
  }

  /** What is held, as the last segment of what was pushed so far. */
  flush(): Segment[] {
    return this.#pending.length > 0 ? [this.#take(this.#pending.length)] : [];
  }

  #take(cut: number): Segment {
    const text = this.#pending.slice(0, cut);
    const segment = { index: this.#index, textStart: this.#textStart, textEnd: this.#textStart + cut, text };
    this.#pending = this.#pending.slice(cut);
    this.#textStart += cut;
    this.#index += 1;
    return segment;
  }

  #nextCut(): number | undefined {
    // Whatever lies beyond the window has no say: so more text at once decides as the same text in drops.
    const view = this.#pending.slice(0, windowUnits);
    const limits = limitsOf(this.#index, this.wholeSentences);
    const { maxAt, passed, weights } = measure(view, limits.max);
    const boundaries = boundariesOf(view, this.#sentences).filter(({ at }) => at <= maxAt);
    const chosen = boundaries.find(({ at, kind }) => (weights[at] ?? 0) >= leastOf(kind, limits));
    if (chosen !== undefined) return chosen.at;
    if (!passed && view.length < windowUnits) return undefined;
    // Too long: anything that may end it, as near to the limit as can be.
    return (
      boundaries.findLast(({ at }) => (weights[at] ?? 0) >= limits.max / 4)?.at ?? forcedCut(view, maxAt)
    );
  }
}

const leastOf = (kind: 'sentence' | 'clause', limits: SegmentLimits): number =>
  kind === 'sentence' ? limits.minSentence : limits.minClause;

/**
 * Weight up to each position, the last position within `max`, and whether a letter lies beyond it: only then is
 * every boundary before it known.
 */
function measure(text: string, max: number) {
  const weights: number[] = [0];
  let sum = 0;
  let maxAt: number | undefined;
  let passed = false;
  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at) ?? 0;
    const weight = weightOf(codePoint);
    if (sum >= max) {
      maxAt ??= at;
      passed = weight > 0 && /\p{L}/u.test(String.fromCodePoint(codePoint));
      if (passed) break;
    }
    sum += weight;
    at += codePoint > 0xffff ? 2 : 1;
    weights[at] = sum;
  }
  return { weights, maxAt: maxAt ?? text.length, passed };
}

function knownLocale(language: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
