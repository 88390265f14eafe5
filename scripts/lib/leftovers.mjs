import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { until } from './net.mjs';

const VARIABLE = 'PARLEY_RUN_MARK';

/**
 * Marks this process's environment, so that every process started from here, by whomever and however
 * detached, can be found again.
 */
export function markDescendants() {
  const mark = `${VARIABLE}=${randomUUID()}`;
  process.env[VARIABLE] = mark.slice(VARIABLE.length + 1);
  return mark;
}

/** Processes other than this one that carry the mark: { pid, command }. undefined where /proc cannot be read. */
export function marked(mark) {
  if (!fs.existsSync('/proc/self/environ')) return undefined;
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      const environment = readProc(pid, 'environ');
      // A zombie has ended; only its parent has not asked yet.
      if (!environment.includes(mark) || /^State:\s+Z/m.test(readProc(pid, 'status'))) return [];
      return [{ pid: Number(pid), command: readProc(pid, 'cmdline').replaceAll('\0', ' ').trim() }];
    });
}

function readProc(pid, file) {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** Gives what is left a moment to end, then ends it. @returns what had to be ended, undefined = cannot tell */
export async function sweep(mark, graceMs = 5000) {
  if (marked(mark) === undefined) return undefined;
  await until(() => marked(mark).length === 0, graceMs);
  const left = marked(mark);
  for (const { pid } of left) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended in this moment.
    }
  }
  return left;
}
