import type { AudioFormat, ConversationItem } from '@parley/protocol';
import { formatBytesPerSample, formatRateHz } from '@parley/protocol';
import { fromHearing } from './formats';

/** How much larger a buffer becomes than it has to be, as more will follow. */
const growth = 1.5;

/** One item's audio in one buffer that grows: a buffer for each piece of it would keep the garbage collector busy. */
class Kept {
  #buffer: Uint8Array = new Uint8Array(0);
  #bytes = 0;

  /** `format` null: PCM16 at 16 kHz, as it was heard. */
  constructor(readonly format: AudioFormat | null) {}

  get audio(): Uint8Array {
    return this.#buffer.subarray(0, this.#bytes);
  }

  /** Copied. */
  add(audio: Uint8Array): void {
    const bytes = this.#bytes + audio.byteLength;
    if (bytes > this.#buffer.byteLength) {
      const larger = new Uint8Array(this.#bytes === 0 ? bytes : Math.ceil(bytes * growth));
      larger.set(this.audio);
      this.#buffer = larger;
    }
    this.#buffer.set(audio, this.#bytes);
    this.#bytes = bytes;
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
    this.drop(itemId);
    this.#add(itemId, kept.format, kept.audio.subarray(0, end));
  }

  drop(itemId: string): void {
    const kept = this.#items.get(itemId);
    if (kept === undefined) return;
    this.#items.delete(itemId);
    this.#bytes -= kept.audio.byteLength;
  }

  /** The item with its audio in the client's format, if it is still there. */
  withAudio(item: ConversationItem, format: AudioFormat): ConversationItem {
    const kept = this.#items.get(item.id);
    if (kept === undefined || item.type !== 'message' || item.role === 'system') return item;
    const bytes = kept.format === null ? fromHearing(kept.audio, format) : kept.audio;
    const audio = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
    if (item.role === 'user') {
      const content = item.content.map((part) => (part.type === 'input_audio' ? { ...part, audio } : part));
      return { ...item, content };
    }
    const content = item.content.map((part) => (part.type === 'output_audio' ? { ...part, audio } : part));
    return { ...item, content };
  }

  #add(itemId: string, format: AudioFormat | null, audio: Uint8Array): void {
    const kept = this.#items.get(itemId) ?? new Kept(format);
    kept.add(audio);
    this.#bytes += audio.byteLength;
    this.#items.set(itemId, kept);
    for (const [oldest] of this.#items) {
      if (this.#bytes <= this.maxBytes) break;
      this.drop(oldest);
    }
  }
}
