import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { fromRoot } from './paths.mjs';
import { hideUnusable, runtime, runtimeOf } from './runtime.mjs';

const { catalog } = parse(fs.readFileSync(fromRoot('pnpm-workspace.yaml'), 'utf8'));
const machine = `node-${process.platform}-${process.arch}`;

test(
  'programs run on the Node of the catalog, whatever Node starts them',
  { skip: !(machine in catalog) },
  () => {
    const { program, version, note } = runtime();
    assert.equal(note, undefined);
    assert.equal(version, catalog[machine]);
    assert.equal(
      execFileSync(program, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim(),
      catalog[machine],
    );
  },
);

const own = { execPath: '/a/node', versions: { node: '22.1.0' } };
const linux = { platform: 'linux', arch: 'x64', own };

test('programs run on this machine’s Node, and it is said why, where Parley has none that starts', () => {
  const elsewhere = runtimeOf({ platform: 'darwin', arch: 'arm64', own });
  assert.equal(elsewhere.program, '/a/node');
  assert.equal(elsewhere.version, '22.1.0');
  assert.match(elsewhere.note, /no Node .*darwin arm64.* 22\.1\.0$/);
  const broken = runtimeOf({ ...linux, versionOf: () => undefined, installed: () => true });
  assert.equal(broken.program, '/a/node');
  assert.match(broken.note, /does not start/);
  const missing = runtimeOf({ ...linux, versionOf: () => undefined, installed: () => false });
  assert.equal(missing.program, '/a/node');
  assert.match(missing.note, /remove node_modules and start again/);
});

test('npm finds Parley’s own Node only where it starts', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-runtime-'));
  try {
    const link = path.join(folder, 'node');
    fs.symlinkSync('nowhere', link);
    hideUnusable({ note: undefined }, link);
    assert.deepEqual(fs.readdirSync(folder), ['node']);
    hideUnusable({ note: 'it does not start' }, link);
    assert.deepEqual(fs.readdirSync(folder), []);
    hideUnusable({ note: 'it is not there' }, link);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});
