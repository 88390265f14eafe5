import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '@parley/testing';
import type { Middle } from './middle';

/** A bare relay in a process of its own. */
export async function startBareRelay(nats: string): Promise<Middle> {
  const port = await freePort();
  const child = fork(path.join(__dirname, 'bare-relay.js'), [JSON.stringify({ port, nats })]);
  await once(child, 'message');
  const stop = async (): Promise<void> => {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  return { pid: child.pid ?? -1, port, stop };
}
