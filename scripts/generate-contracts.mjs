// Generates packages/contracts/generated from proto/ with protobufjs; --check fails when it is not current.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const target = path.join(root, 'packages/contracts/generated');
const check = process.argv.includes('--check');
const out = check ? fs.mkdtempSync(path.join(os.tmpdir(), 'contracts-')) : target;
const bin = (name) => path.join(root, 'node_modules/.bin', name);

const protoDir = path.join(root, 'proto');
const files = fs
  .readdirSync(path.join(protoDir, 'parley/v1'))
  .filter((name) => name.endsWith('.proto'))
  .sort()
  .map((name) => path.join(protoDir, 'parley/v1', name));

fs.mkdirSync(out, { recursive: true });
const js = path.join(out, 'messages.js');
const options = [
  '--no-create',
  '--no-verify',
  '--no-convert',
  '--no-delimited',
  '--no-typeurl',
  '--no-service',
  '--force-number',
];
execFileSync(
  bin('pbjs'),
  ['-t', 'static-module', '-w', 'commonjs', ...options, '-p', protoDir, '-o', js, ...files],
  { cwd: protoDir, stdio: 'inherit' },
);
execFileSync(bin('pbts'), ['-o', path.join(out, 'messages.d.ts'), js], { cwd: root, stdio: 'inherit' });

if (check) {
  const stale = ['messages.js', 'messages.d.ts'].filter(
    (name) =>
      !fs.existsSync(path.join(target, name)) ||
      fs.readFileSync(path.join(out, name), 'utf8') !== fs.readFileSync(path.join(target, name), 'utf8'),
  );
  fs.rmSync(out, { recursive: true });
  if (stale.length > 0) {
    console.error(`Generated protobuf code is not current (${stale.join(', ')}): run "pnpm generate".`);
    process.exit(1);
  }
}
