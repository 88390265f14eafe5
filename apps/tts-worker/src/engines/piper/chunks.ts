/** A stretch of frames to be made into sound, with as many around it as its sound depends on. Ends are exclusive. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly contextFrom: number;
  readonly contextTo: number;
}

/**
 * Frames to each side that the sound of a frame depends on: the convolutions of the decoder reach 11 frames in
 * Piper's medium voices and 14 in the high ones.
 */
const contextFrames = 16;
/** The first chunk is small, so that it is heard early; while it is heard, the next is made. */
const lengths = [24, 96];
const longest = 320;

export function chunksOf(frames: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (let from = 0; from < frames;) {
    const wanted = from + (lengths[chunks.length] ?? longest);
    // A rest that is all context costs as much alone as with this chunk.
    const to = frames - wanted < contextFrames ? frames : wanted;
    chunks.push({
      from,
      to,
      contextFrom: Math.max(0, from - contextFrames),
      contextTo: Math.min(frames, to + contextFrames),
    });
    from = to;
  }
  return chunks;
}
