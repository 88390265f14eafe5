import type { Entry } from './state';

/**
 * The items in the order of thought: what a response said stands behind what it knew, and before what came while it
 * was thinking. On the wire, and for the client, an answer stands where it began to be heard; a model that reads it
 * there would take a question that came meanwhile for answered.
 */
export function inOrderOfThought(entries: readonly Entry[]): readonly Entry[] {
  const line = new Line();
  const late: Entry[] = [];
  for (const entry of entries) {
    if (entry.call?.late !== undefined) late.push(entry);
    else line.put(entry, placeOf(entry, line));
  }
  if (late.length > 0) line.number();
  for (const entry of late) line.put(entry, lateness(entry, line));
  return line.entries();
}

/** Behind everything of the same response, or else behind what it knew; where neither is left, at the end. */
function placeOf({ origin }: Entry, line: Line): Place {
  if (origin === null) return line.end;
  const known = line.ofResponse.get(origin.responseId) ?? line.items.get(origin.after ?? '');
  return known ?? (origin.after === null ? line.front : line.end);
}

/** A result that came late is known from then on: what was said before it stays as it was. */
function lateness({ call }: Entry, line: Line): Place {
  const { after = null, during = null } = call?.late ?? {};
  const behind = line.late.get(after) ?? line.items.get(after ?? '');
  const made = line.ofResponse.get(during ?? '');
  if (behind === undefined || made === undefined)
    return behind ?? made ?? (after === null ? line.front : line.end);
  return made.at > behind.at ? made : behind;
}

/** A place in the line, and who stands there; null: what is before all. */
interface Place {
  readonly entry: Entry | null;
  next: Place | null;
  /** Once it is numbered; of one that was put into it later, that of whom it stands behind. */
  at: number;
}

/** Found by who stands there, and not by a walk: each of thousands of items is put behind another. */
class Line {
  readonly front: Place = { entry: null, next: null, at: -1 };
  end: Place = this.front;
  readonly items = new Map<string, Place>();
  /** The last of each response. */
  readonly ofResponse = new Map<string, Place>();
  /** The last late result behind each item. */
  readonly late = new Map<string | null, Place>();

  put(entry: Entry, behind: Place): void {
    const isLast = behind === this.end;
    const place: Place = { entry, next: behind.next, at: isLast ? behind.at + 1 : behind.at };
    behind.next = place;
    if (isLast) this.end = place;
    const { item, origin, call } = entry;
    this.items.set(item.id, place);
    if (origin !== null && place.at >= (this.ofResponse.get(origin.responseId)?.at ?? -1))
      this.ofResponse.set(origin.responseId, place);
    if (call?.late !== undefined) this.late.set(call.late.after, place);
  }

  number(): void {
    let at = 0;
    for (let place = this.front.next; place !== null; place = place.next) place.at = at++;
  }

  entries(): readonly Entry[] {
    const entries: Entry[] = [];
    for (let place = this.front.next; place !== null; place = place.next)
      if (place.entry !== null) entries.push(place.entry);
    return entries;
  }
}
