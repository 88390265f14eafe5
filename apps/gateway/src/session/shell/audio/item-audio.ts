import type { AudioFormat, ConversationItem } from '@parley/protocol';
import { formatBytesPerSample, formatRateHz } from '@parley/protocol';
import { fromHearing } from './formats';

interface Kept {
  /** The format of `chunks`; null: PCM16 at 16 kHz, as it was heard. */
  readonly format: AudioFormat | null;
  chunks: Uint8Array[];
  bytes: number;
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
    this.#add(itemId, format, audio.slice());
  }

  truncate(itemId: string, endMs: number): void {
    const kept = this.#items.get(itemId);
    if (kept?.format == null) return;
    const sampleBytes = formatBytesPerSample(kept.format);
    const end = Math.floor((endMs * formatRateHz(kept.format)) / 1000) * sampleBytes;
    const whole = Buffer.concat(kept.chunks);
    this.drop(itemId);
    this.#add(itemId, kept.format, whole.subarray(0, end));
  }

  drop(itemId: string): void {
    const kept = this.#items.get(itemId);
    if (kept === undefined) return;
    this.#items.delete(itemId);
    this.#bytes -= kept.bytes;
  }

  /** The item with its audio in the client's format, if it is still there. */
  withAudio(item: ConversationItem, format: AudioFormat): ConversationItem {
    const kept = this.#items.get(item.id);
    if (kept === undefined || item.type !== 'message' || item.role === 'system') return item;
    const whole = Buffer.concat(kept.chunks);
    const bytes = kept.format === null ? fromHearing(whole, format) : whole;
    const audio = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
    if (item.role === 'user') {
      const content = item.content.map((part) => (part.type === 'input_audio' ? { ...part, audio } : part));
      return { ...item, content };
    }
    const content = item.content.map((part) => (part.type === 'output_audio' ? { ...part, audio } : part));
    return { ...item, content };
  }

  #add(itemId: string, format: AudioFormat | null, audio: Uint8Array): void {
    const kept = this.#items.get(itemId) ?? { format, chunks: [], bytes: 0 };
    kept.chunks.push(audio);
    kept.bytes += audio.byteLength;
    this.#bytes += audio.byteLength;
    this.#items.set(itemId, kept);
    for (const [oldest] of this.#items) {
      if (this.#bytes <= this.maxBytes) break;
      this.drop(oldest);
    }
  }
}
