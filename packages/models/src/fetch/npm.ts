import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelError } from '../errors';
import { folderBytes } from './folder-size';
import { complaint, type FetchPackage } from './package-tool';
import { runTool } from './run-tool';

/** npm shows nothing until it is done, so this is in effect the time one package may take. */
const STALL_MS = 300_000;

/** Downloads packages through `npm pack`, so that this machine's registry settings hold. No script runs. */
export function npmFetcher(env: NodeJS.ProcessEnv = process.env): FetchPackage {
  return async ({ spec, workDir, signal, onBytes }) => {
    const result = await runTool({
      command: process.platform === 'win32' ? 'npm.cmd' : 'npm',
      args: [
        'pack',
        spec,
        '--pack-destination',
        workDir,
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--loglevel',
        'error',
      ],
      env,
      signal,
      measure: () => folderBytes(workDir),
      onBytes,
      stallMs: STALL_MS,
    });
    if (result.code === undefined) throw new ModelError('unavailable', 'npm is not on the PATH');
    const archive = (await readdir(workDir)).find((name) => name.endsWith('.tgz'));
    if (result.code !== 0 || archive === undefined) {
      throw new ModelError('unavailable', `npm says: ${complaint(result.stderr, /^npm (?:ERR!|error)/)}`);
    }
    return join(workDir, archive);
  };
}
