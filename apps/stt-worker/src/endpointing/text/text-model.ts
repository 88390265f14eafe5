import { readFile } from 'node:fs/promises';
import { Tokenizer } from '@huggingface/tokenizers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { z } from 'zod';
import { logit } from './linear-model';

/** The files of a text model, as the model cache gives them. */
export interface TextModelFiles {
  /** ONNX: `input_ids` int64 [1, tokens] in, the probability of the end out, the last number of its one output. */
  readonly model: string;
  /** tokenizer.json, as Hugging Face's tokenizers write it. */
  readonly tokenizer: string;
  /** Which languages it knows, and from which probability on it believes in an end. */
  readonly languages: string;
}

/** @param files of the model cache, by their keys */
export function textModelFiles(files: Readonly<Record<string, string>>): TextModelFiles {
  const { model, tokenizer, languages } = files;
  if (model === undefined || tokenizer === undefined || languages === undefined)
    throw new Error('not a text model: it needs the files model, tokenizer and languages');
  return { model, tokenizer, languages };
}

const languagesSchema = z.object({
  languages: z.record(z.string(), z.object({ threshold: z.number().gt(0).lt(1) })),
});

const tokenizerSchema = z.looseObject({ model: z.looseObject({}) });

/** Older words tell nothing of the end. */
const mostTokens = 64;
/** As the rest of the worker takes it. */
const unknownLanguage = 'en';

/** A model that reads transcripts: how likely a turn that consists of this is over. */
export class TextModel {
  private constructor(
    private readonly session: InferenceSession,
    private readonly tokenizer: Tokenizer,
    private readonly thresholds: ReadonlyMap<string, number>,
  ) {}

  static async load(files: TextModelFiles): Promise<TextModel> {
    const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));
    const { languages } = languagesSchema.parse(await json(files.languages));
    const tokenizer = new Tokenizer(tokenizerSchema.parse(await json(files.tokenizer)), {});
    const session = await InferenceSession.create(files.model, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
    });
    const thresholds = Object.entries(languages).map(([name, { threshold }]) => [name, threshold] as const);
    return new TextModel(session, tokenizer, new Map(thresholds));
  }

  /** @returns 0–1; undefined where there is nothing to read */
  async probability(text: string): Promise<number | undefined> {
    const { ids } = this.tokenizer.encode(text, { add_special_tokens: false });
    const last = ids.slice(-mostTokens);
    if (last.length === 0) return undefined;
    const tokens = new Tensor('int64', BigInt64Array.from(last, BigInt), [1, last.length]);
    const outputs = await this.session.run({ [this.session.inputNames[0]!]: tokens });
    const data = Object.values(outputs)[0]?.data;
    const probability = data?.[data.length - 1];
    if (typeof probability !== 'number') throw new Error('the text model has not the expected output');
    return Math.min(1, Math.max(0, probability));
  }

  /** Log-odds against the language's threshold; undefined: not a language it knows. */
  async read(text: string, language: string): Promise<number | undefined> {
    const threshold = this.thresholds.get(language === '' ? unknownLanguage : language);
    if (threshold === undefined) return undefined;
    const probability = await this.probability(text);
    return probability === undefined ? undefined : logit(probability) - logit(threshold);
  }
}
