import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { fromRoot } from './paths.mjs';
import { runtime, runtimeOf } from './runtime.mjs';

const { catalog } = parse(fs.readFileSync(fromRoot('pnpm-workspace.yaml'), 'utf8'));
const machine = `node-${process.platform}-${process.arch}`;

test(
  'programs run on the Node of the catalog, whatever Node starts them',
  { skip: !(machine in catalog) },
  () => {
    const { program, note } = runtime();
    assert.equal(note, undefined);
    assert.equal(
      execFileSync(program, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim(),
      catalog[machine],
    );
  },
);

test('programs run on this machine’s Node, and it is said, where Parley has none that starts', () => {
  const own = { execPath: '/a/node', versions: { node: '22.1.0' } };
  const elsewhere = runtimeOf({ platform: 'darwin', arch: 'arm64', own });
  assert.equal(elsewhere.program, '/a/node');
  assert.match(elsewhere.note, /darwin arm64.* 22\.1\.0$/);
  const broken = runtimeOf({ starts: () => false, own });
  assert.equal(broken.program, '/a/node');
});
