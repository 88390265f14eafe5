import type { Memory } from '../prompt/memory';

/** What a model says of a part of a conversation. */
export interface Notes {
  /** Of everything so far; empty = as it was. */
  readonly summary: string;
  /** That are new. */
  readonly facts: readonly string[];
  /** Numbers of facts that no longer hold, from 1. */
  readonly outdated: readonly number[];
}

export interface MemoryBounds {
  readonly maxFacts: number;
  /** Characters of summary and facts together. */
  readonly maxChars: number;
}

const maxFactChars = 500;

/**
 * Memory with what is new. Facts stay as they were written down until the model says that one no longer holds: rewritten
 * each time, they would wear off. Where they are too many the oldest go, and they get half of the space at the most.
 */
export function mergeMemory(known: Memory, notes: Notes, { maxFacts, maxChars }: MemoryBounds): Memory {
  const kept = known.facts.filter((_, index) => !notes.outdated.includes(index + 1));
  const facts: string[] = [];
  const seen = new Set<string>();
  for (const fact of [...kept, ...notes.facts]) {
    const text = sentence(fact, maxFactChars);
    const key = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    facts.push(text);
  }
  const newest = facts.slice(Math.max(0, facts.length - maxFacts));
  while (charsOf(newest) > maxChars / 2) newest.shift();
  const summary = sentence(notes.summary || known.summary, maxChars - charsOf(newest));
  return { summary, facts: newest };
}

const charsOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);

/** One line of at most so many characters, cut where a sentence ends if it can be. */
function sentence(text: string, maxChars: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= maxChars) return line;
  const cut = line.slice(0, Math.max(0, maxChars));
  const end = Math.max(...['. ', '! ', '? ', '。'].map((mark) => cut.lastIndexOf(mark)));
  return (end > maxChars / 2 ? cut.slice(0, end + 1) : cut).trim();
}
