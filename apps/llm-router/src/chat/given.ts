import type { z } from 'zod';

/** What was read, or the first thing that is wrong with a field that it has. */
export type Given<Read> =
  | { readonly read: Read; readonly issue?: never }
  | { readonly issue: z.core.$ZodIssue | undefined; readonly read?: never };

/**
 * Reads an object by the fields that it has: a schema asks each of its own, and where most are left out that takes longer
 * than those that are there. Undefined: it is another object than that of the schema, which says in what.
 * @param isPlain whether what a field has is sure to be right as it is
 */
export function givenReader<Schema extends z.ZodObject>(
  schema: Schema,
  isPlain: (name: string, value: unknown) => boolean,
): (value: unknown) => Given<z.output<Schema>> | undefined {
  const fields = new Map(Object.entries<z.ZodType>(schema.shape));
  const ofNothing = [...fields].map(([name, field]) => ({ name, ...field.safeParse(undefined) }));
  const required = ofNothing.flatMap(({ name, success }) => (success ? [] : [name]));
  // With every field, so that what is read is of one hidden class whatever is given.
  const nothing: Readonly<Record<string, unknown>> = Object.fromEntries(
    ofNothing.map(({ name, data }) => [name, data]),
  );
  const isWhole = (read: Readonly<Record<string, unknown>>): read is z.output<Schema> =>
    required.every((name) => read[name] !== undefined);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const read = { ...nothing };
    for (const [name, given] of Object.entries(value)) {
      if (isPlain(name, given)) {
        read[name] = given;
        continue;
      }
      const field = fields.get(name);
      if (field === undefined) return undefined;
      const { data, error } = field.safeParse(given);
      if (error) return { issue: within(name, error.issues[0]) };
      read[name] = data;
    }
    return isWhole(read) ? { read } : undefined;
  };
}

const within = (name: string, issue: z.core.$ZodIssue | undefined): z.core.$ZodIssue | undefined =>
  issue && { ...issue, path: [name, ...issue.path] };
