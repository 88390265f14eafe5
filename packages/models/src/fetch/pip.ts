import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelError } from '../errors';
import { folderBytes } from './folder-size';
import { complaint, type FetchPackage, type PackageFetch } from './package-tool';
import { runTool } from './run-tool';

/** pip's own network timeouts are shorter; this is for when it hangs all the same. */
const STALL_MS = 180_000;
const HOW_TO_GET_PIP =
  'install it (Debian and Ubuntu: apt-get install python3-pip), or name a Python that has pip in PARLEY_PYTHON';

/**
 * Downloads wheels through `pip download`, so that the index, mirror, proxy and certificates this machine is
 * set up for hold. Nothing is installed and no code of the package runs.
 */
export function pipFetcher(env: NodeJS.ProcessEnv = process.env): FetchPackage {
  let python: Promise<string> | undefined;
  return async (request) => {
    python ??= findPip(env);
    return download(await python, env, request);
  };
}

async function download(python: string, env: NodeJS.ProcessEnv, request: PackageFetch): Promise<string> {
  const { spec, workDir, signal, onBytes } = request;
  const target = join(workDir, 'wheel');
  const scratch = join(workDir, 'tmp');
  await mkdir(target, { recursive: true });
  await mkdir(scratch, { recursive: true });
  const options = ['--no-deps', '--only-binary', ':all:', '--ignore-requires-python'];
  const quiet = ['--no-cache-dir', '--no-input', '--disable-pip-version-check', '--progress-bar', 'off'];
  const result = await runTool({
    command: python,
    args: ['-m', 'pip', 'download', ...options, ...quiet, '-d', target, spec],
    env: { ...env, TMPDIR: scratch },
    signal,
    measure: () => folderBytes(workDir),
    onBytes,
    stallMs: STALL_MS,
  });
  const wheel = (await readdir(target)).find((name) => name.endsWith('.whl'));
  if (result.code !== 0 || wheel === undefined) {
    throw new ModelError('unavailable', `pip says: ${complaint(result.stderr, /^ERROR:/)}`);
  }
  return join(target, wheel);
}

/** The first Python with pip; tries to give pip to one that lacks it. @throws ModelError `unavailable` */
async function findPip(env: NodeJS.ProcessEnv): Promise<string> {
  const candidates = env['PARLEY_PYTHON'] ? [env['PARLEY_PYTHON']] : ['python3', 'python'];
  const run = async (python: string, ...args: string[]) =>
    (await runTool({ command: python, args, env, stallMs: STALL_MS })).code;
  let pythonFound = false;
  for (const python of candidates) {
    if ((await run(python, '--version')) !== 0) continue;
    pythonFound = true;
    if ((await run(python, '-m', 'pip', '--version')) === 0) return python;
    await run(python, '-m', 'ensurepip', '--user');
    if ((await run(python, '-m', 'pip', '--version')) === 0) return python;
  }
  const lacking = pythonFound
    ? 'Python is there but has no pip'
    : `no Python found (${candidates.join(', ')})`;
  throw new ModelError('unavailable', `${lacking}: ${HOW_TO_GET_PIP}`);
}
