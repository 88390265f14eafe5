import { UserError } from './say.mjs';

export const WANTED = [20, 20];
/** The release line that has long-term support. */
const ADVISED = 24;

/** @param version as in process.versions.node @throws UserError */
export function requireNode(version = process.versions.node, [major, minor] = WANTED) {
  const [haveMajor, haveMinor] = version.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  throw new UserError(
    `Parley needs Node ${major}.${minor} or newer; this is ${version}.\n` +
      `  Install it from https://nodejs.org, or with a version manager: nvm install ${ADVISED} && nvm use ${ADVISED}`,
  );
}
