import { parseArgs } from 'node:util';
import { UserError } from './say.mjs';

export const START_HELP = `npm start -- [options]

  Sets everything up, starts the five services, holds one conversation to check them, and stays up.

  --check        the same, then stops: exit code 0 or 1 and one JSON line last
  --small        smaller models (about 300 MB instead of 670 MB); the answers are worse
  --local        a local language model, even if a provider's key is set or Ollama listens
  --port <n>     port of the gateway (PARLEY_PORT, 8080)
  --skip-check   start without the conversation
  --verbose      show every log line of NATS and Redis too
  --help`;

/** @throws UserError */
export function startOptions(args) {
  const flag = { type: 'boolean', default: false };
  try {
    const { values } = parseArgs({
      args,
      options: {
        check: flag,
        small: flag,
        local: flag,
        'skip-check': flag,
        verbose: flag,
        help: { ...flag, short: 'h' },
        port: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    throw new UserError(`${error.message}\n\n${START_HELP}`);
  }
}
