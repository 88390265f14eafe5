import { Worker } from 'node:worker_threads';

const source = `
const { workerData: parent } = require('node:worker_threads');
setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 500);
`;

/**
 * Kills this process when its parent is gone, from a thread of its own: the main thread may be deep in native
 * code and never see that stdin was closed.
 */
export function dieWithParent(): void {
  const worker = new Worker(source, { eval: true, workerData: process.ppid });
  worker.unref();
}
