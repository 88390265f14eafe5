import { InferenceSession, Tensor } from 'onnxruntime-node';
import { contextSamples, frameSamples, stateSize } from './frame';

const inputSamples = contextSamples + frameSamples;

/** The recurrent state of one stream: LSTM h and c, and the last samples of the frame before. */
export class SileroState {
  readonly hidden = new Float32Array(2 * stateSize);
  readonly context = new Float32Array(contextSamples);

  reset(): void {
    this.hidden.fill(0);
    this.context.fill(0);
  }
}

export interface SileroRow {
  readonly state: SileroState;
  readonly samples: Int16Array;
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

  /** One speech probability per row; each row's state moves on. Blocks its thread while it computes. */
  async run(rows: readonly SileroRow[]): Promise<Float32Array> {
    const input = new Float32Array(rows.length * inputSamples);
    const hidden = new Float32Array(2 * rows.length * stateSize);
    rows.forEach((row, i) => {
      writeInput(input.subarray(i * inputSamples, (i + 1) * inputSamples), row);
      for (const half of [0, 1]) {
        const from = row.state.hidden.subarray(half * stateSize, (half + 1) * stateSize);
        hidden.set(from, (half * rows.length + i) * stateSize);
      }
    });
    const outputs = await this.session.run({
      input: new Tensor('float32', input, [rows.length, inputSamples]),
      state: new Tensor('float32', hidden, [2, rows.length, stateSize]),
      sr: this.#rate,
    });
    const next = floats(outputs['stateN']);
    rows.forEach((row, i) => {
      for (const half of [0, 1]) {
        const at = (half * rows.length + i) * stateSize;
        row.state.hidden.set(next.subarray(at, at + stateSize), half * stateSize);
      }
      row.state.context.set(input.subarray((i + 1) * inputSamples - contextSamples, (i + 1) * inputSamples));
    });
    return floats(outputs['output']);
  }
}

function writeInput(into: Float32Array, row: SileroRow): void {
  into.set(row.state.context);
  for (let i = 0; i < frameSamples; i++) into[contextSamples + i] = row.samples[i]! / 32768;
}

function floats(tensor: Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) throw new Error('the VAD model has not the expected outputs');
  return tensor.data;
}
