import { msToSamples } from '../endpointing/time';

/** Where the voice falls silent and comes back within one turn, long before anything is decided by it. */
export interface VoiceEdges {
  /** Speech heard in the turn so far. */
  readonly speechSamples: number;
  readonly quietSamples: number;
  readonly paused: boolean;
}

export type VoiceEdge = 'paused' | 'resumed';

/** Two frames of 32 ms: one is often a closed consonant. */
export const quietMs = 64;

export const voiceFrom = (speechSamples: number): VoiceEdges => ({
  speechSamples,
  quietSamples: 0,
  paused: false,
});

export function stepVoice(
  edges: VoiceEdges,
  voiced: boolean,
  samples: number,
): { readonly edges: VoiceEdges; readonly edge: VoiceEdge | undefined } {
  if (voiced) {
    const speechSamples = edges.speechSamples + samples;
    return {
      edges: { speechSamples, quietSamples: 0, paused: false },
      edge: edges.paused ? 'resumed' : undefined,
    };
  }
  const quietSamples = edges.quietSamples + samples;
  const paused = edges.paused || quietSamples >= msToSamples(quietMs);
  return {
    edges: { ...edges, quietSamples, paused },
    edge: paused && !edges.paused ? 'paused' : undefined,
  };
}
