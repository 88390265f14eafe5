import { resolveModel } from '@parley/models';

/** The files of a model, or undefined with a line that says why the test that needs them does nothing. */
export async function filesOrSkip(name: string): Promise<Readonly<Record<string, string>> | undefined> {
  try {
    return await resolveModel(name);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`skipped: ${reason}\n`);
    return undefined;
  }
}

export const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
