import { setTimeout as pause } from 'node:timers/promises';
import { conversationOf } from './conversation';
import type { Middle, Servers } from './middle';
import type { WorldOptions } from './world';
import { WorldProcess } from './world-process';

export type Load = Pick<WorldOptions, 'frameMs' | 'turnsPerMinute' | 'bare'>;

/** Two processes of callers. */
export interface Surroundings {
  /** With the engines, and the sessions that are watched. */
  readonly watched: WorldProcess;
  readonly crowd: WorldProcess;
  readonly stop: () => Promise<unknown>;
}

export async function startSurroundings(
  { port }: Middle,
  { nats }: Servers,
  { frameMs, turnsPerMinute, bare = false }: Load,
): Promise<Surroundings> {
  const own = { frameMs, turnsPerMinute, bare, port };
  const watched = await WorldProcess.start({ ...own, nats: nats.url });
  const crowd = await WorldProcess.start(own);
  return { watched, crowd, stop: () => Promise.all([watched.stop(), crowd.stop()]) };
}

/** Until every session has had its first turn. */
export const settleMs = ({ turnsPerMinute }: Load): number =>
  turnsPerMinute === 0 ? 10_000 : Math.max(10_000, 1.25 * conversationOf(turnsPerMinute).periodMs);

const warmUp = { sessions: 50, turnsPerMinute: 60, ms: 20_000, restMs: 2_000 } as const;

/**
 * A process that has just begun runs its code in an interpreter, and compiles it bit by bit, for its first thousand turns:
 * it has them here, and the conversation of those who are measured afterwards is new to it.
 */
export async function warm(middle: Middle, servers: Servers, load: Load): Promise<void> {
  const { turnsPerMinute } = warmUp;
  const { watched, stop } = await startSurroundings(middle, servers, { ...load, turnsPerMinute });
  try {
    await watched.open(warmUp.sessions);
    await watched.start();
    await pause(warmUp.ms);
  } finally {
    await stop();
  }
  await pause(warmUp.restMs);
}
