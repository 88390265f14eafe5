import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '@parley/testing';

const run = promisify(execFile);

/** Runs `parley keys` as an operator does, and reads the JSON it prints, if any. */
export async function keysCommand(redisUrl: string, ...args: string[]): Promise<Record<string, unknown>> {
  const program = join(repositoryRoot(), 'packages/cli/dist/main.js');
  const { stdout } = await run(process.execPath, [program, 'keys', ...args], {
    env: { ...process.env, REDIS_URL: redisUrl },
  });
  return stdout.startsWith('{') ? (JSON.parse(stdout) as Record<string, unknown>) : {};
}

export async function createKey(redisUrl: string, ...flags: string[]): Promise<{ key: string; id: string }> {
  const { key, id } = await keysCommand(redisUrl, 'create', 'e2e', '--json', ...flags);
  return { key: String(key), id: String(id) };
}
