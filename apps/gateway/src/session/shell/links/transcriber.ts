import type { InboundFrame, Stream, StreamClose } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import type { AudioFormat } from '@parley/protocol';
import { hearingRateHz } from '../../engine/deadlines';
import { audioMsOf, convert, maxItemAudioMs } from '../audio/conversion';
import { hearConfig } from './hearing-messages';
import { hearingMetered } from './meter-messages';
import type { LinkContext } from './ports';

const openMs = 2_000;
/** With nothing heard of it. */
const deadlineMs = 20_000;
const frameBytes = 32_000;
/** Audio items of one session that may wait for their words. */
const maxWaiting = 16;
/** Pieces of audio with known words that may wait to be made. */
const maxConversions = 256;
/** The same of all of them together, as PCM16 at 16 kHz: two of the longest. */
const maxWaitingMs = 2 * maxItemAudioMs;

/** Audio of an item that is made PCM16 at 16 kHz. */
interface Conversion {
  readonly itemId: string;
  readonly audioMs: number;
  /** Nobody wants to know what it says, or to have it back. */
  dropped: boolean;
  /** There is all of it, or no more will come. */
  isOver: boolean;
  made: Promise<unknown>;
}

interface Job extends Conversion {
  readonly contentIndex: number;
  /** PCM16 at 16 kHz, once there is all of it. */
  pcm: Promise<Uint8Array>;
}

/** Words of audio that comes with an item the client creates: each on a short stream of its own, one at a time. */
export class Transcriber {
  #jobs: Job[] = [];
  /** Of audio whose words are known. */
  readonly #conversions = new Set<Conversion>();
  #waitingMs = 0;
  #converted: Promise<unknown> | undefined;
  #running = false;
  #stream: Stream | undefined;
  #closed = false;

  constructor(private readonly context: LinkContext) {}

  /** Answered by one `item_transcribed`, unless it is dropped. `keep` is given PCM16 at 16 kHz as it is made. */
  transcribe(
    { itemId, contentIndex }: Pick<Job, 'itemId' | 'contentIndex'>,
    audio: Uint8Array,
    format: AudioFormat,
    keep: (pcm: Uint8Array) => void,
  ): void {
    const audioMs = audioMsOf(audio.byteLength, format);
    const job: Job = { contentIndex, pcm: nothing, ...conversionOf(itemId, audioMs) };
    const isFull = this.#waitingMs + audioMs > maxWaitingMs || this.#jobs.length > maxWaiting;
    if (isFull) return this.#answer(job, null);
    this.#waitingMs += audioMs;
    job.pcm = this.#inTurn(job, () => this.#pcmOf(job, audio, format, keep));
    this.#jobs.push(job);
    if (!this.#running) void this.#run();
  }

  /** Audio whose words are known: `keep` is given it as PCM16 at 16 kHz. What is too much at a time is let go. */
  convert(itemId: string, audio: Uint8Array, format: AudioFormat, keep: (pcm: Uint8Array) => void): void {
    const conversion = conversionOf(itemId, audioMsOf(audio.byteLength, format));
    const { audioMs } = conversion;
    if (this.#waitingMs + audioMs > maxWaitingMs || this.#conversions.size >= maxConversions) return;
    this.#waitingMs += audioMs;
    this.#conversions.add(conversion);
    const over = (): void => {
      this.#waitingMs -= audioMs;
      this.#conversions.delete(conversion);
    };
    this.#inTurn(conversion, () => this.#convert(conversion, audio, format, keep)).then(over, over);
  }

  /** What was given of the item before is made, or will not be; undefined where that is so already. */
  whole(itemId: string): Promise<unknown> | undefined {
    const under = [...this.#jobs, ...this.#conversions].filter((one) => one.itemId === itemId && !one.isOver);
    return under.length === 0 ? undefined : Promise.allSettled(under.map(({ made }) => made));
  }

  /** Its item is gone. */
  drop(itemId: string): void {
    for (const one of [...this.#jobs, ...this.#conversions]) if (one.itemId === itemId) one.dropped = true;
  }

  /** One conversion at a time; what is short is done at once where none is under way. */
  #inTurn<Made>(conversion: Conversion, make: () => Promise<Made>): Promise<Made> {
    const made = this.#converted === undefined ? make() : this.#converted.then(make);
    conversion.made = made;
    if (conversion.isOver) return made;
    const settle = (): void => {
      if (this.#converted === over) this.#converted = undefined;
    };
    const over: Promise<void> = made.then(settle, settle);
    this.#converted = over;
    return made;
  }

  #convert(
    conversion: Conversion,
    audio: Uint8Array,
    format: AudioFormat,
    take: (pcm: Uint8Array) => void,
  ): Promise<void> {
    const isWanted = (): boolean => this.#wants(conversion);
    return convert(audio, format, take, isWanted, () => (conversion.isOver = true));
  }

  #wants({ dropped }: Conversion): boolean {
    return !this.#closed && !dropped;
  }

  async #pcmOf(
    job: Job,
    audio: Uint8Array,
    format: AudioFormat,
    keep: (pcm: Uint8Array) => void,
  ): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    const take = (pcm: Uint8Array): void => {
      keep(pcm);
      pieces.push(new Uint8Array(pcm));
    };
    await this.#convert(job, audio, format, take);
    return Buffer.concat(pieces);
  }

  close(): void {
    this.#closed = true;
    this.#jobs = [];
    this.#stream?.close();
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let job = this.#jobs[0]; job !== undefined; job = this.#jobs[0]) {
      let text: string | null = null;
      try {
        const pcm = await job.pcm;
        if (!job.dropped && !this.#closed) text = await this.#hear(pcm);
      } catch (error) {
        this.context.log.debug({ err: error }, 'an audio item was not transcribed');
      }
      if (this.#closed) break;
      this.#jobs.shift();
      this.#waitingMs -= job.audioMs;
      if (!job.dropped) this.#answer(job, text);
    }
    this.#running = false;
  }

  #answer({ itemId, contentIndex, audioMs }: Job, text: string | null): void {
    this.context.dispatch({ type: 'item_transcribed', itemId, contentIndex, text, audioMs });
  }

  async #hear(pcm: Uint8Array): Promise<string | null> {
    const { bus, sessionId, traceparent, state, metered } = this.context;
    const config = { ...hearConfig(state()), turnDetection: null, noiseReduction: null };
    let settle: (text: string | null) => void = () => undefined;
    let timer: NodeJS.Timeout | undefined;
    const heard = new Promise<string | null>((resolve) => (settle = resolve));
    const stream = await bus.open({
      service: 'stt',
      sessionId,
      traceparent,
      timeoutMs: openMs,
      config: encode(v1.HearOpen, { config, startSample: 0, nextUtterance: 1, sampleRate: hearingRateHz }),
      handlers: {
        onFrame: ({ payload }: InboundFrame) => {
          const event = decode(v1.HearingEvent, payload);
          const used = hearingMetered(event);
          if (used !== undefined) metered(used);
          if (event.event === 'heardTo') timer?.refresh();
          if (event.event === 'final') settle(event.final?.text ?? '');
          if (event.event === 'failed') settle(null);
        },
        onClose: (_close: StreamClose) => settle(null),
      },
    });
    timer = setTimeout(() => settle(null), deadlineMs);
    this.#stream = stream;
    try {
      await send(stream, pcm);
      return await heard;
    } finally {
      clearTimeout(timer);
      this.#stream = undefined;
      stream.close();
    }
  }
}

const nothing = Promise.resolve(new Uint8Array());

const conversionOf = (itemId: string, audioMs: number): Conversion => ({
  itemId,
  audioMs,
  dropped: false,
  isOver: false,
  made: nothing,
});

/** All of it, as fast as the worker takes it, and its end. */
async function send(stream: Stream, pcm: Uint8Array): Promise<void> {
  for (let at = 0; at < pcm.byteLength; at += frameBytes) {
    const audio = {
      startSample: at / 2,
      sampleRate: hearingRateHz,
      pcm: pcm.subarray(at, at + frameBytes),
    };
    await sendOne(stream, { audio });
  }
  await sendOne(stream, { commit: { utterance: 1, startSample: 0, endSample: pcm.byteLength / 2 } });
}

async function sendOne(stream: Stream, input: v1.HearInput.$Properties): Promise<void> {
  const payload = encode(v1.HearInput, input);
  while (!stream.send(payload)) await stream.ready();
}
