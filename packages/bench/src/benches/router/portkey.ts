import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Child } from '@parley/testing/infra/child';

const run = promisify(execFile);

/** A fresh install takes newer versions of these two, with which its streams fail. */
const pinned = { hono: '4.9.7', '@hono/node-server': '1.13.5' };
export const portkey = { name: '@portkey-ai/gateway', version: '1.15.2' };

/** Installs Portkey's gateway once into `directory`; throws with npm's words when it cannot. */
export async function installPortkey(directory: string): Promise<void> {
  if (fs.existsSync(path.join(directory, 'node_modules', portkey.name, 'package.json'))) return;
  fs.mkdirSync(directory, { recursive: true });
  fs.writeFileSync(
    path.join(directory, 'package.json'),
    JSON.stringify({ private: true, overrides: pinned }),
  );
  const packages = Object.entries({ [portkey.name]: portkey.version, ...pinned }).map(
    ([name, version]) => `${name}@${version}`,
  );
  const options = ['--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', ['install', ...options, ...packages], { cwd: directory, timeout: 300_000 });
}

export const startPortkey = (directory: string, port: number): Child =>
  new Child(process.execPath, [path.resolve(__dirname, '../../../peers/portkey.mjs'), `--port=${port}`], {
    cwd: directory,
    env: { NODE_ENV: 'production', PORT: String(port) },
  });
