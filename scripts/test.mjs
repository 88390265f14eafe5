// npm test: sets up what the tests need and runs all of them. See --help.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installPrograms, missingPrograms } from './lib/backing.mjs';
import { markDescendants, sweep } from './lib/leftovers.mjs';
import { modelsFor, pullModels } from './lib/models.mjs';
import { LOCAL_MODEL } from './lib/llm-choice.mjs';
import { requireNode } from './lib/node-version.mjs';
import { fromRoot, stateDir } from './lib/paths.mjs';
import { attempt } from './lib/run.mjs';
import { complain, done, red, say, seconds, UserError, warn } from './lib/say.mjs';
import { build, install } from './lib/setup.mjs';
import { add, jest, lint, scripts, structure } from './lib/steps.mjs';

const HELP = `npm test [-- options] [-- pattern]

  Installs, builds, fetches the default models, then runs the structure checks, lint, the unit, contract and
  property tests, and the end-to-end tests.

  --unit      unit, contract and property tests only
  --e2e       end-to-end tests only
  --checks    structure and lint only
  pattern     test files whose path matches it only`;

const flag = { type: 'boolean', default: false };

function options() {
  try {
    const { values, positionals } = parseArgs({
      options: { unit: flag, e2e: flag, checks: flag, help: { ...flag, short: 'h' } },
      allowPositionals: true,
    });
    return { ...values, pattern: positionals.length === 0 ? undefined : positionals.join('|') };
  } catch (error) {
    throw new UserError(`${error.message}\n\n${HELP}`);
  }
}

/** NATS and Redis are started by the tests themselves, on ports of their own: the programs must be there. */
async function requirePrograms() {
  await installPrograms(await missingPrograms({}, { evenIfListening: true }));
  const missing = await missingPrograms({}, { evenIfListening: true });
  if (missing.length === 0 || (await attempt('docker', ['info'], { timeoutMs: 5000 })) !== undefined) return;
  const names = missing.map((server) => server.package).join(' ');
  throw new UserError(
    `the tests start NATS and Redis of their own: install them (apt-get install ${names}), or start Docker`,
  );
}

async function runSteps({ unit, e2e, checks, pattern }) {
  const all = !unit && !e2e && !checks;
  let counts = { passed: 0, failed: 0, skipped: 0 };
  const count = async (result) => (counts = add(counts, await result));
  if (checks || (all && pattern === undefined)) {
    await count(structure());
    await count(lint());
  }
  if (all && pattern === undefined) await count(scripts());
  if (unit || all)
    await count(jest('unit, contract and property tests', fromRoot('jest.config.js'), { pattern }));
  if (e2e || all) {
    await count(jest('end-to-end tests', fromRoot('packages/e2e/jest.config.js'), { pattern, inBand: true }));
  }
  return counts;
}

async function main() {
  const chosen = options();
  if (chosen.help) return say(HELP);
  const startMs = performance.now();
  requireNode();
  const mark = markDescendants();
  await install();
  await build();
  if (!chosen.checks) {
    await requirePrograms();
    await pullModels(modelsFor(LOCAL_MODEL));
  }
  let counts = await runSteps(chosen);
  const left = await sweep(mark);
  if (left === undefined) warn('whether processes were left behind cannot be told on this system');
  else if (left.length === 0) done('no process was left behind');
  else {
    for (const { pid, command } of left) say(red(`✗ left behind, and ended now: ${pid} ${command}`));
    counts = add(counts, { passed: 0, failed: left.length, skipped: 0 });
  }
  if (counts.passed + counts.failed === 0)
    throw new UserError('no test was run: does the pattern match a file?');
  const line = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
  fs.mkdirSync(stateDir, { recursive: true });
  fs.writeFileSync(path.join(stateDir, 'test-counts'), `${line}\n`);
  say(`(${seconds(startMs)})`);
  say(line);
  return counts.failed === 0 ? 0 : 1;
}

try {
  process.exitCode = (await main()) ?? 0;
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
