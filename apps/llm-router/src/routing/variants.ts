import { createHash } from 'node:crypto';
import type { Route, Variant } from './router';

/** A number in [0, 1) that is the same for the same text and as good as any other for another. */
export const unitHash = (text: string): number =>
  createHash('sha256').update(text).digest().readUIntBE(0, 6) / 2 ** 48;

/**
 * The variant at a point of the weights laid side by side. Variants keep their order, so that with growing weight of
 * the last more users move to it and none away from it.
 * @param point in [0, 1)
 */
export function variantAt({ variants }: Route, point: number): Variant {
  const total = variants.reduce((sum, { weight }) => sum + weight, 0);
  let rest = point * total;
  for (const { variant, weight } of variants) {
    if (rest < weight) return variant;
    rest -= weight;
  }
  return variants.findLast(({ weight }) => weight > 0)!.variant;
}
