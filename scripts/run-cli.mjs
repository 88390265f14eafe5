// The command line from a checkout: npm run models | keys | talk | bench. Builds first where that is needed.
import { spawn } from 'node:child_process';
import { fromRoot } from './lib/paths.mjs';
import { requireNode } from './lib/node-version.mjs';
import { runtime } from './lib/runtime.mjs';
import { complain, sayToStderr } from './lib/say.mjs';
import { build, install } from './lib/setup.mjs';

try {
  requireNode();
  // What is said while setting up must not be mixed with the command's own output.
  sayToStderr();
  await install();
  await build();
  const args = [fromRoot('packages/cli/dist/main.js'), ...process.argv.slice(2)];
  const child = spawn(runtime().program, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('close', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)));
} catch (error) {
  complain(error);
  process.exit(1);
}
