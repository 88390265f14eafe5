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
  for (const entry of late) line.put(entry, lateness(entry, line));
  return line.entries();
}

/** Behind everything of the same response and what it knew; where neither is left, at the end. */
function placeOf({ origin }: Entry, line: Line): Place {
  if (origin === null) return line.end;
  const known = last(line.ofResponse.get(origin.responseId), line.items.get(origin.after ?? ''));
  return known ?? (origin.after === null ? line.front : line.end);
}

/** A result that came late is known from then on: what was said before it stays as it was. */
function lateness({ call }: Entry, line: Line): Place {
  const { after = null, during = null } = call?.late ?? {};
  const behind = last(line.late.get(after), line.items.get(after ?? ''));
  const known = last(behind, line.ofResponse.get(during ?? ''));
  return known ?? (after === null ? line.front : line.end);
}

/** A place in the line, and who stands there; null: what is before all. */
interface Place {
  readonly entry: Entry | null;
  next: Place | null;
  /** Rises along the line. */
  at: number;
}

const last = (one: Place | undefined, other: Place | undefined): Place | undefined =>
  one === undefined || (other !== undefined && other.at > one.at) ? other : one;

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
    const place = this.#placeBehind(behind, entry);
    const { item, origin, call } = entry;
    this.items.set(item.id, place);
    if (origin !== null) keepLast(this.ofResponse, origin.responseId, place);
    if (call?.late !== undefined) keepLast(this.late, call.late.after, place);
  }

  #placeBehind(behind: Place, entry: Entry): Place {
    const { next } = behind;
    const at = next === null ? behind.at + 1 : (behind.at + next.at) / 2;
    const place: Place = { entry, next, at };
    behind.next = place;
    if (next === null) this.end = place;
    // Halved some fifty times, there is no number between two any more.
    else if (at <= behind.at || at >= next.at) this.#number();
    return place;
  }

  #number(): void {
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

const keepLast = <Key>(places: Map<Key, Place>, key: Key, place: Place): void =>
  void places.set(key, last(places.get(key), place) ?? place);
