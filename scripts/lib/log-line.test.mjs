import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { logLine } from './log-line.mjs';

const plain = (name, line) => stripVTControlCharacters(logLine(name, line));

test('a log entry becomes one readable line', () => {
  const entry = {
    level: 'info',
    time: '2026-01-02T03:04:05.678Z',
    service: 'x',
    pid: 1,
    msg: 'ready',
    slots: 64,
  };
  assert.equal(plain('llm-router', JSON.stringify(entry)), 'llm-router        03:04:05 ready  slots=64');
});

test('warnings are marked, errors keep their stack', () => {
  const entry = { level: 'error', msg: 'failed', err: { message: 'no', stack: 'Error: no\n  at x' } };
  assert.match(plain('gateway', JSON.stringify(entry)), /ERROR failed {2}err=no\nError: no\n {2}at x$/);
});

test('what is no log entry stays as it is, and long values are cut', () => {
  assert.match(plain('nats', '[1] Listening'), /\[1\] Listening$/);
  assert.match(plain('nats', '{"odd":1}'), /\{"odd":1\}$/);
  const long = JSON.stringify({ level: 'info', msg: 'm', value: 'x'.repeat(1000) });
  assert.ok(plain('a', long).length < 250);
});
