import { EngineError } from '@parley/engines-kit';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { chunksOf } from './chunks';
import { OnnxGraph } from './onnx-graph';

export interface VitsInput {
  readonly ids: readonly number[];
  /** Noise, length and noise of the lengths. */
  readonly scales: readonly [number, number, number];
  /** Whether the voice has several speakers: the first of them speaks. */
  readonly speakers: boolean;
}

export interface VitsAudio {
  /** ±1. */
  readonly samples: Float32Array;
  /** With the first part: samples in all, and how long each id lasts as far as the voice tells, in any unit. */
  readonly plan?: { readonly totalSamples: number; readonly durations: Float32Array | undefined };
}

/** A VITS voice: sound in one or more parts. */
export interface Vits {
  readonly tellsDurations: boolean;
  speak(input: VitsInput): AsyncGenerator<VitsAudio>;
}

/** What the decoder of a voice begins with, in all exports. */
const firstDecoderWeight = 'dec.conv_pre.weight';

/**
 * Loads a voice cut in two, so that its sound comes as it is made: one part plans all of it (a seventh of the work),
 * the other makes any stretch of it heard. A voice that cannot be cut speaks in one piece.
 */
export async function loadVits(model: Buffer, threads: number): Promise<Vits> {
  const graph = new OnnxGraph(model);
  // A VITS voice computes how long each phoneme lasts on its way and does not tell; with this output it does.
  const durations = graph.outputOfOnly('Ceil');
  const told = durations === undefined ? [] : [durations];
  const latent = graph.nodes.find(({ inputs }) => inputs[1] === firstDecoderWeight)?.inputs[0];
  const decoder = latent === undefined ? undefined : graph.part(['output'], [latent]);
  const planner = latent === undefined ? undefined : graph.part([latent, ...told]);
  if (latent === undefined || decoder === undefined || planner === undefined) {
    const whole = durations === undefined ? model : graph.withOutput(durations);
    return new WholeVits(await session(whole, threads), durations);
  }
  return new SplitVits(await session(planner, threads), await session(decoder, threads), latent, durations);
}

const session = (model: Buffer, threads: number) =>
  InferenceSession.create(model, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // Threads that spin while idle would take the cores from everything else.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });

class WholeVits implements Vits {
  constructor(
    private readonly model: InferenceSession,
    private readonly durations: string | undefined,
  ) {}

  get tellsDurations(): boolean {
    return this.durations !== undefined;
  }

  async *speak(input: VitsInput): AsyncGenerator<VitsAudio> {
    const { results, main } = await usable(this.model, input, 'output');
    const durations = floats(results[this.durations ?? '']);
    yield { samples: main, plan: { totalSamples: main.length, durations } };
  }
}

class SplitVits implements Vits {
  constructor(
    private readonly planner: InferenceSession,
    private readonly decoder: InferenceSession,
    private readonly latent: string,
    private readonly durations: string | undefined,
  ) {}

  get tellsDurations(): boolean {
    return this.durations !== undefined;
  }

  async *speak(input: VitsInput): AsyncGenerator<VitsAudio> {
    const { results, main } = await usable(this.planner, input, this.latent);
    const [, channels = 1, frames = 0] = results[this.latent]?.dims ?? [];
    const durations = floats(results[this.durations ?? '']);
    let first = true;
    for (const { from, to, contextFrom, contextTo } of chunksOf(frames)) {
      const length = contextTo - contextFrom;
      const window = new Float32Array(channels * length);
      for (let channel = 0; channel < channels; channel += 1) {
        const row = channel * frames;
        window.set(main.subarray(row + contextFrom, row + contextTo), channel * length);
      }
      const made = await this.decoder.run({
        [this.latent]: new Tensor('float32', window, [1, channels, length]),
      });
      const sound = floats(made['output']);
      if (sound === undefined || !sound.every(Number.isFinite)) throw noAudio();
      const perFrame = sound.length / length;
      const samples = sound.subarray((from - contextFrom) * perFrame, (to - contextFrom) * perFrame);
      yield first ? { samples, plan: { totalSamples: frames * perFrame, durations } } : { samples };
      first = false;
    }
  }
}

/** A run may, rarely, blow up to NaN by its random numbers: another one does not. */
async function usable(model: InferenceSession, input: VitsInput, name: string) {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const results = await model.run(feeds(input));
    const main = floats(results[name]);
    if (main !== undefined && main.length > 0 && main.every(Number.isFinite)) return { results, main };
  }
  throw noAudio();
}

const feeds = ({ ids, scales, speakers }: VitsInput) => ({
  input: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
  input_lengths: new Tensor('int64', BigInt64Array.of(BigInt(ids.length)), [1]),
  scales: new Tensor('float32', Float32Array.from(scales), [3]),
  ...(speakers ? { sid: new Tensor('int64', BigInt64Array.of(0n), [1]) } : {}),
});

const floats = (tensor: { readonly data: unknown } | undefined): Float32Array | undefined =>
  tensor?.data instanceof Float32Array ? tensor.data : undefined;

const noAudio = () => new EngineError('transient', 'no_audio', 'The voice gave no usable audio');
