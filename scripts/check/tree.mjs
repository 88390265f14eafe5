import fs from 'node:fs';
import path from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', '.git', '.turbo', '.parley', 'coverage', 'bench-results']);
const GENERATED = ['packages/contracts/generated/'];

/** All files below `root` that people wrote, as { path, text } with paths relative to it, "/" between parts. */
export function handwritten(root) {
  const files = [];
  const walk = (dir) => {
    for (const entry of fs.readdirSync(path.join(root, dir), { withFileTypes: true })) {
      const at = dir === '' ? entry.name : `${dir}/${entry.name}`;
      if (entry.isDirectory() && !SKIPPED.has(entry.name) && !GENERATED.includes(`${at}/`)) walk(at);
      if (entry.isFile()) files.push(at);
    }
  };
  walk('');
  return files
    .filter(isText)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((at) => ({ path: at, text: fs.readFileSync(path.join(root, at), 'utf8') }));
}

const isText = (at) =>
  at !== 'pnpm-lock.yaml' &&
  (/\.(ts|js|mjs|cjs|json|md|ya?ml|proto|sh|txt|html|css)$/.test(at) ||
    /(^|\/)(Dockerfile|\.ci\/run|\.\w+ignore)$/.test(at));

export const isCode = ({ path: at }) => /\.(ts|js|mjs|cjs)$/.test(at);
