import fs from 'node:fs';
import { findBinary } from './binaries.mjs';
import { attempt, run } from './run.mjs';
import { done, seconds, step, warn } from './say.mjs';

export const canInstall = () =>
  process.getuid?.() === 0 && fs.existsSync('/etc/debian_version') && findBinary('apt-get') !== undefined;

/**
 * Installs Debian packages. RUNLEVEL=1 keeps a package's service from being started by sysvinit; where systemd
 * started it all the same it is stopped again: what Parley runs it starts, owns and ends itself.
 *
 * @param services the packages' service names
 * @returns whether it worked
 */
export async function aptInstall(packages, services = []) {
  const startMs = performance.now();
  step(`installing ${packages.join(', ')} with apt`);
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const options = { env, timeoutMs: 600_000 };
  const args = ['install', '-y', '--no-install-recommends', ...packages];
  try {
    // The package list may be missing or old: then it is fetched first.
    if ((await attempt('apt-get', args, options)) === undefined) {
      await run('apt-get', ['update'], options);
      await run('apt-get', args, options);
    }
  } catch (error) {
    warn(`apt could not install ${packages.join(', ')}: ${error.message.split('\n').at(-1)}`);
    return false;
  }
  if (fs.existsSync('/run/systemd/system')) {
    for (const service of services)
      await attempt('systemctl', ['disable', '--now', service], { timeoutMs: 30_000 });
  }
  done(`${packages.join(', ')} installed (${seconds(startMs)})`);
  return true;
}
