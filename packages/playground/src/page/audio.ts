/** The microphone and the loudspeaker, at the rate that the machine has. */
export class PageAudio {
  #microphone: MediaStream | undefined;

  private constructor(
    private readonly context: AudioContext,
    private readonly player: AudioWorkletNode,
    private readonly onFrame: (samples: Float32Array) => void,
  ) {}

  /** @param onFrame 40 ms of the microphone, while it is on */
  static async start(
    onFrame: (samples: Float32Array) => void,
    onSound: (sounds: boolean) => void,
  ): Promise<PageAudio> {
    const context = new AudioContext({ latencyHint: 'interactive' });
    await context.audioWorklet.addModule('/playground/worklets.js');
    const player = new AudioWorkletNode(context, 'player', { numberOfInputs: 0, outputChannelCount: [1] });
    player.port.onmessage = ({ data }: MessageEvent<boolean>) => onSound(data);
    player.connect(context.destination);
    await context.resume();
    return new PageAudio(context, player, onFrame);
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
    this.#microphone = await navigator.mediaDevices.getUserMedia({ audio });
    const node = new AudioWorkletNode(this.context, 'microphone', { numberOfOutputs: 0 });
    node.port.onmessage = ({ data }: MessageEvent<Float32Array>) => {
      if (this.listens) this.onFrame(data);
    };
    this.context.createMediaStreamSource(this.#microphone).connect(node);
  }

  mute(): void {
    for (const track of this.#microphone?.getTracks() ?? []) track.stop();
    this.#microphone = undefined;
  }

  play(samples: Float32Array): void {
    this.player.port.postMessage(samples, [samples.buffer]);
  }

  tell(what: 'drop' | 'pause' | 'resume'): void {
    this.player.port.postMessage(what);
  }

  async close(): Promise<void> {
    this.mute();
    await this.context.close();
  }
}
