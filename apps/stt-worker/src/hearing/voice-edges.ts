import { msToSamples } from '../endpointing/time';

/** Where the voice falls silent and comes back within one turn, long before anything is decided by it. */
export interface VoiceEdges {
  /** Speech heard in the turn so far. */
  readonly speechSamples: number;
  readonly paused: boolean;
  /** Frames in a row, the last one included, that the VAD is sure of. */
  readonly sureFrames: number;
}

export type VoiceEdge = 'paused' | 'resumed';

/** A closed consonant is shorter. */
export const quietMs = 48;
/** The VAD takes a fallen voice for speech for another 32 to 64 ms, but is less sure of it than of a closed consonant. */
const sureOfSpeech = 0.8;
/** A voice that comes back within a frame is heard for so much of it. */
const backMs = 16;
/** A quieter voice than the one that fell, in a frame after another: the VAD is not sure of a room for so long. */
const sureAgainFrames = 2;

/** Since the voice fell, in a frame that the VAD takes for speech: 0 = it is heard. */
export function fallenFor(edges: VoiceEdges, probability: number, samples: number): number {
  const isSure = probability >= sureOfSpeech;
  const isHeard = edges.paused
    ? samples < msToSamples(backMs) || (isSure && edges.sureFrames + 1 >= sureAgainFrames)
    : samples < msToSamples(quietMs) || isSure;
  return isHeard ? 0 : samples;
}

export const voiceFrom = (speechSamples: number): VoiceEdges => ({
  speechSamples,
  paused: false,
  sureFrames: 0,
});

/** @param quietSamples since the voice was last heard; 0 = this frame is speech */
export function stepVoice(
  edges: VoiceEdges,
  samples: number,
  quietSamples: number,
  probability: number,
): { readonly edges: VoiceEdges; readonly edge: VoiceEdge | undefined } {
  const sureFrames = probability >= sureOfSpeech ? edges.sureFrames + 1 : 0;
  if (quietSamples === 0) {
    const speechSamples = edges.speechSamples + samples;
    return {
      edges: { speechSamples, paused: false, sureFrames },
      edge: edges.paused ? 'resumed' : undefined,
    };
  }
  const paused = edges.paused || quietSamples >= msToSamples(quietMs);
  return {
    edges: { ...edges, paused, sureFrames },
    edge: paused && !edges.paused ? 'paused' : undefined,
  };
}
