import type { LogEntry, StoredItem } from './records';

/** Items in conversation order, as a log leaves them. An item whose predecessor is gone goes to the end. */
export function foldLog(log: readonly LogEntry[]): StoredItem[] {
  const items: StoredItem[] = [];
  const indexOf = (id: string): number => items.findIndex((item) => item.id === id);
  for (const entry of log) {
    switch (entry.kind) {
      case 'item': {
        const before = entry.previousItemId === null ? -1 : indexOf(entry.previousItemId);
        const lost = entry.previousItemId !== null && before < 0;
        items.splice(lost ? items.length : before + 1, 0, entry.item);
        break;
      }
      case 'update':
      case 'truncate': {
        const index = indexOf(entry.item.id);
        if (index >= 0) items[index] = entry.item;
        break;
      }
      case 'delete': {
        const index = indexOf(entry.itemId);
        if (index >= 0) items.splice(index, 1);
        break;
      }
    }
  }
  return items;
}
