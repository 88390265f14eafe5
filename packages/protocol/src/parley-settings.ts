import { z } from 'zod';

/** What `session.parley` may say; every key is optional and changes alone. */
export const parleySettingsSchema = z.strictObject({
  /** Begin to think, and to speak unheard, while it is not yet certain that the user's turn is over. */
  speculation: z.boolean().exactOptional(),
  /** Audio sent ahead of its playing at the most. */
  max_lead_ms: z.int().min(100).max(10_000).exactOptional(),
});

/** Parley's own settings of a session. Absent unless the client set some: other clients never see the key. */
export type ParleySettings = z.output<typeof parleySettingsSchema>;

export function mergeParley(
  current: ParleySettings | undefined,
  patch: ParleySettings | undefined,
): { parley?: ParleySettings } {
  if (patch === undefined) return current === undefined ? {} : { parley: current };
  return { parley: { ...current, ...patch } };
}
