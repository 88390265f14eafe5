import type { NanoUsd } from '@parley/state';

/** Prices are whole trillionths of a US dollar, so that what is charged is computed without fractions. */
export type PicoUsd = number;

const picoPerNano = 1_000;
const picoPerUsd = 1e12;
export const tokensPerMillion = 1_000_000;

export interface TokenPrice {
  readonly inputPico: PicoUsd;
  /** For the part of the input that was read from a cache. */
  readonly cachedInputPico: PicoUsd;
  readonly outputPico: PicoUsd;
}

/** Of hearing and speech: per character, or per minute. */
export type AudioPrice =
  | { readonly per: 'character'; readonly pico: PicoUsd }
  | { readonly per: 'minute'; readonly pico: PicoUsd };

/** US dollars for so many units as trillionths of a dollar for one, rounded once. */
export const picoOf = (usd: number, units = 1): PicoUsd => Math.round((usd * picoPerUsd) / units);

/** US dollars per million tokens, as catalogues have them. */
export const tokenPrice = (usd: { input: number; cachedInput: number; output: number }): TokenPrice => ({
  inputPico: picoOf(usd.input, tokensPerMillion),
  cachedInputPico: picoOf(usd.cachedInput, tokensPerMillion),
  outputPico: picoOf(usd.output, tokensPerMillion),
});

/** What `amount` costs at a price for each `units`, rounded to the nearest billionth of a dollar, halves up. */
export function nanoOf(amount: number, pico: PicoUsd, units = 1): NanoUsd {
  const divisor = BigInt(units) * BigInt(picoPerNano);
  return Number((2n * BigInt(Math.round(amount)) * BigInt(pico) + divisor) / (2n * divisor));
}

export function tokensCost(
  { inputPico, cachedInputPico, outputPico }: TokenPrice,
  used: {
    readonly inputTokens: number;
    readonly cachedInputTokens: number;
    readonly outputTokens: number;
  },
): NanoUsd {
  // A part of the input, never more.
  const cached = Math.min(used.cachedInputTokens, used.inputTokens);
  return (
    nanoOf(used.inputTokens - cached, inputPico) +
    nanoOf(cached, cachedInputPico) +
    nanoOf(used.outputTokens, outputPico)
  );
}

const msPerMinute = 60_000;

export const audioCost = (
  price: AudioPrice,
  { characters, audioMs }: { readonly characters: number; readonly audioMs: number },
): NanoUsd =>
  price.per === 'character' ? nanoOf(characters, price.pico) : nanoOf(audioMs, price.pico, msPerMinute);
