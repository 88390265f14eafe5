import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Children } from './children.mjs';
import { marked, markDescendants } from './leftovers.mjs';
import { freePort, isTaken, until } from './net.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const node = (code) => ({ command: process.execPath, args: ['-e', code] });
const forever = 'setInterval(() => {}, 1000);';
const alive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('lines of a child are told with its name', async () => {
  const told = [];
  const children = new Children((name, line, isError) => told.push([name, line, isError]));
  children.start({
    name: 'a',
    restart: false,
    ...node(`console.log('one\\ntwo'); console.error('bad'); ${forever}`),
  });
  await until(() => told.length === 3, 5000);
  await children.stop();
  assert.deepEqual(
    told.toSorted((x, y) => (x[1] < y[1] ? -1 : 1)),
    [
      ['a', 'bad', true],
      ['a', 'one', false],
      ['a', 'two', false],
    ],
  );
});

test('a child that dies is started again, and said to be', async () => {
  const told = [];
  const children = new Children((name, line) => name === '' && told.push(line));
  children.start({ name: 'a', ...node(forever) });
  const first = children.pid('a');
  process.kill(first, 'SIGKILL');
  await until(() => children.pid('a') !== first && alive(children.pid('a')), 5000);
  assert.equal(children.crashes('a'), 1);
  assert.match(told[0], /a ended \(SIGKILL\); started again in 0\.5 s/);
  await children.stop();
  assert.equal(alive(children.pid('a')), false);
});

test('stop ends a child that ignores SIGTERM, and what it started', async () => {
  const grandchild = `const c = require('child_process').spawn(process.execPath, ['-e', '${forever}']); console.log(c.pid);`;
  let pid = 0;
  const children = new Children((name, line) => name === 'a' && (pid = Number(line)));
  const code = `process.on('SIGTERM', () => {}); ${grandchild} ${forever}`;
  children.start({ name: 'a', stopTimeoutMs: 300, ...node(code) });
  await until(() => pid > 0, 5000);
  assert.equal(alive(pid), true);
  await children.stop();
  assert.equal(await until(() => !alive(pid), 3000), true);
});

test('waves are ended one after the other', async () => {
  const ended = [];
  const children = new Children((name, line) => line === 'bye' && ended.push(name));
  const slow = (ms) =>
    node(
      `process.on('SIGTERM', () => setTimeout(() => { console.log('bye'); process.exit(); }, ${ms})); console.log('up'); ${forever}`,
    );
  children.start({ name: 'last', ...slow(0) });
  children.start({ name: 'first', ...slow(200) });
  await until(() => children.tail('last') === 'up' && children.tail('first') === 'up', 5000);
  await children.stop(['first']);
  assert.deepEqual(ended, ['first', 'last']);
});

test('when the owner is killed, the reaper ends its children', async () => {
  const code =
    `import { Children } from ${JSON.stringify(path.join(here, 'children.mjs'))};` +
    `const c = new Children(() => {}); c.start({ name: 'a', command: process.execPath, args: ['-e', '${forever}'] });` +
    `console.log(c.pid('a'));`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [bytes] = await once(owner.stdout, 'data');
  const pid = Number(bytes.toString());
  assert.equal(alive(pid), true);
  owner.kill('SIGKILL');
  assert.equal(await until(() => !alive(pid), 8000), true);
});

test(
  'processes started from here are found by their mark',
  { skip: process.platform !== 'linux' },
  async () => {
    const mark = markDescendants();
    const child = spawn(process.execPath, ['-e', forever], { detached: true, stdio: 'ignore' });
    assert.ok((await until(() => marked(mark).find(({ pid }) => pid === child.pid), 3000)) !== undefined);
    child.kill('SIGKILL');
    await once(child, 'close');
    assert.deepEqual(marked(mark), []);
  },
);

test('a port that somebody has is taken', async () => {
  const port = await freePort();
  assert.equal(await isTaken(port), false);
  const holder = spawn(process.execPath, [
    '-e',
    `require('net').createServer().listen(${port}, '127.0.0.1')`,
  ]);
  assert.equal(await until(() => isTaken(port), 5000), true);
  holder.kill();
});
