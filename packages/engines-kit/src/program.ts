import fs from 'node:fs';
import path from 'node:path';

/**
 * The built program beside the calling file: `resolveProgram(__dirname, './program.ts')`. Run from source
 * (tests), `/src/` is replaced by `/dist/`, as a child process needs JavaScript.
 */
export function resolveProgram(dirname: string, relative: string): string {
  const built = path
    .resolve(dirname, relative)
    .replace(/\/src\/(?!.*\/src\/)/, '/dist/')
    .replace(/\.ts$/, '.js');
  if (!fs.existsSync(built)) throw new Error(`${built} is missing: build the package first`);
  return built;
}
