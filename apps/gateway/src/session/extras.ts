import type { Metadata } from '@parley/protocol';
import type { Perception } from './engine/perception/perception';

/**
 * What some dialects can ask of a session beyond the GA shape, in words of no dialect. A client of the GA dialect
 * can neither set any of it nor is told of it.
 */
export interface SessionExtras {
  /** The client's name for its user: what a router picks by chance stays the same for one. Empty: unknown. */
  readonly user: string;
  /** For the conditions of routers; null: none. */
  readonly metadata: Metadata | null;
}

export const noExtras: SessionExtras = { user: '', metadata: null };

/** What a client's event asks for beyond its GA shape. */
export interface ClientExtras {
  readonly session?: Partial<SessionExtras>;
}

/** What a dialect may want to say with a server event beyond its GA shape. */
export interface ServerExtras {
  readonly session?: SessionExtras;
  /** How the words of the event were said. */
  readonly perception?: Perception;
}

/** Only keys that are there change. */
export const mergeExtras = (
  current: SessionExtras,
  change: Partial<SessionExtras> | undefined,
): SessionExtras => (change === undefined ? current : { ...current, ...change });
