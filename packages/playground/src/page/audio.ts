/** The most that `audio/pcm` takes. */
const maxRateHz = 48_000;

interface Microphone {
  readonly stream: MediaStream;
  readonly source: AudioNode;
}

/** The microphone and the loudspeaker, at the rate that the machine has, or 48 kHz. */
export class PageAudio {
  #microphone: Microphone | undefined;

  private constructor(
    private readonly context: AudioContext,
    private readonly player: AudioWorkletNode,
    private readonly frames: AudioWorkletNode,
  ) {}

  /** @param onFrame 40 ms of the microphone, while it is on */
  static async start(
    onFrame: (samples: Float32Array) => void,
    onSound: (sounds: boolean) => void,
  ): Promise<PageAudio> {
    const context = await contextAtMost(maxRateHz);
    await context.audioWorklet.addModule('/playground/worklets.js');
    const player = new AudioWorkletNode(context, 'player', { numberOfInputs: 0, outputChannelCount: [1] });
    player.port.onmessage = ({ data }: MessageEvent<boolean>) => onSound(data);
    player.connect(context.destination);
    const frames = new AudioWorkletNode(context, 'microphone', { numberOfOutputs: 0 });
    await context.resume();
    const audio = new PageAudio(context, player, frames);
    frames.port.onmessage = ({ data }: MessageEvent<Float32Array>) => {
      if (audio.listens) onFrame(data);
    };
    return audio;
  }

  get rateHz(): number {
    return this.context.sampleRate;
  }

  get listens(): boolean {
    return this.#microphone !== undefined;
  }

  /** Rejects where the user or the browser says no. */
  async listen(): Promise<void> {
    if (this.#microphone !== undefined) return;
    const audio = { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
    const stream = await navigator.mediaDevices.getUserMedia({ audio });
    const source = this.context.createMediaStreamSource(stream);
    source.connect(this.frames);
    this.#microphone = { stream, source };
  }

  mute(): void {
    this.#microphone?.source.disconnect();
    for (const track of this.#microphone?.stream.getTracks() ?? []) track.stop();
    this.#microphone = undefined;
  }

  play(samples: Float32Array): void {
    this.player.port.postMessage(samples, [samples.buffer]);
  }

  tell(what: 'drop' | 'pause' | 'resume'): void {
    this.player.port.postMessage(what);
  }
}

async function contextAtMost(rateHz: number): Promise<AudioContext> {
  const own = new AudioContext({ latencyHint: 'interactive' });
  if (own.sampleRate <= rateHz) return own;
  await own.close();
  return new AudioContext({ latencyHint: 'interactive', sampleRate: rateHz });
}
