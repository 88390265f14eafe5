import { Command } from 'commander';
import { registerBench } from './commands/bench';
import { registerKeys } from './commands/keys';
import { registerModels } from './commands/models';
import { registerTalk } from './commands/talk';

const program = new Command('parley')
  .description('Parley, the open self-hosted Realtime API')
  .enablePositionalOptions()
  .showHelpAfterError();

registerTalk(program);
registerModels(program);
registerKeys(program);
registerBench(program);

program.parseAsync().catch((error: unknown) => {
  const detail = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${detail}\n`);
  if (process.env['PARLEY_DEBUG'] !== undefined && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
