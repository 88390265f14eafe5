import { Inject, Injectable } from '@nestjs/common';
import { BusError } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { BUS, type Bus } from '@parley/service';
import { WorkerError } from './worker-error';

const deadlineMs = 2_000;
const freshMs = 5_000;

export interface Voice {
  /** "provider/voice" */
  readonly id: string;
  readonly name: string;
  readonly engine: string;
  /** ISO-639-1 */
  readonly languages: readonly string[];
  readonly aliases: readonly string[];
  readonly isDefault: boolean;
}

/** The voices that can be had now, of all workers, asked for at most every few seconds. */
@Injectable()
export class VoiceList {
  #fresh: { readonly untilMs: number; readonly voices: Promise<readonly Voice[]> } | undefined;

  constructor(@Inject(BUS) private readonly bus: Bus) {}

  /** Rejects with WorkerError `unavailable`. */
  async all(): Promise<readonly Voice[]> {
    if (!this.#fresh || performance.now() > this.#fresh.untilMs) {
      this.#fresh = { untilMs: performance.now() + freshMs, voices: this.#ask() };
    }
    try {
      return await this.#fresh.voices;
    } catch (error) {
      this.#fresh = undefined;
      if (!BusError.isInstance(error)) throw error;
      throw new WorkerError('tts', 'unavailable', error.message, { cause: error });
    }
  }

  async #ask(): Promise<readonly Voice[]> {
    const request = encode(v1.ListVoicesRequest, {});
    const replies = await this.bus.gather('parley.tts.voices', request, deadlineMs);
    const found = new Map<string, Voice>();
    // In one order, whoever answers first: it is paged through.
    for (const voice of replies.toSorted((a, b) => Buffer.compare(a, b)).flatMap(voicesOf)) {
      const known = found.get(voice.id);
      found.set(voice.id, known?.isDefault === true ? known : voice);
    }
    return [...found.values()];
  }
}

function voicesOf(reply: Uint8Array): Voice[] {
  const { voices, defaultVoice } = decode(v1.ListVoicesReply, reply);
  return (voices ?? []).map(({ id, name, engine, languages, aliases }) => ({
    id: id ?? '',
    name: name ?? '',
    engine: engine ?? '',
    languages: languages ?? [],
    aliases: aliases ?? [],
    isDefault: id === defaultVoice,
  }));
}
