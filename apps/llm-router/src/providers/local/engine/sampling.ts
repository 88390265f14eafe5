/**
 * Settings found by listening to the small default models: warm enough not to loop, cool enough to stay on the
 * question. A request's own temperature takes the place of this one.
 */
export const sampling = {
  temperature: 0.3,
  topP: 0.9,
  topK: 40,
  /** Against saying the same again; over the answer alone, so that the caller's words may be repeated. */
  repeatPenalty: 1.1,
  repeatWindow: 64,
} as const;
