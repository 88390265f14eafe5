import { z } from 'zod';
import { ModelError } from '../../errors';

/** The part of a Hugging Face `tokenizer.json` that is used. */
const tokenizerSchema = z.object({
  model: z.object({ vocab: z.record(z.string(), z.number().int().min(0)) }),
});

/** GPT-2's reversible alphabet: printable bytes stand for themselves, the others for code points from 256. */
function byteAlphabet(): Map<string, number> {
  const printable = (byte: number) =>
    (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || (byte >= 174 && byte <= 255);
  const alphabet = new Map<string, number>();
  let next = 256;
  for (let byte = 0; byte < 256; byte++) {
    alphabet.set(String.fromCodePoint(printable(byte) ? byte : next++), byte);
  }
  return alphabet;
}

/** The bytes of the text tokens 0…`count`−1. @throws ModelError `bad_source` */
export function textTokens(tokenizerJson: string, count: number): Buffer[] {
  const parsed = tokenizerSchema.safeParse(parseJson(tokenizerJson));
  if (!parsed.success) throw new ModelError('bad_source', 'tokenizer.json has no vocabulary');
  const alphabet = byteAlphabet();
  const tokens: (Buffer | undefined)[] = Array.from({ length: count }, () => undefined);
  for (const [text, id] of Object.entries(parsed.data.model.vocab)) {
    if (id < count) tokens[id] = Buffer.from(Array.from(text, (symbol) => byteOf(alphabet, symbol)));
  }
  return tokens.map((token, id) => {
    if (token === undefined) throw new ModelError('bad_source', `tokenizer.json lacks token ${id}`);
    return token;
  });
}

function byteOf(alphabet: ReadonlyMap<string, number>, symbol: string): number {
  const byte = alphabet.get(symbol);
  if (byte === undefined) throw new ModelError('bad_source', 'tokenizer.json is not byte-level');
  return byte;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ModelError('bad_source', 'tokenizer.json is not JSON', { cause });
  }
}
