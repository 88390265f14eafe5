import { InferenceSession, Tensor } from 'onnxruntime-node';
import { contextSamples, stateSize, windowSamples } from './frame';

/** The recurrent state of one stream: LSTM h and c, also as they were one frame ago, and the last samples. */
export class SileroState {
  readonly hidden = new Float32Array(2 * stateSize);
  readonly before = new Float32Array(2 * stateSize);
  readonly context = new Float32Array(contextSamples);

  reset(): void {
    this.hidden.fill(0);
    this.before.fill(0);
    this.context.fill(0);
  }
}

export interface SileroRow {
  readonly state: SileroState;
  /** A frame; of a peek with the samples before it. */
  readonly samples: Int16Array;
  /** Judged in passing: it overlaps the newest frame, goes by the state before that, and leaves no trace. */
  readonly peek?: boolean;
}

/** Silero v6, many streams in one run: input `[B, 576]`, state `[2, B, 128]`. */
export class SileroModel {
  readonly #rate = new Tensor('int64', BigInt64Array.from([16_000n]), []);

  private constructor(private readonly session: InferenceSession) {}

  static async load(path: string): Promise<SileroModel> {
    const session = await InferenceSession.create(path, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
    });
    return new SileroModel(session);
  }

  /** One speech probability per row; the state of each that is no peek moves on. Blocks its thread while it computes. */
  async run(rows: readonly SileroRow[]): Promise<Float32Array> {
    const input = new Float32Array(rows.length * windowSamples);
    const hidden = new Float32Array(2 * rows.length * stateSize);
    rows.forEach((row, i) => {
      writeInput(input.subarray(i * windowSamples, (i + 1) * windowSamples), row);
      for (const half of [0, 1]) {
        const { hidden: now, before } = row.state;
        const from = (row.peek === true ? before : now).subarray(half * stateSize, (half + 1) * stateSize);
        hidden.set(from, (half * rows.length + i) * stateSize);
      }
    });
    const outputs = await this.session.run({
      input: new Tensor('float32', input, [rows.length, windowSamples]),
      state: new Tensor('float32', hidden, [2, rows.length, stateSize]),
      sr: this.#rate,
    });
    const next = floats(outputs['stateN']);
    rows.forEach((row, i) => {
      if (row.peek === true) return;
      row.state.before.set(row.state.hidden);
      for (const half of [0, 1]) {
        const at = (half * rows.length + i) * stateSize;
        row.state.hidden.set(next.subarray(at, at + stateSize), half * stateSize);
      }
      row.state.context.set(
        input.subarray((i + 1) * windowSamples - contextSamples, (i + 1) * windowSamples),
      );
    });
    return floats(outputs['output']);
  }
}

function writeInput(into: Float32Array, row: SileroRow): void {
  const from = windowSamples - row.samples.length;
  if (from > 0) into.set(row.state.context);
  for (let i = from; i < windowSamples; i++) into[i] = row.samples[i - from]! / 32768;
}

function floats(tensor: Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) throw new Error('the VAD model has not the expected outputs');
  return tensor.data;
}
