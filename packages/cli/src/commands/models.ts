import { barReporter, defaultManifest, ModelError, modelsEnvironment, modelsInSet } from '@parley/models';
import { plainReporter, pullModels, resolveModel } from '@parley/models';
import type { Manifest, ModelSet } from '@parley/models';
import { InvalidArgumentError, type Command } from 'commander';
import { describeModels, modelsTable, verifyLine } from './models-output';

/** Where the commands write; results to `out`, progress and complaints to `err`. */
export interface ModelsIo {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Set when progress can be drawn. */
  readonly terminal: NodeJS.WriteStream | undefined;
  readonly manifest: Manifest;
  readonly signals: NodeJS.EventEmitter;
}

const OK = 0;
const FAILED = 1;
const USAGE = 2;
const INTERRUPTED = 130;

function processIo(): ModelsIo {
  return {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    terminal: process.stderr.isTTY ? process.stderr : undefined,
    manifest: defaultManifest(),
    signals: process,
  };
}

/**
 * `models list | pull | verify | path`. Exit codes: 0 all is well, 1 something is missing, wrong or could not
 * be pulled, 2 the command line asks for what does not exist, 130 interrupted.
 */
export function registerModels(program: Command, io: ModelsIo = processIo()): void {
  const models = program
    .command('models')
    .description('model files: pinned, verified, shared by all services');
  models
    .command('list')
    .description('every model, its licence and whether it is here')
    .option('--json', 'one JSON document')
    .action((options: { json?: boolean }) => finish(io, () => list(io, options)));
  models
    .command('pull')
    .description('fetch models, or go on with an interrupted pull')
    .argument('[names...]', 'models; by default the default set')
    .option('--set <set>', 'every model of a set: default or small', asSet)
    .option('--all', 'every model')
    .option(
      '--accept-license <name>',
      'accept the non-permissive licence of a model (repeatable)',
      collect,
      [],
    )
    .action((names: string[], options: PullFlags) => finish(io, () => pull(io, names, options)));
  models
    .command('verify')
    .description('hash the files of models that are here')
    .argument('[names...]', 'models; by default every one that is here')
    .option('--json', 'one JSON document')
    .action((names: string[], options: { json?: boolean }) => finish(io, () => verify(io, names, options)));
  models
    .command('path')
    .description('verified paths of a model, one "key<TAB>path" a line; the path alone when a file is named')
    .argument('<name>', 'model')
    .argument('[file]', 'file key, such as model or config')
    .action((name: string, file: string | undefined) => finish(io, () => path(io, name, file)));
}

interface PullFlags {
  readonly set?: ModelSet;
  readonly all?: boolean;
  readonly acceptLicense: readonly string[];
}

async function finish(io: ModelsIo, command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    io.err(error.message);
    process.exitCode = error.code === 'unknown_model' ? USAGE : FAILED;
  }
}

async function list(io: ModelsIo, { json }: { json?: boolean }): Promise<number> {
  const models = await describeModels(io.manifest, Object.keys(io.manifest.models), false);
  if (json) io.out(JSON.stringify({ dir: modelsEnvironment().dir, models }));
  else for (const line of [...modelsTable(models), '', `cache: ${modelsEnvironment().dir}`]) io.out(line);
  return OK;
}

async function pull(io: ModelsIo, names: readonly string[], flags: PullFlags): Promise<number> {
  const chosen = [
    ...names,
    ...(flags.all ? Object.keys(io.manifest.models) : []),
    ...(flags.set ? modelsInSet(io.manifest, flags.set) : []),
  ];
  const wanted = chosen.length > 0 ? chosen : modelsInSet(io.manifest, 'default');
  const interrupt = new AbortController();
  const onSignal = () => interrupt.abort();
  io.signals.once('SIGINT', onSignal);
  io.signals.once('SIGTERM', onSignal);
  const bars = io.terminal === undefined ? undefined : barReporter(io.terminal);
  try {
    const results = await pullModels(wanted, {
      manifest: io.manifest,
      acceptLicenses: flags.acceptLicense,
      reporter: bars ?? plainReporter(io.err),
      signal: interrupt.signal,
    });
    if (interrupt.signal.aborted) return INTERRUPTED;
    return results.every(({ outcome }) => outcome !== 'failed') ? OK : FAILED;
  } finally {
    bars?.stop();
    io.signals.off('SIGINT', onSignal);
    io.signals.off('SIGTERM', onSignal);
  }
}

async function verify(io: ModelsIo, names: readonly string[], { json }: { json?: boolean }): Promise<number> {
  const asked = names.length > 0 ? names : Object.keys(io.manifest.models);
  const described = await describeModels(io.manifest, asked, true);
  const models = names.length > 0 ? described : described.filter(({ state }) => state !== 'missing');
  if (json) io.out(JSON.stringify({ dir: modelsEnvironment().dir, models }));
  else for (const model of models) for (const line of verifyLine(model)) io.out(line);
  if (models.length === 0 && !json) io.out('no model is here. Run: npm run models -- pull');
  return models.every(({ state }) => state === 'ok') ? OK : FAILED;
}

async function path(io: ModelsIo, name: string, file: string | undefined): Promise<number> {
  const paths = await resolveModel(name, { manifest: io.manifest });
  if (file === undefined) {
    for (const [key, value] of Object.entries(paths)) io.out(`${key}\t${value}`);
    return OK;
  }
  const found = paths[file];
  if (found === undefined) {
    io.err(`${name} has no file "${file}"; it has: ${Object.keys(paths).join(', ')}`);
    return USAGE;
  }
  io.out(found);
  return OK;
}

function asSet(value: string): ModelSet {
  if (value === 'default' || value === 'small') return value;
  throw new InvalidArgumentError('sets are: default, small');
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
