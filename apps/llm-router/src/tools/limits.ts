export interface ToolLimits {
  /** A call of a tool, from the request to its output. */
  readonly callMs: number;
  /** Connecting to a server and asking for its tools. */
  readonly listMs: number;
  /** UTF-16 units of an output; the rest is cut off, and the model is told. */
  readonly maxOutputChars: number;
}

/** Requests of one session that run side by side. */
export const maxRunning = 32;
/** MCP servers a session is connected to at a time. */
export const maxServers = 16;
/** Tools of one server. */
export const maxTools = 256;
/** Pages of one server's list. */
export const maxPages = 16;
/** UTF-16 units of what one tool says of itself; a model is told no longer ones. */
export const maxDescriptionChars = 16_384;
/** UTF-16 units of the JSON Schema of one tool's parameters. */
export const maxSchemaChars = 262_144;
/** Bytes of all tools of one server, as they are listed: a frame of the bus takes 1 MiB. */
export const maxListBytes = 400_000;
/** Bytes of one answer of a server. */
export const maxAnswerBytes = 4 * 1024 * 1024;
/** Of the older transport's one stream, by which all answers come. */
export const maxStreamBytes = 64 * maxAnswerBytes;
/** Values in one answer of a server: each that is wrong costs some microseconds. */
export const maxAnswerValues = 50_000;
/** Parts of what a tool gave: what is wrong with each is said in the words of all kinds of parts. */
export const maxContentParts = 1_000;
