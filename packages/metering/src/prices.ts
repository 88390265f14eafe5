import type { NanoUsd } from '@parley/state';
import type { UsageLine } from './line';
import { audioCost, tokensCost, type AudioPrice, type TokenPrice } from './price';

/** A price for every model or engine that a pattern means. */
export interface PriceEntry<Price> {
  /** "provider/model"; `*` stands for any characters. */
  readonly pattern: string;
  readonly price: Price;
}

export interface PriceList {
  readonly llm: readonly PriceEntry<TokenPrice>[];
  readonly stt: readonly PriceEntry<AudioPrice>[];
  readonly tts: readonly PriceEntry<AudioPrice>[];
}

/** The operator's prices before those of llm-router's catalogue. What has neither is unknown, and never free. */
export class Prices {
  readonly #llm: (model: string) => TokenPrice | undefined;
  readonly #stt: (model: string) => AudioPrice | undefined;
  readonly #tts: (model: string) => AudioPrice | undefined;

  constructor(list: PriceList) {
    this.#llm = finder(list.llm);
    this.#stt = finder(list.stt);
    this.#tts = finder(list.tts);
  }

  /** null: the price is not known. */
  costOf(line: UsageLine): NanoUsd | null {
    switch (line.service) {
      case 'llm': {
        const price = this.#llm(line.model) ?? line.price;
        return price === null ? null : tokensCost(price, line);
      }
      case 'stt': {
        const price = this.#stt(line.model);
        return price === undefined ? null : audioCost(price, { characters: 0, audioMs: line.audioMs });
      }
      case 'tts': {
        const price = this.#tts(line.model);
        return price === undefined ? null : audioCost(price, line);
      }
    }
  }
}

/** The longest pattern that fits says most. */
function finder<Price>(entries: readonly PriceEntry<Price>[]): (model: string) => Price | undefined {
  const sorted = entries
    .toSorted((a, b) => b.pattern.length - a.pattern.length)
    .map(({ pattern, price }) => ({ fits: matcher(pattern), price }));
  return (model) => sorted.find(({ fits }) => fits.test(model))?.price;
}

const matcher = (pattern: string): RegExp =>
  new RegExp(`^${pattern.split('*').map(escape).join('.*')}$`, 'is');

const escape = (text: string): string => text.replaceAll(/[\\^$.+?()[\]{}|]/g, '\\$&');
