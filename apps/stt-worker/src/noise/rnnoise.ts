/** RNNoise takes 10 ms at 48 kHz at a time, and gives them back one frame later. */
export const denoiseRate = 48_000;
export const denoiseFrameSamples = 480;
export const denoiseDelaySamples = denoiseFrameSamples;

/** One stream's denoiser. Samples are in the range of PCM16. */
export interface FrameDenoiser {
  /** Replaces the frame by the one before it, without its noise. */
  process(frame: Float32Array): void;
  close(): void;
}

/** @throws when its memory is used up */
export async function loadRnnoise(): Promise<() => FrameDenoiser> {
  const { default: load } = await import('@echogarden/rnnoise-wasm');
  const module = await load();
  const buffer = module['_malloc'](4 * denoiseFrameSamples);
  const at = buffer / 4;
  return () => {
    const state = module['_rnnoise_create'](0);
    if (state === 0) throw new Error('RNNoise has no memory for another stream');
    return {
      process: (frame) => {
        module.HEAPF32.set(frame, at);
        module['_rnnoise_process_frame'](state, buffer, buffer);
        frame.set(module.HEAPF32.subarray(at, at + denoiseFrameSamples));
      },
      close: () => module['_rnnoise_destroy'](state),
    };
  };
}
