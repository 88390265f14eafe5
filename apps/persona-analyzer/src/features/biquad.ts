/** Second-order Butterworth section (R. Bristow-Johnson's cookbook, Q = 1/√2), direct form II transposed. */
export class Biquad {
  private z1 = 0;
  private z2 = 0;

  private constructor(
    private readonly b0: number,
    private readonly b1: number,
    private readonly b2: number,
    private readonly a1: number,
    private readonly a2: number,
  ) {}

  static lowPass(cutoffHz: number, rateHz: number): Biquad {
    const { cosine, a0, a1, a2 } = denominators(cutoffHz, rateHz);
    const edge = (1 - cosine) / 2;
    return new Biquad(edge / a0, (2 * edge) / a0, edge / a0, a1 / a0, a2 / a0);
  }

  static highPass(cutoffHz: number, rateHz: number): Biquad {
    const { cosine, a0, a1, a2 } = denominators(cutoffHz, rateHz);
    const edge = (1 + cosine) / 2;
    return new Biquad(edge / a0, (-2 * edge) / a0, edge / a0, a1 / a0, a2 / a0);
  }

  /** Mean power of the filtered samples; the filter's state runs on. */
  power(samples: Float32Array): number {
    let { z1, z2 } = this;
    let sum = 0;
    for (let i = 0; i < samples.length; i++) {
      const x = samples[i]!;
      const y = this.b0 * x + z1;
      z1 = this.b1 * x - this.a1 * y + z2;
      z2 = this.b2 * x - this.a2 * y;
      sum += y * y;
    }
    this.z1 = z1;
    this.z2 = z2;
    return sum / samples.length;
  }
}

function denominators(cutoffHz: number, rateHz: number) {
  const angle = (2 * Math.PI * cutoffHz) / rateHz;
  const cosine = Math.cos(angle);
  const alpha = Math.sin(angle) / Math.SQRT2;
  return { cosine, a0: 1 + alpha, a1: -2 * cosine, a2: 1 - alpha };
}
