import type { z } from 'zod';

/**
 * Reads an object by the fields that it has: a schema asks each of its own, and where most are left out that takes longer
 * than those that are there. Undefined: the schema says what is wrong.
 * @param isPlain whether what a field has is sure to be right as it is
 */
export function givenReader<Schema extends z.ZodObject>(
  schema: Schema,
  isPlain: (name: string, value: unknown) => boolean,
): (value: unknown) => z.output<Schema> | undefined {
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
      const parsed = fields.get(name)?.safeParse(given);
      if (parsed?.success !== true) return undefined;
      read[name] = parsed.data;
    }
    return isWhole(read) ? read : undefined;
  };
}
