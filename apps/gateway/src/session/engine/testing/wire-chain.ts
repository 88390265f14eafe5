import type { ConversationItem } from '@parley/protocol';

/** The conversation as a client rebuilds it from `previous_item_id`. */
export class Chain {
  readonly order: string[] = [];
  /** Added, and not done yet. */
  readonly open = new Set<string>();
  private readonly seen = new Set<string>();

  add(previous: string | null, item: ConversationItem): void {
    if (this.seen.has(item.id)) throw new Error(`item ${item.id} was added twice`);
    const at = previous === null ? 0 : this.order.indexOf(previous) + 1;
    if (previous !== null && at === 0) throw new Error(`${item.id} follows ${previous}, which is not there`);
    this.order.splice(at, 0, item.id);
    this.seen.add(item.id);
    this.open.add(item.id);
  }

  close(item: ConversationItem): void {
    if (!this.open.delete(item.id)) throw new Error(`item ${item.id} is done and was not open`);
    if (item.status === 'in_progress') throw new Error(`item ${item.id} is done and in progress`);
  }

  remove(id: string): void {
    const at = this.order.indexOf(id);
    if (at < 0) throw new Error(`item ${id} was deleted and is not there`);
    this.order.splice(at, 1);
    this.open.delete(id);
  }
}
