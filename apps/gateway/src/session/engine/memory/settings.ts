import { memoryDefaults, type Session } from '@parley/protocol';
import type { BehaviourDefaults } from '../behaviour';

export interface MemorySettings {
  readonly turnInterval: number;
  readonly maxChars: number;
  readonly maxItems: number;
  readonly maxFacts: number;
  readonly trims: boolean;
  readonly model: string;
  /** The newest items, which stay as they are. */
  readonly keepItems: number;
}

const maxKeptItems = 6;

/** null: nothing is remembered. */
export function memorySettings(session: Session, defaults: BehaviourDefaults): MemorySettings | null {
  const asked = session.parley?.memory;
  if (asked?.enabled !== true) return null;
  const maxItems = asked.max_transcript_items ?? memoryDefaults.max_transcript_items;
  return {
    turnInterval: asked.turn_interval ?? memoryDefaults.turn_interval,
    maxChars: asked.max_memory_length ?? memoryDefaults.max_memory_length,
    maxItems,
    maxFacts: asked.max_facts ?? memoryDefaults.max_facts,
    trims: asked.trim_after_summarize ?? memoryDefaults.trim_after_summarize,
    model: asked.model ?? (defaults.memoryModel || session.model),
    keepItems: Math.min(maxKeptItems, Math.max(2, maxItems >> 2)),
  };
}
