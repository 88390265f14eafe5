import { formatRateHz } from '@parley/protocol';
import type { VoiceRequest } from '../engine/coordinator/effects';
import type { SynthesisEvent } from '../engine/coordinator/events';

/** What a voice said of a phrase, from its beginning to `speech_done`. */
export type Said = readonly SynthesisEvent[];

/** Longer ones are no phrases. */
const longestMs = 4_000;
/** Audio is given back in pieces of so much. */
const pieceMs = 40;

/**
 * How a phrase sounds: by all it is asked with, but for how the user sounds, which such words do without.
 * @param request its `voice` is an id: who speaks under a name is another matter for each worker
 */
export function phraseKey(request: VoiceRequest, text: string): string {
  const { voice, format, speed, language, wholeSentences } = request;
  return JSON.stringify([voice, formatRateHz(format), speed, language, wholeSentences, text]);
}

/** Phrases as voices have said them, of all sessions: those that were not asked for the longest go first. */
export class Phrases {
  readonly #said = new Map<string, { readonly said: Said; readonly bytes: number }>();
  readonly #speakers = new Map<string, string>();
  #bytes = 0;

  /** @param kept hears how many bytes there are whenever that changes */
  constructor(
    private readonly maxBytes: number,
    private readonly kept: (bytes: number) => void = () => undefined,
  ) {}

  get bytes(): number {
    return this.#bytes;
  }

  /** Id of the voice that last said something for anybody under this name: no more than likely the next one's. */
  speaker(name: string): string | undefined {
    return this.#speakers.get(name.toLowerCase());
  }

  speaks(voice: string, name: string): void {
    this.#speakers.set(name.toLowerCase(), voice);
  }

  get(key: string): Said | undefined {
    const found = this.#said.get(key);
    if (found === undefined) return undefined;
    this.#said.delete(key);
    this.#said.set(key, found);
    return found.said;
  }

  put(key: string, said: Said): void {
    const audio = said.reduce((sum, event) => sum + (event.type === 'audio' ? event.pcm.byteLength : 0), 0);
    const bytes = audio + 2 * key.length;
    if (audio === 0 || bytes > this.maxBytes) return;
    this.#drop(key);
    this.#said.set(key, { said, bytes });
    this.#bytes += bytes;
    for (const [oldest] of this.#said) {
      if (this.#bytes <= this.maxBytes) break;
      this.#drop(oldest);
    }
    this.kept(this.#bytes);
  }

  #drop(key: string): void {
    this.#bytes -= this.#said.get(key)?.bytes ?? 0;
    this.#said.delete(key);
  }
}

/** Writes down what a voice says, in few pieces. */
export class Recording {
  readonly #events: SynthesisEvent[] = [];
  readonly #pieceBytes: number;
  readonly #maxBytes: number;
  #bytes = 0;

  constructor({ format }: VoiceRequest) {
    const bytesPerMs = (formatRateHz(format) * 2) / 1_000;
    this.#pieceBytes = pieceMs * bytesPerMs;
    this.#maxBytes = longestMs * bytesPerMs;
  }

  /** Returns all of it once it is whole, if it is a phrase. */
  add(event: SynthesisEvent): Said | undefined {
    if (event.type === 'audio') this.#hear(event.pcm);
    else this.#events.push(event);
    return event.type === 'speech_done' && this.#bytes <= this.#maxBytes ? this.#events : undefined;
  }

  #hear(pcm: Uint8Array): void {
    this.#bytes += pcm.byteLength;
    if (this.#bytes > this.#maxBytes) return;
    const last = this.#events.at(-1);
    if (last?.type !== 'audio' || last.pcm.byteLength >= this.#pieceBytes) {
      this.#events.push({ type: 'audio', pcm: pcm.slice() });
      return;
    }
    const joined = new Uint8Array(last.pcm.byteLength + pcm.byteLength);
    joined.set(last.pcm);
    joined.set(pcm, last.pcm.byteLength);
    this.#events[this.#events.length - 1] = { type: 'audio', pcm: joined };
  }
}
