/**
 * Memory that audio is kept in, handed from one item to the next, over all sessions: memory that is fresh costs more
 * than what is copied into it. Shared memory, as the garbage collector does not count that: what sessions keep grows by
 * megabytes a second, and each few of them would make it look through the whole heap.
 */
export const blockBytes = 16 * 1024;

/** Blocks that wait for an item: 32 MiB. Beyond, they are let go. */
const mostFree = 2_048;
const free: Buffer[] = [];

/** What is in it is of no meaning. */
const takeBlock = (): Buffer => free.pop() ?? Buffer.from(new SharedArrayBuffer(blockBytes));

/** Copies `bytes` behind the `heldBytes` that lie in these blocks already, and takes more where they are full. */
export function fillBlocks(blocks: Buffer[], heldBytes: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.byteLength;) {
    const at = (heldBytes + from) % blockBytes;
    if (at === 0) blocks.push(takeBlock());
    const part =
      from === 0 && at + bytes.byteLength <= blockBytes
        ? bytes
        : bytes.subarray(from, from + blockBytes - at);
    blocks.at(-1)?.set(part, at);
    from += part.byteLength;
  }
}

/** Nobody may look at them any more. */
export function giveBlocks(blocks: readonly Buffer[]): void {
  for (const block of blocks) if (free.length < mostFree) free.push(block);
}
