/**
 * Every wait of a session and how long it may last, in one place. A wait that reaches its deadline ends in an
 * event the client understands; none of them can leave the session hanging.
 */
export const deadlines = {
  /**
   * Commit, or the last that the recogniser heard of what is before it → final transcript. Long utterances on a busy
   * machine take seconds; replays after a lost worker too.
   */
  transcriptMs: 15_000,
  /** Speech stopped → turn committed; the stt-worker sends both together. */
  commitMs: 3_000,
  /** Another stt-worker took over in mid-speech → it hears the speech too. */
  rehearMs: 8_000,
  /** Request → first token, or a sign that it is being made. Covers a cold local model reading a long conversation. */
  firstTokenMs: 30_000,
  /** One token or sign → the next: llm-router has given it up before, and asked another model. */
  nextTokenMs: 20_000,
  /** All text given to speech synthesis → its next audio, beyond what the pacing holds back. */
  speechMs: 10_000,
  /** An MCP server asked for its tools, and each that is asked before it; llm-router gives up before. */
  listMs: 14_000,
  /** A call of a tool that runs on the server: a last resort, as llm-router has its own, shorter deadline. */
  toolMs: 300_000,
  /** A tool's result → the client has asked for the response about it; one that never did is not waited for. */
  askMs: { unknown: 400, yes: 2_000, no: 0 },
  /** A user in mid-speech whose audio no longer comes: they are not waited for. */
  mutedMs: 3_000,
  /** A response as a whole, whatever it is doing. */
  responseMs: 600_000,
  /** How often a response's waits are looked at: they end at most so much late. */
  watchEveryMs: 2_000,
} as const;

export const limits = {
  /** Audio sent ahead of the playback position; more would only be thrown away by an interruption. */
  maxLeadMs: 3_000,
  /** Shortest audio that can be committed. */
  minCommitMs: 100,
  /** Out-of-band responses beside the default one. */
  maxOutOfBand: 8,
  maxItems: 5_000,
  /** Turns whose words are awaited: more than any recogniser has words for before their deadline. */
  maxPendingTurns: 128,
  /** MCP servers that are asked for their tools at a time. */
  maxListings: 128,
  /** Of those at once: what llm-router takes, and no more than a stream holds. The others wait for them. */
  maxListingsAtOnce: 16,
  /** UTF-16 units of text in all items. */
  maxConversationChars: 8_000_000,
  /** Decoded bytes of the images in all items, and in the input of one response: what one request carries. */
  maxImageBytes: 6 * 1024 * 1024,
  /** Times one response may start over on another worker, per service. */
  maxAttempts: 3,
  /** Messages and calls of one response. */
  maxOutputs: 64,
  /** UTF-16 units of one message; a model that writes more is stopped as if it had reached its token limit. */
  maxMessageChars: 50_000,
  /** UTF-16 units of context sent with a request, unless the client truncates it in its own way. */
  maxContextChars: 200_000,
} as const;

/** Rate at which the engine counts the client's audio, Hz. */
export const hearingRateHz = 16_000;
export const hearingSamplesPerMs = hearingRateHz / 1000;
