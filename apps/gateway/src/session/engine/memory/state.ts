import { memoryLimits, type MemoryStatePatch } from '@parley/protocol';
import type { Conversation } from '../conversation/state';
import type { LlmUsage } from '../response/state';

/** What is remembered of a conversation. */
export interface Memory {
  readonly summary: string;
  readonly facts: readonly string[];
}

export const nothingRemembered: Memory = { summary: '', facts: [] };

const isEmpty = ({ summary, facts }: Memory): boolean => summary === '' && facts.length === 0;

/** A part of the conversation that is being remembered. */
export interface Job {
  readonly id: number;
  readonly itemIds: readonly string[];
}

/** What came of a job. */
export interface Remembered {
  readonly memory: Memory;
  readonly usage: LlmUsage | null;
}

export interface MemoryState {
  /** All that is remembered. */
  readonly known: Memory;
  /** What the model is told of it: no more than it must be, as each change makes it read its prompt anew. */
  readonly shown: Memory;
  /** Rises each time something is remembered. */
  readonly version: number;
  /** User turns of sessions before this one. */
  readonly earlierTurns: number;
  /** Of this session, and how many there were when something was remembered last. */
  readonly turns: number;
  readonly turnsThen: number;
  /** Items that the model is no longer given. */
  readonly trimmed: number;
  readonly job: Job | null;
  readonly jobs: number;
  /** The result of a job that waits for a moment when nobody is being answered. */
  readonly made: (Remembered & { readonly itemIds: readonly string[] }) | null;
  /** Characters that one job takes at the most: less, after one was too long for its model. */
  readonly jobChars: number;
  /** Jobs that failed one after the other, and the turn before which no other is begun. */
  readonly failures: number;
  readonly notBefore: number;
  /** Share of the model's context that the last answer took. */
  readonly contextFill: number;
  /** The conversation as it was when it was looked at last. */
  readonly looked: Conversation | null;
}

export const jobLimits = {
  maxChars: 24_000,
  minChars: 1_500,
  maxWaitTurns: 16,
  /** A job that has not ended by then has failed. Longer than llm-router gives it: nobody waits. */
  deadlineMs: 620_000,
} as const;

export const noMemory: MemoryState = {
  known: nothingRemembered,
  shown: nothingRemembered,
  version: 0,
  earlierTurns: 0,
  turns: 0,
  turnsThen: 0,
  trimmed: 0,
  job: null,
  jobs: 0,
  made: null,
  jobChars: jobLimits.maxChars,
  failures: 0,
  notBefore: 0,
  contextFill: 0,
  looked: null,
};

/** As the model is told of it; null: there is nothing to tell. */
export const shownMemory = ({ shown }: MemoryState): Memory | null => (isEmpty(shown) ? null : shown);

/** Summary and facts as one text. */
export const contextText = ({ summary, facts }: Memory): string =>
  [summary, ...facts.map((fact) => `- ${fact}`)].filter((line) => line !== '').join('\n');

/** As clients see it, and may begin another session with it. */
export const memoryView = (memory: MemoryState): Required<MemoryStatePatch> => ({
  version: memory.version,
  facts: [...memory.known.facts],
  summary: memory.known.summary,
  context_text: contextText(memory.known),
  turns_since_gen: memory.turns - memory.turnsThen,
  total_turns: memory.earlierTurns + memory.turns,
  items_trimmed: memory.trimmed,
});

/** The memory that a client gives. What it says back of the one that is there changes nothing. */
export function seeded(memory: MemoryState, seed: MemoryStatePatch): MemoryState {
  const facts = seed.facts ?? [];
  const text = facts.length === 0 ? (seed.context_text ?? '') : '';
  const known = { summary: (seed.summary || text).slice(0, memoryLimits.chars), facts };
  if (contextText(known) === contextText(memory.known)) return memory;
  return {
    ...memory,
    known,
    shown: known,
    version: Math.max(memory.version, seed.version ?? 0),
    earlierTurns: Math.max(memory.earlierTurns, seed.total_turns ?? 0),
    job: null,
    made: null,
  };
}
