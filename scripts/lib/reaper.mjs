// Ends the children of a process that died without ending them, even by SIGKILL. It is told of each child on
// stdin ("+pid", "-pid"); when stdin closes, its owner is gone: what is left is ended, each with its group.
import { createInterface } from 'node:readline';

const GRACE_MS = 5000;
const alive = new Set();

process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('SIGHUP', () => undefined);

const signal = (pid, name) => {
  try {
    process.kill(-pid, name);
    return true;
  } catch {
    return false;
  }
};

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const pid = Number(line.slice(1));
  if (line.startsWith('+')) alive.add(pid);
  if (line.startsWith('-')) alive.delete(pid);
});
lines.on('close', () => {
  const left = [...alive].filter((pid) => signal(pid, 'SIGTERM'));
  const endMs = Date.now() + GRACE_MS;
  const finish = () => {
    const still = left.filter((pid) => signal(pid, 0));
    if (still.length === 0) process.exit(0);
    if (Date.now() > endMs) {
      for (const pid of still) signal(pid, 'SIGKILL');
      process.exit(0);
    }
    setTimeout(finish, 50);
  };
  finish();
});
