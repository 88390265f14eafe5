/** Reads a transcript with a text model: whether it is a whole turn so far. */
export interface TextReader {
  /** Whether there is a model at all. */
  readonly present: boolean;
  /**
   * @param language ISO-639-1; empty = unknown
   * @returns log-odds against the language's threshold, above 0 = over; undefined: a language the model does not
   * know, or the model is away
   */
  read(text: string, language: string): Promise<number | undefined>;
}

/** Nest token of the worker's reader. */
export const TEXT_READER = Symbol('text reader');

/** No model. */
export const illiterate: TextReader = { present: false, read: () => Promise.resolve(undefined) };
