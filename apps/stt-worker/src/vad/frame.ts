/** Silero's fixed input: 512 samples at 16 kHz (32 ms), preceded by the 64 samples before them. */
export const frameSamples = 512;
export const contextSamples = 64;
/** A frame with what lies before it. */
export const windowSamples = contextSamples + frameSamples;
export const stateSize = 128;
