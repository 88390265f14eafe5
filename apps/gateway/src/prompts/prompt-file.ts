import { readFileSync } from 'node:fs';
import { ConfigError, z } from '@parley/config';
import { templatesSchema } from '@parley/protocol';
import { parse } from 'yaml';
import { PromptBook } from './prompt-book';

const fileSchema = z.strictObject({
  prompts: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(256),
        version: z.union([z.string().min(1).max(64), z.number().transform(String)]).default('1'),
        instructions: z.string(),
      }),
    )
    .refine(
      (prompts) => new Set(prompts.map(({ id, version }) => `${id} ${version}`)).size === prompts.length,
      { message: 'has one version of a prompt twice' },
    )
    .default([]),
  templates: templatesSchema.default({}),
});

/**
 * Reads the templates of a YAML or JSON file.
 * @throws ConfigError that says what is wrong with it
 */
export function readPrompts(path: string | undefined): PromptBook {
  if (path === undefined) return new PromptBook();
  let value: unknown;
  try {
    value = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError([`PARLEY_PROMPTS: ${error instanceof Error ? error.message : 'cannot be read'}`]);
  }
  const { data, error } = fileSchema.safeParse(value);
  if (error) {
    const [issue] = error.issues;
    throw new ConfigError([`PARLEY_PROMPTS: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`]);
  }
  return new PromptBook(data.prompts, data.templates);
}
