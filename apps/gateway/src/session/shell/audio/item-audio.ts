import type { AudioFormat, ConversationItem } from '@parley/protocol';
import { formatBytesPerSample, formatRateHz } from '@parley/protocol';
import { blockBytes, fillBlocks, giveBlocks } from './blocks';
import { base64Pieces, type LentAudio } from './base64-pieces';

/** One item's audio, in blocks of the pool. */
class Kept {
  readonly #blocks: Buffer[] = [];
  /** The last of them. */
  #last: Buffer | undefined;
  #bytes = 0;
  #lent = false;

  /** `format` null: PCM16 at 16 kHz, as it was heard. */
  constructor(readonly format: AudioFormat | null) {}

  get bytes(): number {
    return this.#bytes;
  }

  /** As it is until something is done with it. */
  get audio(): LentAudio {
    return { kept: this.format, blocks: this.#blocks, bytes: this.#bytes };
  }

  /** Copied. */
  add(audio: Uint8Array): void {
    const at = this.#bytes % blockBytes;
    if (this.#last !== undefined && at > 0 && at + audio.byteLength <= blockBytes) this.#last.set(audio, at);
    else {
      fillBlocks(this.#blocks, this.#bytes, audio);
      this.#last = this.#blocks.at(-1);
    }
    this.#bytes += audio.byteLength;
  }

  cut(bytes: number): void {
    if (bytes >= this.#bytes) return;
    this.#bytes = bytes;
    const gone = this.#blocks.splice(Math.ceil(bytes / blockBytes));
    // What comes behind the cut is written elsewhere.
    const lent = this.#lent ? this.#blocks.pop() : undefined;
    if (lent !== undefined) this.#blocks.push(Buffer.from(lent));
    this.#last = this.#blocks.at(-1);
    if (!this.#lent) giveBlocks(gone);
  }

  /** As it is now. What is read of it is used for nothing else from now on. */
  lend(): LentAudio {
    this.#lent = true;
    return { ...this.audio, blocks: [...this.#blocks] };
  }
}

interface Place {
  readonly itemId: string;
  readonly contentIndex: number;
  readonly kept: Kept;
}

/** Audio of items, for `conversation.item.retrieve`. Bounded: the oldest items lose theirs first. */
export class ItemAudio {
  /** By their place in the content. */
  readonly #items = new Map<string, Map<number, Kept>>();
  /** Items that have lost theirs: the rest of it, if any comes, would pass for the whole. */
  readonly #lost = new Set<string>();
  /** Where the last audio went: most of what comes goes there too. */
  #last: Place | undefined;
  #bytes = 0;

  constructor(private readonly maxBytes: number) {}

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
    const before = kept.bytes;
    kept.cut(end);
    this.#bytes -= before - kept.bytes;
  }

  drop(itemId: string): void {
    this.#lost.delete(itemId);
    this.#letGo(itemId);
  }

  close(): void {
    for (const itemId of [...this.#items.keys()]) this.drop(itemId);
  }

  /** The item with its audio in the client's format, if it is still there. */
  withAudio(item: ConversationItem, format: AudioFormat): ConversationItem {
    const parts = this.#items.get(item.id);
    if (parts === undefined) return item;
    const texts = new Map<number, string>();
    for (const [contentIndex, kept] of parts) {
      texts.set(contentIndex, Buffer.concat([...base64Pieces(kept.audio, format)]).toString('latin1'));
    }
    return itemWith(item, texts);
  }

  /** 0: nothing is kept. */
  bytesOf(itemId: string): number {
    let bytes = 0;
    for (const kept of this.#items.get(itemId)?.values() ?? []) bytes += kept.bytes;
    return bytes;
  }

  /** Its audio as it is now, by its place in the content, for whoever reads it bit by bit. */
  lend(itemId: string): ReadonlyMap<number, LentAudio> {
    const parts = [...(this.#items.get(itemId) ?? [])];
    return new Map(parts.map(([contentIndex, kept]) => [contentIndex, kept.lend()]));
  }

  #letGo(itemId: string): void {
    const parts = this.#items.get(itemId);
    if (parts === undefined) return;
    this.#last = undefined;
    this.#items.delete(itemId);
    for (const kept of parts.values()) {
      this.#bytes -= kept.bytes;
      kept.cut(0);
    }
  }

  #add(itemId: string, contentIndex: number, format: AudioFormat | null, audio: Uint8Array): void {
    const kept = this.#keptAt(itemId, contentIndex, format);
    if (kept === undefined) return;
    kept.add(audio);
    this.#bytes += audio.byteLength;
    if (this.#bytes <= this.maxBytes) return;
    for (const [oldest] of this.#items) {
      if (this.#bytes <= this.maxBytes) break;
      this.#letGo(oldest);
      this.#lost.add(oldest);
    }
  }

  /** Undefined: the item has lost its audio. */
  #keptAt(itemId: string, contentIndex: number, format: AudioFormat | null): Kept | undefined {
    const last = this.#last;
    if (last?.itemId === itemId && last.contentIndex === contentIndex) return last.kept;
    if (this.#lost.has(itemId)) return undefined;
    let parts = this.#items.get(itemId);
    if (parts === undefined) {
      parts = new Map();
      this.#items.set(itemId, parts);
    }
    let kept = parts.get(contentIndex);
    if (kept === undefined) {
      kept = new Kept(format);
      parts.set(contentIndex, kept);
    }
    this.#last = { itemId, contentIndex, kept };
    return kept;
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
