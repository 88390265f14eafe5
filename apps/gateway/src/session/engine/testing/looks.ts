import type { Entry } from '../conversation/state';

/** Entries that count how often one of their items is looked at: a walk within a walk shows by its steps. */
export function watched(entries: readonly Entry[]): { readonly entries: readonly Entry[]; looks: number } {
  const watch = { looks: 0 };
  const counting = entries.map((entry) =>
    Object.defineProperty({ ...entry }, 'item', {
      enumerable: true,
      get: () => {
        watch.looks += 1;
        return entry.item;
      },
    }),
  );
  return Object.assign(watch, { entries: counting });
}
