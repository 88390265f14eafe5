import { z } from 'zod';

const text = z.string().max(65_536);

/** A variable's value may come as a text part; images and files are not put into instructions. */
const value = z
  .union([text, z.strictObject({ type: z.literal('input_text'), text })])
  .transform((given) => (typeof given === 'string' ? given : given.text));

export const promptObject = z.object({
  id: z.string(),
  version: z.string().exactOptional(),
  variables: z.record(z.string(), z.string()).exactOptional(),
});

/** A prompt template of the server's operator, by its id. */
export type Prompt = z.output<typeof promptObject>;

export const promptSchema = z
  .strictObject({
    id: z.string().min(1).max(256),
    version: z.string().min(1).max(64).nullish(),
    variables: z.record(z.string().min(1).max(64), value).nullish(),
  })
  .nullable()
  .transform((prompt): Prompt | null =>
    prompt === null
      ? null
      : {
          id: prompt.id,
          ...(prompt.version == null ? {} : { version: prompt.version }),
          ...(prompt.variables == null ? {} : { variables: prompt.variables }),
        },
  );
