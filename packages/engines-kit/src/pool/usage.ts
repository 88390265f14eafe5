import { readFile } from 'node:fs/promises';

export interface ProcessUsage {
  readonly rssBytes: number;
  readonly cpuSeconds: number;
}

/** Linux fixes USER_HZ at 100 for /proc, whatever the kernel's own tick is. */
const ticksPerSecond = 100;

/** What the kernel says of a process; undefined where there is no /proc or the process is gone. */
export async function readProcessUsage(pid: number): Promise<ProcessUsage | undefined> {
  try {
    const [status, stat] = await Promise.all([
      readFile(`/proc/${pid}/status`, 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    return parseProcessUsage(status, stat);
  } catch {
    return undefined;
  }
}

export function parseProcessUsage(status: string, stat: string): ProcessUsage | undefined {
  const rss = /^VmRSS:\s+(\d+) kB$/m.exec(status);
  // The command name may hold spaces and brackets: fields are counted from its last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  if (rss === null || !Number.isFinite(ticks)) return undefined;
  return { rssBytes: Number(rss[1]) * 1024, cpuSeconds: ticks / ticksPerSecond };
}
