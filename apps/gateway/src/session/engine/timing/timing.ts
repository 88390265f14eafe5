/** When the stages of one turn were reached: monotonic milliseconds. Absent: not reached, or not part of it. */
export interface Marks {
  /** True end of speech, mapped from audio time. */
  readonly speechEnd?: number;
  /** The hearing side had enough to start thinking. */
  readonly candidate?: number;
  readonly commit?: number;
  readonly transcript?: number;
  readonly request?: number;
  readonly firstToken?: number;
  readonly firstSegment?: number;
  readonly firstByte?: number;
  readonly firstAudio?: number;
  readonly done?: number;
  /** Estimated: when the client will have played everything. */
  readonly playoutEnd?: number;
}

export type Mark = keyof Marks;

/** Only the first time counts. */
export const mark = (marks: Marks, name: Mark, atMs: number): Marks =>
  marks[name] === undefined ? { ...marks, [name]: atMs } : marks;

/** The stages of one turn, each the milliseconds since the one before it; `voice_to_voice_ms` is the whole. */
export interface TurnTiming {
  readonly responseId: string;
  /** null: the response did not answer speech. */
  readonly itemId: string | null;
  readonly status: string;
  readonly stages: Readonly<Partial<Record<Stage, number>>>;
  /** Model streams and synthesis runs that had to be taken over by another worker. */
  readonly failovers: number;
}

export const stages = [
  'endpoint_ms',
  'transcript_ms',
  'request_ms',
  'first_token_ms',
  'first_segment_ms',
  'first_byte_ms',
  'first_audio_ms',
  'platform_ms',
  'voice_to_voice_ms',
  'generated_ms',
  'playout_ms',
] as const;
export type Stage = (typeof stages)[number];

const spans: Readonly<Record<Stage, readonly [Mark, Mark]>> = {
  endpoint_ms: ['speechEnd', 'commit'],
  transcript_ms: ['commit', 'transcript'],
  request_ms: ['transcript', 'request'],
  first_token_ms: ['request', 'firstToken'],
  first_segment_ms: ['firstToken', 'firstSegment'],
  first_byte_ms: ['firstSegment', 'firstByte'],
  first_audio_ms: ['firstByte', 'firstAudio'],
  platform_ms: ['transcript', 'firstAudio'],
  voice_to_voice_ms: ['speechEnd', 'firstAudio'],
  generated_ms: ['firstAudio', 'done'],
  playout_ms: ['firstAudio', 'playoutEnd'],
};

export function stagesOf(marks: Marks): TurnTiming['stages'] {
  const found: Partial<Record<Stage, number>> = {};
  for (const stage of stages) {
    const [from, to] = spans[stage];
    const start = marks[from];
    const end = marks[to];
    if (start !== undefined && end !== undefined) found[stage] = Math.max(0, end - start);
  }
  return found;
}
