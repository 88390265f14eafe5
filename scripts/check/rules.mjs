import { isCode } from './tree.mjs';

export const MEDIAN_LINES = 100;
export const MOST_LINES = 500;
const SKELETON = ['src/main.ts', 'src/app.module.ts', 'src/config.ts'];
/** These stand at the bottom: they import nothing of ours. */
const LEAVES = ['contracts', 'audio', 'protocol'];
/** GPL code: only ever run as a program of its own. */
const PROGRAM_ONLY = ['espeak-engine'];
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g;
/** Somebody's own machine, as against a place every machine has. */
const MACHINE_PATH = /(?:^|[\s"'`(=:[])(\/(?:work|home\/[\w.-]+|Users\/[\w.-]+|root)\/[\w.-])/m;

/** @returns what is wrong, one line each */
export function checkAll(files, packages) {
  return [
    ...lineCounts(files).problems,
    ...importDirection(files, packages),
    ...cycles(files, packages),
    ...skeletons(files, packages),
    ...machinePaths(files),
  ];
}

export function lineCounts(files) {
  const counts = files
    .filter(isCode)
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }))
    .sort((a, b) => a.lines - b.lines);
  const median = counts[Math.floor((counts.length - 1) / 2)]?.lines ?? 0;
  const problems = counts
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path}: ${lines} lines, more than ${MOST_LINES}`);
  if (median > MEDIAN_LINES) problems.push(`the median file has ${median} lines, more than ${MEDIAN_LINES}`);
  return { median, longest: counts.at(-1), files: counts.length, problems };
}

export function importsOf(text) {
  return [...text.matchAll(IMPORT)].map((match) => match[2]);
}

const ownName = (specifier) => /^@parley\/([^/]+)/.exec(specifier)?.[1];
const homeOf = (packages, path) => packages.find(({ dir }) => path.startsWith(`${dir}/`));

export function importDirection(files, packages) {
  const apps = new Set(packages.filter(({ dir }) => dir.startsWith('apps/')).map(({ name }) => name));
  const problems = [];
  for (const { path, text } of files.filter(isCode)) {
    const home = homeOf(packages, path);
    if (home === undefined) continue;
    for (const specifier of importsOf(text)) {
      if (escapes(path, specifier, home.dir))
        problems.push(`${path} reaches out of its package: ${specifier}`);
      const target = ownName(specifier);
      if (target === undefined || target === home.name) continue;
      if (apps.has(target)) problems.push(`${path} imports the app @parley/${target}`);
      else if (LEAVES.includes(home.name))
        problems.push(`${path} imports @parley/${target}; it may import nothing of ours`);
      if (PROGRAM_ONLY.includes(target))
        problems.push(`${path} imports @parley/${target}, which may only be run`);
      if (!home.dependencies.includes(target)) {
        problems.push(`${path} imports @parley/${target}, which ${home.dir}/package.json does not declare`);
      }
    }
  }
  return problems;
}

function escapes(path, specifier, dir) {
  if (!specifier.startsWith('.')) return false;
  const parts = path.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return !`${parts.join('/')}/`.startsWith(`${dir}/`) && !`${parts.join('/')}`.startsWith('jest.');
}

export function cycles(files, packages) {
  const edges = new Map(packages.map(({ name, dependencies }) => [name, new Set(dependencies)]));
  for (const { path, text } of files.filter(isCode)) {
    const home = homeOf(packages, path);
    for (const target of home === undefined ? [] : importsOf(text).map(ownName)) {
      if (target !== undefined && target !== home.name) edges.get(home.name).add(target);
    }
  }
  const done = new Set();
  const found = [];
  const visit = (name, trail) => {
    const at = trail.indexOf(name);
    if (at >= 0) found.push(`packages in a circle: ${[...trail.slice(at), name].join(' → ')}`);
    if (at >= 0 || done.has(name)) return;
    for (const next of edges.get(name) ?? []) visit(next, [...trail, name]);
    done.add(name);
  };
  for (const name of edges.keys()) visit(name, []);
  return found;
}

export function skeletons(files, packages) {
  const have = new Set(files.map(({ path }) => path));
  return packages
    .filter(({ dir, service }) => dir.startsWith('apps/') && service)
    .flatMap(({ dir }) => SKELETON.map((part) => `${dir}/${part}`))
    .filter((part) => !have.has(part))
    .map((part) => `${part} is missing: every service has the same skeleton`);
}

export function machinePaths(files) {
  return files.flatMap(({ path, text }) => {
    const found = MACHINE_PATH.exec(text);
    return found === null ? [] : [`${path} names a path of one machine: ${found[1]}…`];
  });
}
