import fs from 'node:fs';
import path from 'node:path';
import { fromRoot, root, stateDir } from './paths.mjs';
import { CommandError, run } from './run.mjs';
import { runtime } from './runtime.mjs';
import { done, red, say, seconds, step } from './say.mjs';

const NONE = { passed: 0, failed: 0, skipped: 0 };
const bin = (name) => fromRoot('node_modules', '.bin', name);

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** A command that passes or fails as one. */
async function check(title, command, args) {
  const startMs = performance.now();
  step(title);
  try {
    await run(command, args, { show: true, cwd: root });
    done(`${title} (${seconds(startMs)})`);
    return { ...NONE, passed: 1 };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    say(red(`✗ ${title}`));
    return { ...NONE, failed: 1 };
  }
}

export async function structure() {
  const { program } = runtime();
  return add(
    await check('structure', program, [fromRoot('scripts/check-structure.mjs')]),
    await check('generated code is current', program, [
      fromRoot('scripts/generate-contracts.mjs'),
      '--check',
    ]),
    await check('compiled kernels are current', program, [fromRoot('scripts/generate-wasm.mjs'), '--check']),
  );
}

export const lint = async () =>
  add(
    await check('lint', bin('oxlint'), ['--type-aware', '--deny-warnings']),
    await check('format', bin('oxfmt'), ['--check', '.']),
  );

/** Named one by one: given a folder, node's runner would take scripts/test.mjs for a test. */
const scriptTests = () =>
  fs
    .readdirSync(fromRoot('scripts'), { recursive: true })
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => fromRoot('scripts', name));

/** The scripts' own tests, by node's runner. */
export async function scripts() {
  step('tests of the scripts');
  const file = reportFile('scripts.tap');
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stderr'];
  const tap = ['--test-reporter=tap', `--test-reporter-destination=${file}`];
  const failed = await failedToRun(() =>
    run(runtime().program, ['--test', ...reporters, ...tap, ...scriptTests()], { show: true, cwd: root }),
  );
  return orFailed(failed, countTap(read(file)));
}

/** @param config jest configuration @param pattern runs only matching files */
export async function jest(title, config, { pattern, inBand = false } = {}) {
  const { program } = runtime();
  const jestMain = fromRoot('node_modules', 'jest', 'bin', 'jest.js');
  const args = [jestMain, '--config', config, ...(pattern === undefined ? [] : [pattern])];
  const files = (await run(program, [...args, '--listTests'], { cwd: root }).catch(() => '')).trim();
  if (files === '') {
    if (pattern !== undefined) return NONE;
    say(red(`✗ ${title}: there are none`));
    return { ...NONE, failed: 1 };
  }
  step(title);
  const file = reportFile(`${path.relative(root, config).replaceAll(/\W+/g, '-')}.json`);
  const report = ['--json', `--outputFile=${file}`, ...(inBand ? ['--runInBand'] : [])];
  const ci = process.env.CI === undefined ? [] : ['--ci'];
  const failed = await failedToRun(() =>
    run(program, [...args, ...report, ...ci], { show: true, cwd: root }),
  );
  return orFailed(failed, countJest(read(file)));
}

async function failedToRun(task) {
  try {
    await task();
    return false;
  } catch (error) {
    if (error instanceof CommandError) return true;
    throw error;
  }
}

/** A run that failed has at least one failure, whatever its report says. */
const orFailed = (failed, counts) => (failed && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

function reportFile(name) {
  fs.mkdirSync(stateDir, { recursive: true });
  const file = path.join(stateDir, `test-${name}`);
  fs.rmSync(file, { force: true });
  return file;
}

const read = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');

/** @param text jest's --json report; a suite that could not run counts as one failure */
export function countJest(text) {
  if (text === '') return NONE;
  const report = JSON.parse(text);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export function countTap(text) {
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}
