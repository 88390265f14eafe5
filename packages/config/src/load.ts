import { z } from 'zod';

/** The environment does not fit the schema. The message names every variable at fault, never its value. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`the configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    // A wrong variable is the operator's to mend: a stack trace would only hide its name.
    this.stack = `${this.name}: ${this.message}`;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Parses the environment by a zod object whose keys are variable names. A variable set to the empty string
 * counts as unset, as compose files do it. Throws ConfigError.
 */
export function loadEnv<Schema extends z.ZodType>(
  schema: Schema,
  environment: Environment = process.env,
): z.output<Schema> {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map((issue) => describe(issue, given)));
}

function describe(issue: z.core.$ZodIssue, given: Environment): string {
  const name = issue.path.map(String).join('.') || 'environment';
  const variable = String(issue.path[0] ?? '');
  if (variable !== '' && given[variable] === undefined) return `${name} is not set: ${issue.message}`;
  return `${name}: ${issue.message}`;
}
