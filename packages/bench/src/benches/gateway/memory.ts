import { setTimeout as pause } from 'node:timers/promises';
import type { Report } from '../../report/report';
import { HeapProbe, inspectArgument } from '../../support/heap-probe';
import { residentMiB } from '../../support/process';
import { conversationOf, watchedSessions, type Conversation } from './conversation';
import { startGateway, type Servers } from './middle';
import { settleMs, startSurroundings, type Load } from './surroundings';

const addedSessions = 90;

export interface Memory {
  readonly idleKb: number;
  /** Without the audio that is kept for clients to ask for, up to PARLEY_MAX_ITEM_AUDIO_BYTES a session. */
  readonly liveKb: number;
}

/**
 * What a session takes: of a gateway of its own, as one that held others before has room for more. Once V8 has collected: what
 * ninety leave behind as they open is 2 to 14 MB, or 30 where its heap grows meanwhile, and goes when it next looks.
 */
export async function measureMemory(servers: Servers, options: Load, report: Report): Promise<Memory> {
  const gateway = await startGateway(servers, [inspectArgument]);
  const probe = await HeapProbe.attach(gateway.logs.join('\n'));
  const collectedMiB = async (): Promise<number> => {
    await probe.collect();
    return residentMiB(gateway.pid);
  };
  const { watched, crowd, stop } = await startSurroundings(gateway, servers, options);
  try {
    await watched.open(watchedSessions);
    await watched.start();
    await pause(settleMs(options));
    const before = await collectedMiB();
    await crowd.open(addedSessions);
    await pause(2_000);
    const idle = await collectedMiB();
    await crowd.start();
    await pause(2 * settleMs(options));
    const live = await collectedMiB();
    const { responses } = await crowd.take();
    const kept = keptKb(conversationOf(options.turnsPerMinute), responses / addedSessions);
    const each = (mib: number): number => ((mib - before) * 1_024) / addedSessions;
    const memory = { idleKb: each(idle), liveKb: each(live) - kept };
    report.line(
      `  a session takes ${memory.idleKb.toFixed(0)} kB idle and ${memory.liveKb.toFixed(0)} kB live, ` +
        `and ${kept.toFixed(0)} kB of its items' audio by then`,
    );
    return memory;
  } finally {
    probe.close();
    await stop();
    await gateway.stop();
  }
}

/** Audio of a session's items after so many turns: what was said at 24 kHz, and what was heard at 16 kHz. */
const keptKb = ({ replyMs, speechStartMs, speechEndMs }: Conversation, turns: number): number =>
  (turns * (replyMs * 48 + (speechEndMs - speechStartMs) * 32)) / 1_024;
