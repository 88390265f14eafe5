import fs from 'node:fs';
import path from 'node:path';

/** Every package of the workspace: its folder, short name, our packages it declares, whether it is a service. */
export function workspacePackages(root) {
  return ['apps', 'packages'].flatMap((group) =>
    fs
      .readdirSync(path.join(root, group))
      .map((name) => `${group}/${name}`)
      .filter((dir) => fs.existsSync(path.join(root, dir, 'package.json')))
      .map((dir) => describe(dir, JSON.parse(fs.readFileSync(path.join(root, dir, 'package.json'), 'utf8')))),
  );
}

export function describe(dir, manifest) {
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const ours = declared
    .filter((name) => name.startsWith('@parley/'))
    .map((name) => name.slice('@parley/'.length));
  return {
    dir,
    name: manifest.name.slice('@parley/'.length),
    dependencies: ours,
    service: '@parley/service' in (manifest.dependencies ?? {}),
  };
}
