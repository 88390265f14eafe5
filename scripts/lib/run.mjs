import { spawn } from 'node:child_process';

const TAIL = 4000;
const running = new Set();

// A command does not go on when the script that runs it is ended.
process.on('exit', () => {
  for (const child of running) child.kill('SIGTERM');
});

/** A command that ended with another code than 0, or by a signal. */
export class CommandError extends Error {
  name = 'CommandError';
  constructor(command, code, output) {
    super(`${command} ended with ${code}${output === '' ? '' : `:\n${output}`}`);
    this.code = code;
    this.output = output;
  }
}

/**
 * Runs a command to its end. With `show` its output is seen as it comes, else it is kept and returned.
 * @throws CommandError, or the error of a command that cannot be started
 */
export function run(command, args, { show = false, cwd, env, timeoutMs, input } = {}) {
  return new Promise((resolve, reject) => {
    // Shown output goes to stderr: stdout belongs to what the script itself has to say.
    const shown = show ? 2 : 'pipe';
    const stdio = [input === undefined ? 'ignore' : 'pipe', shown, shown];
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio, timeout: timeoutMs });
    running.add(child);
    let output = '';
    const keep = (bytes) => (output += bytes.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.stdin?.end(input);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      if (code === 0) resolve(output);
      else reject(new CommandError([command, ...args].join(' '), signal ?? code, output.slice(-TAIL).trim()));
    });
  });
}

/** Its output, or undefined when it failed or is not there. */
export async function attempt(command, args, options) {
  try {
    return await run(command, args, options);
  } catch {
    return undefined;
  }
}
