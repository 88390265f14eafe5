import type { InboundFrame, Stream, StreamClose } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { hearingRateHz, hearingSamplesPerMs } from '../../engine/deadlines';
import { hearConfig } from './hearing-messages';
import { hearingMetered } from './meter-messages';
import type { LinkContext } from './ports';

const openMs = 2_000;
const deadlineMs = 20_000;
const frameBytes = 32_000;
/** Audio items of one session that may wait for their words. */
const maxWaiting = 16;

interface Job {
  readonly itemId: string;
  readonly contentIndex: number;
  readonly pcm: Uint8Array;
}

/** Words of audio that comes with an item the client creates: each on a short stream of its own, one at a time. */
export class Transcriber {
  #jobs: Job[] = [];
  #running = false;
  #stream: Stream | undefined;
  #closed = false;

  constructor(private readonly context: LinkContext) {}

  /** `pcm`: PCM16 at 16 kHz. Always answered by one `item_transcribed`. */
  transcribe(itemId: string, contentIndex: number, pcm: Uint8Array): void {
    const job = { itemId, contentIndex, pcm };
    if (this.#jobs.length >= maxWaiting) return this.#answer(job, null);
    this.#jobs.push(job);
    if (!this.#running) void this.#run();
  }

  close(): void {
    this.#closed = true;
    this.#jobs = [];
    this.#stream?.close();
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let job = this.#jobs.shift(); job !== undefined; job = this.#jobs.shift()) {
      let text: string | null = null;
      try {
        text = await this.#hear(job.pcm);
      } catch (error) {
        this.context.log.debug({ err: error }, 'an audio item was not transcribed');
      }
      if (!this.#closed) this.#answer(job, text);
    }
    this.#running = false;
  }

  #answer({ itemId, contentIndex, pcm }: Job, text: string | null): void {
    const audioMs = pcm.byteLength / 2 / hearingSamplesPerMs;
    this.context.dispatch({ type: 'item_transcribed', itemId, contentIndex, text, audioMs });
  }

  async #hear(pcm: Uint8Array): Promise<string | null> {
    const { bus, sessionId, traceparent, state, metered } = this.context;
    const config = { ...hearConfig(state()), turnDetection: null, noiseReduction: null };
    let settle: (text: string | null) => void = () => undefined;
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
          if (event.event === 'final') settle(event.final?.text ?? '');
          if (event.event === 'failed') settle(null);
        },
        onClose: (_close: StreamClose) => settle(null),
      },
    });
    const timer = setTimeout(() => settle(null), deadlineMs);
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
