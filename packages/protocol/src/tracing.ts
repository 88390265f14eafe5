import { z } from 'zod';
import { isShallow } from './nesting';

const name = z.string().min(1).max(512);
const maxMetadataChars = 4_096;

const metadata = z
  .record(z.string(), z.unknown())
  .refine(isShallow, { abort: true, error: 'Expected at most 64 levels of nesting.' })
  .refine((value) => JSON.stringify(value).length <= maxMetadataChars, {
    error: `Expected at most ${maxMetadataChars} characters of JSON.`,
  });

export const tracingObject = z.union([
  z.literal('auto'),
  z.object({
    workflow_name: z.string().exactOptional(),
    group_id: z.string().exactOptional(),
    metadata: z.record(z.string(), z.unknown()).exactOptional(),
  }),
]);

/** What the records of a session's responses carry beside its trace id. */
export type Tracing = z.output<typeof tracingObject>;

export const tracingSchema = z
  .union([
    z.literal('auto'),
    z.strictObject({ workflow_name: name.nullish(), group_id: name.nullish(), metadata: metadata.nullish() }),
  ])
  .nullable()
  .transform((tracing): Tracing | null =>
    tracing === null || tracing === 'auto'
      ? tracing
      : {
          ...(tracing.workflow_name == null ? {} : { workflow_name: tracing.workflow_name }),
          ...(tracing.group_id == null ? {} : { group_id: tracing.group_id }),
          ...(tracing.metadata == null ? {} : { metadata: tracing.metadata }),
        },
  );
