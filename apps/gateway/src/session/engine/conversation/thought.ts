import type { Entry } from './state';

/**
 * The items in the order of thought: what a response said stands behind what it knew, and before what came while it
 * was thinking. On the wire, and for the client, an answer stands where it began to be heard; a model that reads it
 * there would take a question that came meanwhile for answered.
 */
export function inOrderOfThought(entries: readonly Entry[]): readonly Entry[] {
  const ordered: Entry[] = [];
  const late: Entry[] = [];
  for (const entry of entries) {
    if (entry.call?.late !== undefined) late.push(entry);
    else ordered.splice(placeOf(entry, ordered), 0, entry);
  }
  for (const entry of late) ordered.splice(lateness(entry, ordered), 0, entry);
  return ordered;
}

/** A result that came late is known from then on: what was said before it stays as it was. */
function lateness({ call }: Entry, ordered: readonly Entry[]): number {
  const { after, during } = call?.late ?? {};
  const at = ordered.findLastIndex(
    ({ item, origin, call: other }) =>
      item.id === after ||
      (other?.late !== undefined && other.late.after === after) ||
      (origin !== null && origin.responseId === during),
  );
  if (at >= 0) return at + 1;
  return after === null ? 0 : ordered.length;
}

function placeOf({ origin }: Entry, ordered: readonly Entry[]): number {
  if (origin === null) return ordered.length;
  // Behind everything of the same response, or else behind what it knew; where neither is left, at the end.
  const at = ordered.findLastIndex(
    (other) => other.origin?.responseId === origin.responseId || other.item.id === origin.after,
  );
  if (at >= 0) return at + 1;
  return origin.after === null ? 0 : ordered.length;
}
