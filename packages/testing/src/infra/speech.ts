import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { repositoryRoot } from './paths';

/** Recorded human speech beside the repository; undefined where there is none. */
export function sharedSpeech(): string | undefined {
  const folder = join(resolve(repositoryRoot(), '..', 'shared'), 'speech');
  return existsSync(folder) ? folder : undefined;
}

/** A jest `describe` over recorded speech; where there is none it is skipped, and says so. */
export function describeWithSpeech(name: string, tests: (folder: string) => void): void {
  const folder = sharedSpeech();
  if (folder !== undefined) return describe(name, () => tests(folder));
  process.stderr.write(`skipped "${name}": no recorded speech in ../shared/speech\n`);
  // eslint-disable-next-line jest/no-disabled-tests -- there is nothing to test with
  describe.skip(name, () => {
    it('needs recorded speech', () => undefined);
  });
}
