/** Where new names come from; injected, so that the engine stays deterministic. */
export interface IdSource {
  item(): string;
  response(): string;
  call(): string;
  /** Of a request to approve a call. */
  approval(): string;
  backchannel(): string;
  /** Rises by one with every call, for the whole session. */
  generation(): number;
}

export interface Ctx {
  /** Monotonic milliseconds. */
  readonly nowMs: number;
  readonly ids: IdSource;
}
