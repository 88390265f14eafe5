import type { AudioFormat, ConversationItem } from '@parley/protocol';
import { formatBytesPerSample, formatRateHz } from '@parley/protocol';
import { blockBytes, fillBlocks, giveBlocks } from './blocks';
import type { LentAudio } from './base64-pieces';
import { fromHearing } from './formats';

/** One item's audio, in blocks of the pool. */
class Kept {
  readonly #blocks: Buffer[] = [];
  #bytes = 0;
  #lent = false;

  /** `format` null: PCM16 at 16 kHz, as it was heard. */
  constructor(readonly format: AudioFormat | null) {}

  get bytes(): number {
    return this.#bytes;
  }

  /** A copy. */
  get audio(): Uint8Array {
    return Buffer.concat(this.#blocks, this.#bytes);
  }

  /** Copied. */
  add(audio: Uint8Array): void {
    fillBlocks(this.#blocks, this.#bytes, audio);
    this.#bytes += audio.byteLength;
  }

  cut(bytes: number): void {
    if (bytes >= this.#bytes) return;
    this.#bytes = bytes;
    const gone = this.#blocks.splice(Math.ceil(bytes / blockBytes));
    if (!this.#lent) return giveBlocks(gone);
    // What comes behind the cut is written elsewhere.
    const last = this.#blocks.pop();
    if (last !== undefined) this.#blocks.push(Buffer.from(last));
  }

  /** As it is now. What is read of it is used for nothing else from now on. */
  lend(): LentAudio {
    this.#lent = true;
    return { kept: this.format, blocks: [...this.#blocks], bytes: this.#bytes };
  }
}

/** Audio of items, for `conversation.item.retrieve`. Bounded: the oldest items lose theirs first. */
export class ItemAudio {
  readonly #items = new Map<string, Kept>();
  #bytes = 0;

  constructor(private readonly maxBytes: number) {}

  get bytes(): number {
    return this.#bytes;
  }

  /** User audio, PCM16 at 16 kHz. */
  heard(itemId: string, pcm: Uint8Array): void {
    this.#add(itemId, null, pcm);
  }

  /** Assistant audio as it was sent; copied. */
  said(itemId: string, audio: Uint8Array, format: AudioFormat): void {
    this.#add(itemId, format, audio);
  }

  truncate(itemId: string, endMs: number): void {
    const kept = this.#items.get(itemId);
    if (kept?.format == null) return;
    const sampleBytes = formatBytesPerSample(kept.format);
    const end = Math.floor((endMs * formatRateHz(kept.format)) / 1000) * sampleBytes;
    const before = kept.bytes;
    kept.cut(end);
    this.#bytes -= before - kept.bytes;
  }

  drop(itemId: string): void {
    const kept = this.#items.get(itemId);
    if (kept === undefined) return;
    this.#items.delete(itemId);
    this.#bytes -= kept.bytes;
    kept.cut(0);
  }

  close(): void {
    for (const itemId of [...this.#items.keys()]) this.drop(itemId);
  }

  /** The item with its audio in the client's format, if it is still there. */
  withAudio(item: ConversationItem, format: AudioFormat): ConversationItem {
    const kept = this.#items.get(item.id);
    if (kept === undefined || item.type !== 'message' || item.role === 'system') return item;
    const bytes = kept.format === null ? fromHearing(kept.audio, format) : kept.audio;
    return itemWith(item, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'));
  }

  /** 0: nothing is kept. */
  bytesOf(itemId: string): number {
    return this.#items.get(itemId)?.bytes ?? 0;
  }

  /** Its audio as it is now, for whoever reads it bit by bit. */
  lend(itemId: string): LentAudio {
    return this.#items.get(itemId)?.lend() ?? { kept: null, blocks: [], bytes: 0 };
  }

  #add(itemId: string, format: AudioFormat | null, audio: Uint8Array): void {
    let kept = this.#items.get(itemId);
    if (kept === undefined) {
      kept = new Kept(format);
      this.#items.set(itemId, kept);
    }
    kept.add(audio);
    this.#bytes += audio.byteLength;
    if (this.#bytes <= this.maxBytes) return;
    for (const [oldest] of this.#items) {
      if (this.#bytes <= this.maxBytes) break;
      this.drop(oldest);
    }
  }
}

/** The item with this audio, base64, in its content. */
export function itemWith(item: ConversationItem, audio: string): ConversationItem {
  if (item.type !== 'message' || item.role === 'system') return item;
  if (item.role === 'user') {
    const content = item.content.map((part) => (part.type === 'input_audio' ? { ...part, audio } : part));
    return { ...item, content };
  }
  const content = item.content.map((part) => (part.type === 'output_audio' ? { ...part, audio } : part));
  return { ...item, content };
}
