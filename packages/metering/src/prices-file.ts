import { readFileSync } from 'node:fs';
import { ConfigError, z } from '@parley/config';
import { parse } from 'yaml';
import { picoOf, tokenPrice, tokensPerMillion, type AudioPrice, type TokenPrice } from './price';
import type { PriceEntry, PriceList } from './prices';

const usd = z.number().min(0).max(1_000_000);

const tokens = z
  .strictObject({ input: usd, cached_input: usd.exactOptional(), output: usd })
  .transform(({ input, cached_input: cachedInput = input, output }) =>
    tokenPrice({ input, cachedInput, output }),
  );

const perMinute = z
  .strictObject({ per_minute: usd })
  .transform(({ per_minute }): AudioPrice => ({ per: 'minute', pico: picoOf(per_minute) }));

const perCharacter = z
  .strictObject({ per_million_characters: usd })
  .transform(({ per_million_characters: price }): AudioPrice => ({
    per: 'character',
    pico: picoOf(price, tokensPerMillion),
  }));

const patterns = <Price extends z.ZodType>(price: Price) => z.record(z.string().min(1).max(256), price);

const fileSchema = z.strictObject({
  llm: patterns(tokens).default({}),
  stt: patterns(perMinute).default({}),
  tts: patterns(z.union([perCharacter, perMinute])).default({}),
});

const free = { inputPico: 0, cachedInputPico: 0, outputPico: 0 } satisfies TokenPrice;

/** Engines that run on the operator's own machine: nobody bills for their use. */
const own: PriceList = {
  llm: [{ pattern: 'local/*', price: free }],
  stt: [{ pattern: 'local/*', price: { per: 'minute', pico: 0 } }],
  tts: ['piper/*', 'espeak/*'].map((pattern) => ({ pattern, price: { per: 'minute', pico: 0 } })),
};

/**
 * The operator's prices, from a YAML or JSON file.
 * @throws ConfigError that says what is wrong with it
 */
export function readPrices(path: string | undefined): PriceList {
  if (path === undefined) return own;
  let value: unknown;
  try {
    value = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError([
      `PARLEY_PRICES_FILE: ${error instanceof Error ? error.message : 'cannot be read'}`,
    ]);
  }
  const { data, error } = fileSchema.safeParse(value ?? {});
  if (error) {
    const [issue] = error.issues;
    throw new ConfigError([
      `PARLEY_PRICES_FILE: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`,
    ]);
  }
  return {
    llm: [...entries(data.llm), ...own.llm],
    stt: [...entries(data.stt), ...own.stt],
    tts: [...entries(data.tts), ...own.tts],
  };
}

const entries = <Price>(prices: Readonly<Record<string, Price>>): PriceEntry<Price>[] =>
  Object.entries(prices).map(([pattern, price]) => ({ pattern, price }));
