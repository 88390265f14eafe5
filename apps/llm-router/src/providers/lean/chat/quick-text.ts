/**
 * A choice with a piece of text and nothing else, which nearly every chunk is. Inside of a JSON string its quotes would
 * be escaped, so this cannot be found there.
 */
const plainChoice =
  /"choices":\[\{"index":0,"delta":\{(?:"role":"assistant",)?"content":"((?:[^"\\]|\\.)*)"\},(?:"logprobs":null,)?"finish_reason":null\}\](?:,"usage":null)?[,}]/;

/** The choice's part before its text. */
const contentKey = '"content":"';

/** Beside the text these would have to be read too. */
const more = /"usage":\{|"error":/;

/**
 * The texts of a stream's chunks without parsing each: the chunks of one stream are the same but for the text, so once
 * one was found to hold nothing else, what stands before and after its text is all that must be compared.
 */
export class QuickText {
  #before = '';
  #after = '';

  /** Undefined = the chunk must be parsed. */
  read(data: string): string | undefined {
    if (this.#before !== '' && data.startsWith(this.#before) && data.endsWith(this.#after)) {
      const text = data.slice(this.#before.length, data.length - this.#after.length);
      const plain = !text.includes('"') && !text.includes('\\');
      if (plain && data.length >= this.#before.length + this.#after.length) return text;
    }
    return this.#learn(data);
  }

  #learn(data: string): string | undefined {
    const match = plainChoice.exec(data);
    if (match === null) return undefined;
    const [choice, text = ''] = match;
    const from = match.index + choice.indexOf(contentKey) + contentKey.length;
    const [before, after] = [data.slice(0, from), data.slice(from + text.length)];
    if (more.test(before) || more.test(after)) return undefined;
    this.#before = before;
    this.#after = after;
    return text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text;
  }
}
