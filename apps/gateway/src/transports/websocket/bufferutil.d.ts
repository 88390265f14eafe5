declare module 'bufferutil' {
  /** In place. */
  export function unmask(payload: Uint8Array, mask: Uint8Array): void;
}
