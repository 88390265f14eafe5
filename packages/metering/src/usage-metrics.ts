import type { NanoUsd } from '@parley/state';
import { Tally, type Registry } from '@parley/telemetry';
import type { BillLine } from './bill';
import type { UsageLine } from './line';

/** Keys and models that have series of their own; what comes later goes by `other`. */
const maxKeys = 200;
const maxModels = 100;
const nanoPerUsd = 1e9;

/** What is used, by key and model. The names of keys are in it, never keys. */
export class UsageMetrics {
  readonly #tokens;
  readonly #seconds;
  readonly #characters;
  readonly #cost;
  readonly #unpriced;
  readonly #keys = new Names(maxKeys);
  readonly #models = new Names(maxModels);

  constructor(registry: Registry) {
    this.#tokens = new Tally(registry, {
      name: 'parley_usage_tokens_total',
      help: 'Tokens of language models; cached_input is a part of input.',
      labels: ['key', 'model', 'purpose', 'kind'],
    });
    this.#seconds = new Tally(registry, {
      name: 'parley_usage_audio_seconds_total',
      help: 'Seconds transcribed (stt) and synthesised (tts).',
      labels: ['key', 'model', 'service'],
    });
    this.#characters = new Tally(registry, {
      name: 'parley_usage_characters_total',
      help: 'Characters spoken.',
      labels: ['key', 'model'],
    });
    this.#cost = new Tally(registry, {
      name: 'parley_usage_cost_usd_total',
      help: 'US dollars, as far as prices are known.',
      labels: ['key', 'model'],
    });
    this.#unpriced = new Tally(registry, {
      name: 'parley_usage_unpriced_total',
      help: 'Things used whose price is not known.',
      labels: ['key', 'model'],
    });
  }

  charged(keyId: string, bill: readonly BillLine[]): void {
    const key = this.#keys.of(keyId);
    for (const { line, nanoUsd } of bill) this.#line(key, this.#models.of(line.model), line, nanoUsd);
  }

  #line(key: string, model: string, line: UsageLine, nanoUsd: NanoUsd | null): void {
    if (nanoUsd === null) this.#unpriced.add(1, key, model);
    else if (nanoUsd > 0) this.#cost.add(nanoUsd / nanoPerUsd, key, model);
    if (line.service !== 'llm') {
      this.#seconds.add(line.audioMs / 1_000, key, model, line.service);
      if (line.service === 'tts') this.#characters.add(line.characters, key, model);
      return;
    }
    const { purpose } = line;
    this.#tokens.add(line.inputTokens, key, model, purpose, 'input');
    this.#tokens.add(line.cachedInputTokens, key, model, purpose, 'cached_input');
    this.#tokens.add(line.outputTokens, key, model, purpose, 'output');
  }
}

/** The first so many names. */
class Names {
  readonly #known = new Set<string>();

  constructor(private readonly max: number) {}

  of(name: string): string {
    if (this.#known.has(name)) return name;
    if (this.#known.size >= this.max) return 'other';
    this.#known.add(name);
    return name;
  }
}
