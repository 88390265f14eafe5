import type { AudioFormat, ConversationItem } from '@parley/protocol';
import { formatBytesPerSample, formatRateHz } from '@parley/protocol';
import type { AudioBudget } from './audio-budget';
import { blockBytes, type AudioMemory } from './audio-memory';
import { base64Pieces, type KeptAudio } from './base64-pieces';
import { StoredAudio } from './stored-audio';

interface Kept extends KeptAudio {
  readonly audio: StoredAudio;
}

/** Audio of an item as it was when it was lent, by its place in the content. */
export interface LentItem {
  readonly parts: ReadonlyMap<number, KeptAudio>;
  /** Nothing of it is looked at any more. */
  release(): void;
}

interface Place {
  readonly itemId: string;
  readonly contentIndex: number;
  readonly audio: StoredAudio;
}

/** So many parts may be kept where little audio may. */
const fewParts = 16;

/**
 * Audio of items, for `conversation.item.retrieve`. Bounded: the oldest items lose theirs first. Where the session's share is
 * less than what one session may keep, the newest item has its audio all the same.
 */
export class ItemAudio {
  /** By their place in the content. */
  readonly #items = new Map<string, Map<number, Kept>>();
  /** Items that have lost theirs: the rest of it, if any comes, would pass for the whole. */
  readonly #lost = new Set<string>();
  /** Where the last audio went: most of what comes goes there too. */
  #last: Place | undefined;
  #bytes = 0;
  #parts = 0;
  #hasJoined = false;
  #isClosed = false;

  constructor(
    private readonly memory: AudioMemory,
    private readonly budget: AudioBudget,
  ) {}

  get bytes(): number {
    return this.#bytes;
  }

  /** User audio, PCM16 at 16 kHz. */
  heard(itemId: string, pcm: Uint8Array, contentIndex = 0): void {
    this.#add(itemId, contentIndex, null, pcm);
  }

  /** Assistant audio as it was sent; copied. */
  said(itemId: string, audio: Uint8Array, format: AudioFormat): void {
    this.#add(itemId, 0, format, audio);
  }

  /** What the assistant said has one place. */
  truncate(itemId: string, endMs: number): void {
    const kept = this.#items.get(itemId)?.get(0);
    if (kept?.format == null) return;
    const sampleBytes = formatBytesPerSample(kept.format);
    const end = Math.floor((endMs * formatRateHz(kept.format)) / 1000) * sampleBytes;
    const before = kept.audio.bytes;
    kept.audio.cut(end);
    this.#bytes -= before - kept.audio.bytes;
  }

  drop(itemId: string): void {
    this.#lost.delete(itemId);
    this.#letGo(itemId);
  }

  close(): void {
    for (const itemId of [...this.#items.keys()]) this.drop(itemId);
    if (this.#hasJoined && !this.#isClosed) this.budget.leave();
    this.#isClosed = true;
  }

  /** The item with its audio in the client's format, if it is still there. */
  withAudio(item: ConversationItem, format: AudioFormat): ConversationItem {
    const parts = this.#items.get(item.id);
    if (parts === undefined) return item;
    const texts = new Map<number, string>();
    for (const [contentIndex, kept] of parts) {
      texts.set(contentIndex, Buffer.concat([...base64Pieces(kept, format)]).toString('latin1'));
    }
    return itemWith(item, texts);
  }

  /** 0: nothing is kept. */
  bytesOf(itemId: string): number {
    let bytes = 0;
    for (const { audio } of this.#items.get(itemId)?.values() ?? []) bytes += audio.bytes;
    return bytes;
  }

  /** Its audio, if any, as it is now, for whoever reads it bit by bit. */
  lend(itemId: string): LentItem {
    const lent = [...(this.#items.get(itemId) ?? [])].map(
      ([contentIndex, { format, audio }]) => [contentIndex, { format, audio: audio.lend() }] as const,
    );
    return {
      parts: new Map(lent),
      release: () => {
        for (const [, { audio }] of lent) audio.release();
      },
    };
  }

  #letGo(itemId: string): void {
    const parts = this.#items.get(itemId);
    if (parts === undefined) return;
    this.#last = undefined;
    this.#items.delete(itemId);
    this.#parts -= parts.size;
    for (const { audio } of parts.values()) {
      this.#bytes -= audio.bytes;
      audio.cut(0);
    }
  }

  #add(itemId: string, contentIndex: number, format: AudioFormat | null, audio: Uint8Array): void {
    const stored = this.#storedAt(itemId, contentIndex, format);
    if (stored === undefined) return;
    stored.append(audio);
    this.#bytes += audio.byteLength;
    this.trim();
  }

  /** Lets go what is more than the session's share, which others have made smaller. */
  trim(): void {
    if (!this.#isOver(this.budget.shareBytes)) return;
    for (const [oldest] of this.#items) {
      if (this.#items.size === 1 && !this.#isOver(this.budget.maxBytes)) break;
      this.#letGo(oldest);
      this.#lost.add(oldest);
      if (!this.#isOver(this.budget.shareBytes)) break;
    }
  }

  /** Each part has blocks of its own: so many short ones take no more memory again than `mostBytes`. */
  #isOver(mostBytes: number): boolean {
    return this.#bytes > mostBytes || this.#parts > Math.max(fewParts, mostBytes / blockBytes);
  }

  /** Undefined: the item has lost its audio, or the session is over. */
  #storedAt(itemId: string, contentIndex: number, format: AudioFormat | null): StoredAudio | undefined {
    const last = this.#last;
    if (last?.itemId === itemId && last.contentIndex === contentIndex) return last.audio;
    if (this.#isClosed || this.#lost.has(itemId)) return undefined;
    let parts = this.#items.get(itemId);
    if (parts === undefined) {
      parts = new Map();
      this.#items.set(itemId, parts);
      if (!this.#hasJoined) this.budget.join();
      this.#hasJoined = true;
    }
    let kept = parts.get(contentIndex);
    if (kept === undefined) {
      kept = { format, audio: new StoredAudio(this.memory) };
      parts.set(contentIndex, kept);
      this.#parts += 1;
    }
    const { audio } = kept;
    this.#last = { itemId, contentIndex, audio };
    return audio;
  }
}

/** The item with audio, base64, at these places of its content. */
export function itemWith(item: ConversationItem, texts: ReadonlyMap<number, string>): ConversationItem {
  if (item.type !== 'message' || item.role === 'system') return item;
  if (item.role === 'user') {
    const content = item.content.map((part, index) => {
      const audio = texts.get(index);
      return part.type === 'input_audio' && audio !== undefined ? { ...part, audio } : part;
    });
    return { ...item, content };
  }
  const content = item.content.map((part, index) => {
    const audio = texts.get(index);
    return part.type === 'output_audio' && audio !== undefined ? { ...part, audio } : part;
  });
  return { ...item, content };
}
