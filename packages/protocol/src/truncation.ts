import { z } from 'zod';

const postInstructions = z.int().min(0);

export const truncationObject = z.union([
  z.enum(['auto', 'disabled']),
  z.object({
    type: z.literal('retention_ratio'),
    retention_ratio: z.number(),
    token_limits: z.object({ post_instructions: z.int().exactOptional() }).exactOptional(),
  }),
]);

/** What becomes of a conversation that is too long for its model. */
export type Truncation = z.output<typeof truncationObject>;

export const truncationSchema = z
  .union([
    z.enum(['auto', 'disabled']),
    z.strictObject({
      type: z.literal('retention_ratio'),
      retention_ratio: z.number().min(0).max(1),
      token_limits: z.strictObject({ post_instructions: postInstructions.nullish() }).nullish(),
    }),
  ])
  .transform((truncation): Truncation => {
    if (typeof truncation === 'string') return truncation;
    const { type, retention_ratio, token_limits } = truncation;
    if (token_limits?.post_instructions == null) return { type, retention_ratio };
    return { type, retention_ratio, token_limits: { post_instructions: token_limits.post_instructions } };
  });
