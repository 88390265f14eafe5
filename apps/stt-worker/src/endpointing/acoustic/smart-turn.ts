import { InferenceSession, Tensor } from 'onnxruntime-node';
import { LogMel, melBands, melFrames } from './log-mel';

/** smart-turn v3: how likely the turn is over, by how the last 8 s sound. Blocks its thread, about 0.1 s. */
export class SmartTurn {
  readonly #logMel = new LogMel();

  private constructor(private readonly session: InferenceSession) {}

  static async load(path: string): Promise<SmartTurn> {
    const session = await InferenceSession.create(path, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
    });
    return new SmartTurn(session);
  }

  /** @param pcm 16 kHz, its end the end of what was heard; only the last 8 s count. @returns 0–1 */
  async probability(pcm: Int16Array): Promise<number> {
    const features = new Tensor('float32', this.#logMel.of(pcm), [1, melBands, melFrames]);
    const outputs = await this.session.run({ input_features: features });
    const probability = Object.values(outputs)[0]?.data[0];
    if (typeof probability !== 'number') throw new Error('the turn model has not the expected output');
    return Math.min(1, Math.max(0, probability));
  }
}
