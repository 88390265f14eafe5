/** When the stages of one turn were reached, ms on one monotonic clock. Absent: not reached, or no part of it. */
export interface TurnMarks {
  /** True end of speech, mapped from audio time. */
  readonly speechEnd?: number;
  /** Enough was heard to start thinking. */
  readonly candidate?: number;
  readonly commit?: number;
  readonly transcript?: number;
  /** The language model was asked. */
  readonly request?: number;
  readonly firstToken?: number;
  readonly firstSegment?: number;
  /** First audio from synthesis. */
  readonly firstByte?: number;
  /** First audio sent to the client. */
  readonly firstAudio?: number;
  /** Everything was generated. */
  readonly done?: number;
  /** The client has played everything, as far as is known. */
  readonly playoutEnd?: number;
}

export type TurnMark = keyof TurnMarks;

/** Each stage lasts from one mark to another; the last four are sums over several stages. */
const spans = {
  candidate: ['speechEnd', 'candidate'],
  endpoint: ['speechEnd', 'commit'],
  transcript: ['commit', 'transcript'],
  request: ['transcript', 'request'],
  first_token: ['request', 'firstToken'],
  first_segment: ['firstToken', 'firstSegment'],
  first_byte: ['firstSegment', 'firstByte'],
  first_audio: ['firstByte', 'firstAudio'],
  platform: ['transcript', 'firstAudio'],
  voice_to_voice: ['speechEnd', 'firstAudio'],
  generated: ['firstAudio', 'done'],
  playout: ['firstAudio', 'playoutEnd'],
} as const satisfies Record<string, readonly [TurnMark, TurnMark]>;

export type TurnStage = keyof typeof spans;

const isStage = (name: string): name is TurnStage => name in spans;

export const turnStages: readonly TurnStage[] = Object.keys(spans).filter(isStage);

/**
 * One metric has one set of bins: fine at 1–30 ms for what the platform adds, at 50 ms–2 s for engines and
 * the whole, coarse to a minute for generation and playout. Seconds.
 */
export const turnStageBuckets: readonly number[] = [
  0.001, 0.002, 0.004, 0.006, 0.008, 0.01, 0.015, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4,
  0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 5, 10, 20, 60,
];

/** Durations by stage, ms. */
export type TurnStages = Readonly<Partial<Record<TurnStage, number>>>;

/** `used`: what was made before the commit became the answer; `wasted`: it was thrown away. */
export type Speculation = 'none' | 'used' | 'wasted';

/** Sums over stages that are there themselves. */
const sums: ReadonlySet<TurnStage> = new Set(['platform', 'voice_to_voice']);

/** A stage with when it began and ended, ms on the clock of the marks. */
export interface TurnPart {
  readonly stage: TurnStage;
  readonly startMs: number;
  readonly endMs: number;
}

/** The stages that took time, none of them a sum of others. */
export function partsOf(marks: TurnMarks): readonly TurnPart[] {
  return turnStages.flatMap((stage) => {
    const [from, to] = spans[stage];
    const startMs = marks[from];
    const endMs = marks[to];
    const took = startMs !== undefined && endMs !== undefined && startMs < endMs;
    return took && !sums.has(stage) ? [{ stage, startMs, endMs }] : [];
  });
}

/** Only the first time counts. */
export const markTurn = (marks: TurnMarks, name: TurnMark, atMs: number): TurnMarks =>
  marks[name] === undefined ? { ...marks, [name]: atMs } : marks;

/** A stage that was over before it could begin, thanks to speculation, took no time. */
export function stagesOf(marks: TurnMarks): TurnStages {
  const found: Partial<Record<TurnStage, number>> = {};
  for (const stage of turnStages) {
    const [from, to] = spans[stage];
    const start = marks[from];
    const end = marks[to];
    if (start !== undefined && end !== undefined) found[stage] = Math.max(0, end - start);
  }
  return found;
}
