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

/** Durations by stage, ms. */
export type TurnStages = Readonly<Partial<Record<TurnStage, number>>>;

/** `used`: what was made before the commit became the answer; `wasted`: it was thrown away. */
export type Speculation = 'none' | 'used' | 'wasted';

/** The timing record of one turn. */
export interface TurnTiming {
  readonly stages: TurnStages;
  readonly speculation: Speculation;
  /** Workers or engines that had to be replaced on the way. */
  readonly failovers: number;
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
