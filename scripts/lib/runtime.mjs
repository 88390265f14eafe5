import { spawnSync } from 'node:child_process';
import { fromRoot } from './paths.mjs';

let found;

/**
 * The Node that Parley's own programs run on, whatever Node runs these scripts: the one among its packages, or this
 * machine's where there is none for it. To be asked once the packages are installed.
 *
 * @returns {{ program: string, note?: string }} `note` says in a line that it is the machine's
 */
export const runtime = () => (found ??= runtimeOf());

export function runtimeOf({
  platform = process.platform,
  arch = process.arch,
  starts = startsHere,
  own = process,
} = {}) {
  const program = fromRoot('node_modules', `node-${platform}-${arch}`, 'bin', 'node');
  if (starts(program)) return { program };
  return {
    program: own.execPath,
    note: `no Node of Parley's own runs here (${platform} ${arch}): the services run on this machine's, ${own.versions.node}`,
  };
}

const startsHere = (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
