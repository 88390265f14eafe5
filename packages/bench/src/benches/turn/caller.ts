import { RealtimeClient, field } from '@parley/testing';
import type { ReceivedEvent } from '@parley/testing';

export interface TurnSample {
  /** Final transcript at the client → first audio at the client. */
  readonly transcriptToAudioMs: number;
  /** Last sample of speech sent → first audio at the client. */
  readonly speechEndToAudioMs: number;
  /** The platform's own record of the turn: milliseconds by stage. */
  readonly stages: Readonly<Record<string, number>>;
}

export type TurnMode = 'push-to-talk' | 'server-vad';

export interface CallerOptions {
  readonly url: string;
  readonly mode: TurnMode;
  readonly silenceMs: number;
  /** Audio per append. */
  readonly frameMs: number;
  /** PCM16 24 kHz of one utterance, ending with speech. */
  readonly speech: Buffer;
}

/** A caller who takes turn after turn: with the microphone open all the time, or only while a button is held. */
export class Caller {
  private microphone: NodeJS.Timeout | undefined;
  private queue: Buffer = Buffer.alloc(0);

  private constructor(
    private readonly client: RealtimeClient,
    private readonly options: CallerOptions,
  ) {}

  static async connect(options: CallerOptions): Promise<Caller> {
    const client = await RealtimeClient.connect({ url: options.url, query: { parley: '1' } });
    await client.waitFor('session.created', { timeoutMs: 30_000 });
    client.send({
      type: 'session.update',
      session: {
        type: 'realtime',
        audio: {
          input: {
            transcription: { model: 'whisper-1' },
            turn_detection:
              options.mode === 'push-to-talk'
                ? null
                : { type: 'server_vad', silence_duration_ms: options.silenceMs },
          },
        },
      },
    });
    await client.waitFor('session.updated', { timeoutMs: 30_000 });
    const caller = new Caller(client, options);
    caller.openMicrophone();
    return caller;
  }

  async turn(): Promise<TurnSample> {
    const from = this.client.mark();
    const spoken = new Promise<number>((resolve) => {
      this.onSpoken = resolve;
    });
    this.queue = this.options.speech;
    const speechEndMs = await spoken;
    if (this.options.mode === 'push-to-talk') {
      this.client.send({ type: 'input_audio_buffer.commit' });
      this.client.send({ type: 'response.create' });
    }
    const wait = { from, timeoutMs: 15_000 };
    const transcript = await this.client.waitFor(
      'conversation.item.input_audio_transcription.completed',
      wait,
    );
    const audio = await this.client.waitFor('response.output_audio.delta', wait);
    await this.client.waitFor('response.done', wait);
    const timing = await this.client.waitFor('parley.turn_timing', wait);
    const heardAtMs = audio.atMs + playedMs(this.client.events);
    this.client.events.length = 0;
    // Nobody answers before they have heard: with the button held, nothing would stop the voice.
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, heardAtMs - performance.now())));
    return {
      transcriptToAudioMs: audio.atMs - transcript.atMs,
      speechEndToAudioMs: audio.atMs - speechEndMs,
      stages: stagesOf(timing),
    };
  }

  async hangUp(): Promise<void> {
    clearInterval(this.microphone);
    await this.client.close();
  }

  private onSpoken: ((atMs: number) => void) | undefined;

  /** Frames leave on their schedule whatever comes back; silence where nothing is said. */
  private openMicrophone(): void {
    const { frameMs, mode } = this.options;
    const frameBytes = frameMs * 48;
    const startMs = performance.now();
    let sent = 0;
    const silence = Buffer.alloc(frameBytes);
    this.microphone = setInterval(() => {
      while (startMs + sent * frameMs <= performance.now()) {
        const speaking = this.queue.length > 0;
        sent += 1;
        if (!speaking && mode === 'push-to-talk') continue;
        const frame = speaking ? this.queue.subarray(0, frameBytes) : silence;
        this.queue = this.queue.subarray(frameBytes);
        this.client.send({ type: 'input_audio_buffer.append', audio: frame.toString('base64') });
        if (speaking && this.queue.length === 0) this.onSpoken?.(performance.now());
      }
    }, 10);
  }
}

/** PCM16 at 24 kHz, in base64. */
function playedMs(events: readonly ReceivedEvent[]): number {
  const deltas = events.filter(({ type }) => type === 'response.output_audio.delta');
  return deltas.reduce((sum, event) => sum + (String(field(event, 'delta')).length * 3) / 4 / 48, 0);
}

function stagesOf(timing: ReceivedEvent): Record<string, number> {
  const stages = field(timing, 'stages');
  return Object.fromEntries(
    Object.entries((stages ?? {}) as Record<string, unknown>).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number',
    ),
  );
}
