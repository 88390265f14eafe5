const frameMs = 40;
const bytesPerMs = 48;

/** Gives PCM16 24 kHz mono away as a microphone does: frame by frame, each when it is due. */
export async function microphone(pcm: Buffer, send: (frame: Buffer) => void): Promise<void> {
  const startMs = performance.now();
  for (let offset = 0; offset < pcm.length; offset += frameMs * bytesPerMs) {
    const dueMs = startMs + offset / bytesPerMs - performance.now();
    if (dueMs > 0) await new Promise((resolve) => setTimeout(resolve, dueMs));
    send(pcm.subarray(offset, offset + frameMs * bytesPerMs));
  }
}

export const silence = (ms: number): Buffer => Buffer.alloc(ms * bytesPerMs);
