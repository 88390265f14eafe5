import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const peer = { name: '@livekit/agents', version: '1.9.0' };

export interface PeerResult {
  readonly sessions: number;
  readonly delaysMs: readonly number[];
  readonly failed: number;
  readonly cpuMsPerTurn: number;
  readonly rssMiB: number;
}

/**
 * Installs the peer once (508 MB, no install scripts) into `directory`; throws with npm's words when it cannot.
 */
export async function installPeer(directory: string): Promise<void> {
  const manifest = path.join(directory, 'node_modules', peer.name, 'package.json');
  if (fs.existsSync(manifest)) return;
  fs.mkdirSync(directory, { recursive: true });
  fs.writeFileSync(path.join(directory, 'package.json'), '{"private":true}\n');
  await run(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${peer.name}@${peer.version}`],
    {
      cwd: directory,
      timeout: 300_000,
    },
  );
}

/** The same turn in the peer, in one process with zero-latency engines. */
export async function runPeer(
  directory: string,
  sessions: number,
  turns: number,
  pauseMs: number,
): Promise<PeerResult> {
  const program = path.resolve(__dirname, '../../../peers/livekit-turn.mjs');
  const { stdout } = await run(
    process.execPath,
    [program, String(sessions), String(turns), String(pauseMs)],
    {
      cwd: directory,
      timeout: 600_000,
      maxBuffer: 64 * 2 ** 20,
    },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as PeerResult;
}
