import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { rateLimitError, type AudioFormat, type ConversationItem } from '@parley/protocol';
import type { Logger } from '@parley/telemetry';
import { base64Pieces, pieceBytes, type KeptAudio } from '../audio/base64-pieces';
import { itemWith, type ItemAudio, type LentItem } from '../audio/item-audio';
import type { Outbox } from './outbox';

/** Items whose audio is being made, or waits for that. */
const mostWaiting = 16;

/** Answers to `conversation.item.retrieve`. Audio of minutes is made in pieces, and what is sent behind it waits. */
export class Retrievals {
  #waiting = 0;
  #last: Promise<void> | undefined;
  #closed = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly items: ItemAudio,
    private readonly log: Logger,
  ) {}

  /** `whole`: audio that was given with the item is still being made until then. */
  answer(item: ConversationItem, format: AudioFormat, whole?: Promise<unknown>): void {
    if (whole === undefined && this.items.bytesOf(item.id) <= pieceBytes) {
      this.outbox.send({ type: 'conversation.item.retrieved', item: this.items.withAudio(item, format) });
      return;
    }
    if (this.#waiting >= mostWaiting) {
      const message = `At most ${mostWaiting} items with long audio are retrieved at a time.`;
      return this.outbox.send({ type: 'error', error: rateLimitError(message) });
    }
    const release = this.outbox.holdBack();
    this.#waiting += 1;
    const before = this.#last;
    this.#last = (async () => {
      let lent: LentItem | undefined;
      try {
        if (whole === undefined) lent = this.items.lend(item.id);
        await before;
        await whole;
        lent ??= this.items.lend(item.id);
        const marks = new Map<number, string>();
        const made = new Map<string, readonly Buffer[]>();
        for (const [contentIndex, kept] of lent.parts) {
          const mark = `audio-${randomUUID()}`;
          marks.set(contentIndex, mark);
          made.set(mark, await this.#made(kept, format));
        }
        const event = { type: 'conversation.item.retrieved', item: itemWith(item, marks) } as const;
        if (!this.#closed) release((connection) => connection.sendAround(event, made));
      } catch (error) {
        this.log.error({ err: error }, 'the audio of an item could not be made');
        release((connection) => connection.send({ type: 'conversation.item.retrieved', item }));
      } finally {
        lent?.release();
        this.#waiting -= 1;
        release();
      }
    })();
  }

  close(): void {
    this.#closed = true;
  }

  async #made(kept: KeptAudio, format: AudioFormat): Promise<readonly Buffer[]> {
    const pieces: Buffer[] = [];
    const more = base64Pieces(kept, format);
    while (!this.#closed) {
      const { value, done } = more.next();
      if (done === true) break;
      pieces.push(value);
      await nextTurn();
    }
    return pieces;
  }
}
