import fs from 'node:fs';
import path from 'node:path';
import { buildFingerprint, installFingerprint } from './fingerprint.mjs';
import { fromRoot, root } from './paths.mjs';
import { attempt, CommandError, run } from './run.mjs';
import { hideUnusable, runtime } from './runtime.mjs';
import { done, seconds, step, UserError, warn } from './say.mjs';

/** Inside node_modules, so that the stamps go when it goes. */
const installStamp = fromRoot('node_modules', '.parley-install');
const buildStamp = fromRoot('node_modules', '.parley-build');

const read = (file) => fs.readFileSync(file, { encoding: 'utf8', flag: 'a+' });
const write = (file, text) => fs.writeFileSync(file, text);

/** pnpm at the version that package.json names: the installed one, or else fetched for this call alone. */
async function pnpm() {
  const { packageManager } = JSON.parse(fs.readFileSync(fromRoot('package.json'), 'utf8'));
  const version = packageManager.split('@')[1];
  for (const command of [fromRoot('node_modules', '.bin', 'pnpm'), 'pnpm']) {
    if ((await attempt(command, ['--version'], { cwd: root }))?.trim() === version)
      return { command, args: [] };
  }
  return { command: 'npm', args: ['exec', '--yes', `--package=${packageManager}`, '--', 'pnpm'] };
}

/** Installs the dependencies unless they are as the lockfile says, and tells if they lack a Node. @throws UserError */
export async function install() {
  await installPackages();
  hideUnusable();
  const { note } = runtime();
  if (note !== undefined) warn(note);
}

async function installPackages() {
  const wanted = installFingerprint();
  if (fs.existsSync(path.dirname(installStamp)) && read(installStamp) === wanted) return;
  const startMs = performance.now();
  step('installing the dependencies (once)');
  const { command, args } = await pnpm();
  try {
    await run(command, [...args, 'install', '--frozen-lockfile'], { show: true, cwd: root });
  } catch (error) {
    throw new UserError(
      `the dependencies could not be installed (${error.message}).\n` +
        '  Is the npm registry reachable? Behind a mirror: npm config set registry <address>',
    );
  }
  write(installStamp, wanted);
  done(`dependencies installed (${seconds(startMs)})`);
}

/** Builds every package unless nothing has changed since. @throws UserError */
export async function build() {
  if (read(buildStamp) === buildFingerprint()) return;
  const startMs = performance.now();
  step('building');
  const turbo = fromRoot('node_modules', '.bin', 'turbo');
  try {
    // turbo starts pnpm, and looks for it on the PATH.
    const searchPath = [path.dirname(turbo), process.env.PATH].join(path.delimiter);
    const env = { PATH: searchPath, TURBO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
    await run(turbo, ['run', 'build', '--output-logs=errors-only', '--no-daemon'], { cwd: root, env });
  } catch (error) {
    throw error instanceof CommandError ? new UserError(`the build failed:\n${error.output}`) : error;
  }
  write(buildStamp, buildFingerprint());
  done(`built (${seconds(startMs)})`);
}
