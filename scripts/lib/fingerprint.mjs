import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fromRoot } from './paths.mjs';

const packageDirs = () =>
  ['apps', 'packages'].flatMap((group) =>
    fs
      .readdirSync(fromRoot(group))
      .map((name) => fromRoot(group, name))
      .filter((dir) => fs.existsSync(path.join(dir, 'package.json'))),
  );

/** Changes when what is to be installed changes. */
export function installFingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) => fromRoot(name));
  for (const file of [...manifests, ...packageDirs().map((dir) => path.join(dir, 'package.json'))]) {
    hash.update(file).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

/** Changes when a source file, or what was built from it, changes. */
export function buildFingerprint() {
  const hash = createHash('sha256').update(installFingerprint());
  stat(hash, fromRoot('tsconfig.base.json'));
  for (const dir of packageDirs()) {
    for (const part of ['src', 'generated', 'dist', 'tsconfig.json']) stat(hash, path.join(dir, part));
  }
  return hash.digest('hex');
}

function stat(hash, file) {
  const entry = fs.statSync(file, { throwIfNoEntry: false });
  if (entry === undefined) hash.update(`${file} absent`);
  else if (!entry.isDirectory()) hash.update(`${file} ${entry.size} ${entry.mtimeMs}`);
  else for (const name of fs.readdirSync(file).sort()) stat(hash, path.join(file, name));
}
