import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';

/** The benchmarks are a program of their own, beside this package in the workspace. */
const benchMain = resolve(__dirname, '../../../bench/dist/main.js');

export function registerBench(program: Command): void {
  program
    .command('bench')
    .description('run a benchmark: bench <name> [--json] …; bench --help lists them')
    .argument('[arguments...]')
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .action(async (args: string[]) => {
      process.exitCode = await runBench(args);
    });
}

async function runBench(args: readonly string[]): Promise<number> {
  if (!existsSync(benchMain)) {
    process.stderr.write('the benchmarks are not built: npm run build\n');
    return 1;
  }
  const child = spawn(process.execPath, [benchMain, ...args], { stdio: 'inherit' });
  return new Promise((resolveCode, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolveCode(code ?? (signal === null ? 1 : 130)));
  });
}
