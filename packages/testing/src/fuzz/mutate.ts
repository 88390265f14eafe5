type Container = unknown[] | Record<string, unknown>;

/** What stands where something else is expected. */
const junk: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  0.1,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '__proto__',
  '[[hang]]',
  'x'.repeat(5_000),
  'audio/pcm',
  [],
  [[[[]]]],
  {},
  { type: 'message' },
  { __proto__: null, constructor: 1, toString: 2 },
];

/** Makes an event wrong in one place: `picks` say where and how. */
export function mutate(event: unknown, picks: readonly [number, number, number]): unknown {
  const places = placesOf(event);
  const place = places[picks[0] % Math.max(1, places.length)];
  if (place === undefined) return junk[picks[2] % junk.length];
  const value = junk[picks[2] % junk.length];
  switch (picks[1] % 5) {
    case 0:
      remove(place);
      break;
    case 1:
    case 2:
      set(place, value);
      break;
    case 3:
      set(place, [get(place), get(place)]);
      break;
    default:
      addTo(get(place), value);
  }
  return event;
}

const maxWideChars = 2 * 2 ** 20;

/** Puts very much where something is: `picks` say where, what and how much. */
export function widen(event: unknown, picks: readonly [number, number, number]): unknown {
  const places = placesOf(event);
  const place = places[picks[0] % Math.max(1, places.length)];
  const value = picks[1] % 3 === 0 && place !== undefined ? get(place) : junk[picks[1] % junk.length];
  const most = maxWideChars / ((JSON.stringify(value) ?? '').length + 1);
  const wide = Array.from({ length: Math.min(picks[2] % 60_000, most) }, () => value);
  if (place === undefined) return wide;
  set(place, picks[1] % 2 === 0 ? wide : Object.assign({}, wide));
  return event;
}

interface Place {
  readonly holder: Container;
  readonly key: string;
}

function placesOf(root: unknown): Place[] {
  const places: Place[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      places.push({ holder: value as Container, key });
      visit((value as Record<string, unknown>)[key]);
    }
  };
  visit(root);
  return places;
}

const get = ({ holder, key }: Place): unknown => (holder as Record<string, unknown>)[key];

const set = ({ holder, key }: Place, value: unknown): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
};

function remove({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function addTo(target: unknown, value: unknown): void {
  if (Array.isArray(target)) target.push(value);
  else if (typeof target === 'object' && target !== null) Object.assign(target, { extra: value });
}
