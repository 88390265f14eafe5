import { limits } from '../deadlines';
import { contextOf, fit, tell, type ContextMessage } from './context';
import type { Entry } from './state';
import { inOrderOfThought } from './thought';

/** How a conversation began, as far as the model was told it already. */
interface Beginning {
  /** The conversation of then: its first `count` entries are told. */
  readonly entries: readonly Entry[];
  readonly count: number;
  /** Last in the order of thought. */
  readonly last: Entry;
  readonly untrimmed: boolean;
  readonly messages: readonly ContextMessage[];
}

/** The newest entries change: answers are cut to what was heard, transcripts come. */
const newest = 4;
/** By first entry: conversations have none in common. */
const beginnings = new WeakMap<Entry, Beginning>();

/**
 * `contextOf` what is whole in a conversation, without telling its beginning anew: each turn asks twice, and little was
 * added since. `untrimmed`: without what is remembered instead.
 */
export function recall(
  all: readonly Entry[],
  maxChars: number = limits.maxContextChars,
  untrimmed = false,
): ContextMessage[] {
  const beginning = beginningOf(all, untrimmed);
  const rest = beginning && following(beginning.last, all, beginning.count);
  if (beginning === undefined || rest === undefined)
    return contextOf(all.filter(isWhole), maxChars, untrimmed ? isUntrimmed : undefined);
  const messages = [...beginning.messages];
  tell(messages, untrimmed ? rest.filter(isUntrimmed) : rest);
  return fit(messages, maxChars);
}

export const isWhole = ({ item }: Entry): boolean => item.status !== 'in_progress';
const isUntrimmed = ({ memory }: Entry): boolean => memory !== 'trimmed';

/** As much of it as may be told by itself; undefined: nothing. */
function beginningOf(all: readonly Entry[], untrimmed: boolean): Beginning | undefined {
  const [first] = all;
  if (first === undefined) return undefined;
  const found = beginnings.get(first);
  const known = found !== undefined && goesOn(found, all, untrimmed) ? found : undefined;
  const count = all.length - newest;
  if (count <= (known?.count ?? 0)) return known;
  const added =
    known === undefined
      ? inOrderOfThought(all.slice(0, count).filter(isWhole))
      : following(known.last, all, known.count, count);
  const last = added?.at(-1) ?? known?.last;
  if (added === undefined || last === undefined || added.some(isTangled)) return known;
  const messages = known === undefined ? [] : [...known.messages];
  const { awaits, calling } = tell(messages, untrimmed ? added.filter(isUntrimmed) : added);
  if (awaits || calling) return known;
  const longer = { entries: all, count, last, untrimmed, messages };
  beginnings.set(first, longer);
  return longer;
}

function goesOn({ entries, count, untrimmed }: Beginning, all: readonly Entry[], now: boolean): boolean {
  if (untrimmed !== now || all.length < count) return false;
  for (let at = 0; at < count; at += 1) if (entries[at] !== all[at]) return false;
  return true;
}

/** What it tells may depend on what comes long after it. */
const isTangled = ({ item, call }: Entry): boolean =>
  call?.late !== undefined || item.type === 'mcp_approval_request' || item.type === 'mcp_approval_response';

/** What is whole of the entries from `from` on, if each stands behind the one before it in the order of thought. */
function following(
  last: Entry,
  all: readonly Entry[],
  from: number,
  end = all.length,
): readonly Entry[] | undefined {
  const found: Entry[] = [];
  let before = last;
  for (let at = from; at < end; at += 1) {
    const entry = all[at];
    if (entry === undefined || !isWhole(entry)) continue;
    if (isTangled(entry) || !standsBehind(entry, before)) return undefined;
    found.push(entry);
    before = entry;
  }
  return found;
}

const standsBehind = ({ origin }: Entry, { item, origin: other }: Entry): boolean =>
  origin === null || origin.after === item.id || origin.responseId === other?.responseId;
