import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { fromRoot } from './paths.mjs';

let found;

/**
 * The Node that Parley's own programs run on, whatever Node runs these scripts: the one among its packages, or this
 * machine's where there is none for it. To be asked once the packages are installed.
 *
 * @returns {{ program: string, version: string, note?: string }} `note` says in a line that it is the machine's, and why
 */
export const runtime = () => (found ??= runtimeOf());

export function runtimeOf({
  platform = process.platform,
  arch = process.arch,
  versionOf = versionHere,
  installed = fs.existsSync,
  own = process,
} = {}) {
  const name = `node-${platform}-${arch}`;
  const program = fromRoot('node_modules', name, 'bin', 'node');
  const version = versionOf(program);
  if (version !== undefined) return { program, version };
  const why = installed(program)
    ? `Parley's own Node does not start here (${platform} ${arch})`
    : name in ownNodes()
      ? `Parley's own Node is missing (remove node_modules and start again to have it)`
      : `there is no Node of Parley's own for ${platform} ${arch}`;
  return {
    program: own.execPath,
    version: own.versions.node,
    note: `${why}: its programs run on this machine's, ${own.versions.node}`,
  };
}

/**
 * Where Parley's own Node does not start, npm and what it runs must not find it first.
 *
 * @param link by which they find it
 */
export function hideUnusable({ note } = runtime(), link = fromRoot('node_modules', '.bin', 'node')) {
  if (note !== undefined) fs.rmSync(link, { force: true });
}

const ownNodes = () => JSON.parse(fs.readFileSync(fromRoot('package.json'), 'utf8')).optionalDependencies;

/** Long enough for a machine that is busy. */
const versionTimeoutMs = 20_000;

function versionHere(program) {
  const { status, stdout } = spawnSync(program, ['--version'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
    timeout: versionTimeoutMs,
    killSignal: 'SIGKILL',
  });
  return status === 0 ? stdout.trim().replace(/^v/, '') : undefined;
}
