// Checks what the house rules say about files, imports and deployment; exit 1 with one line per problem.
import fs from 'node:fs';
import { parse } from 'yaml';
import { checkCompose, checkDockerfile, checkNode, checkV8Sizes, stagesOf } from './check/deploy.mjs';
import { checkAll, lineCounts } from './check/rules.mjs';
import { handwritten } from './check/tree.mjs';
import { workspacePackages } from './check/workspace.mjs';
import { fromRoot, root } from './lib/paths.mjs';

const files = handwritten(root);
const packages = workspacePackages(root);
const dockerfile = fs.readFileSync(fromRoot('deploy/docker/Dockerfile'), 'utf8');
const compose = parse(fs.readFileSync(fromRoot('docker-compose.yml'), 'utf8'), { merge: true });
const { catalog } = parse(fs.readFileSync(fromRoot('pnpm-workspace.yaml'), 'utf8'));
const apps = packages
  .filter(({ dir, service }) => dir.startsWith('apps/') && service)
  .map(({ name }) => name);
const startPlaces = [
  'deploy/docker/Dockerfile',
  'scripts/lib/services.mjs',
  'packages/testing/src/infra/service.ts',
  ...packages
    .filter(({ dir, service }) => dir.startsWith('apps/') && service)
    .map(({ dir }) => `${dir}/package.json`),
].map((path) => ({ path, text: fs.readFileSync(fromRoot(path), 'utf8') }));

const problems = [
  ...checkAll(files, packages),
  ...checkDockerfile(dockerfile, (source) => fs.existsSync(fromRoot(source))).map((p) => `Dockerfile: ${p}`),
  ...checkNode(dockerfile, catalog).map((p) => `Dockerfile: ${p}`),
  ...checkV8Sizes(startPlaces),
  ...checkCompose(compose, apps, stagesOf(dockerfile)).map((p) => `docker-compose.yml: ${p}`),
];
const { median, longest, files: count } = lineCounts(files);
console.log(
  `structure: ${count} files, median ${median} lines, longest ${longest.lines} (${longest.path}), ` +
    `${packages.length} packages, ${problems.length} problems`,
);
for (const problem of problems) console.error(`  ✗ ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);
