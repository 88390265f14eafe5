/** What runs on the audio thread: a microphone that hands out its samples, and a player that can be paused. */

declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
  abstract process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;
declare const sampleRate: number;

const frameSamples = Math.round(sampleRate * 0.04);

class Microphone extends AudioWorkletProcessor {
  #frame = new Float32Array(frameSamples);
  #filled = 0;

  process([input]: Float32Array[][]): boolean {
    for (const sample of input?.[0] ?? []) {
      this.#frame[this.#filled] = sample;
      this.#filled += 1;
      if (this.#filled < frameSamples) continue;
      this.port.postMessage(this.#frame, [this.#frame.buffer]);
      this.#frame = new Float32Array(frameSamples);
      this.#filled = 0;
    }
    return true;
  }
}

type ToPlayer = Float32Array | 'drop' | 'pause' | 'resume';

class Player extends AudioWorkletProcessor {
  readonly #held: Float32Array[] = [];
  #at = 0;
  #paused = false;
  #sounds = false;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<ToPlayer>) => {
      if (data instanceof Float32Array) {
        this.#held.push(data);
        return;
      }
      this.#paused = data === 'pause';
      if (data !== 'drop') return;
      this.#held.length = 0;
      this.#at = 0;
    };
  }

  process(_: Float32Array[][], [output]: Float32Array[][]): boolean {
    const written = output?.[0] === undefined || this.#paused ? 0 : this.#fill(output[0]);
    if (written > 0 !== this.#sounds) {
      this.#sounds = written > 0;
      this.port.postMessage(this.#sounds);
    }
    return true;
  }

  /** How many samples there were. */
  #fill(out: Float32Array): number {
    let written = 0;
    while (written < out.length) {
      const [first] = this.#held;
      if (first === undefined) break;
      const part = first.subarray(this.#at, this.#at + out.length - written);
      out.set(part, written);
      written += part.length;
      this.#at += part.length;
      if (this.#at < first.length) continue;
      this.#held.shift();
      this.#at = 0;
    }
    return written;
  }
}

registerProcessor('microphone', Microphone);
registerProcessor('player', Player);
