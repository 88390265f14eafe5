import { z } from 'zod';

const microphones = ['near_field', 'far_field'] as const;

export const noiseReductionObject = z.object({
  type: z.enum(microphones),
  /** Only once the client has set it; 1 unless said. */
  strength: z.number().exactOptional(),
});
export type NoiseReduction = z.output<typeof noiseReductionObject>;

/** A strength that is left out stays as it was. */
export const noiseReductionSchema = z
  .strictObject({ type: z.enum(microphones), strength: z.number().min(0).max(1).nullish() })
  .nullable()
  .transform((reduction): NoiseReduction | null => {
    if (reduction === null) return null;
    const { type, strength } = reduction;
    return { type, ...(strength == null ? {} : { strength }) };
  });

/** What holds after an update. */
export function mergeNoiseReduction(
  current: NoiseReduction | null,
  patch: NoiseReduction | null | undefined,
): NoiseReduction | null {
  if (patch === undefined) return current;
  return patch && { ...(current?.strength === undefined ? {} : { strength: current.strength }), ...patch };
}
