import { counter, gauge, histogram, turnStageBuckets, type Registry } from '@parley/telemetry';
import type { Effect } from '../engine/coordinator/effects';
import { slabReserve } from './audio/audio-memory';
import { stages, type Stage, type TurnTiming } from '../engine/timing/timing';

type Observed = Extract<Effect, { type: 'observe' }>['what'];

/** What sessions do, counted for the whole gateway. */
export class SessionMetrics {
  readonly #active;
  readonly #started;
  readonly #turns;
  readonly #bargeIns;
  readonly #responses;
  readonly #errors;
  readonly #stage;
  readonly #stored;
  readonly #failovers;
  readonly #speculations;
  readonly #speculationTokens;
  readonly #answers;
  readonly #judged;
  readonly #fillers;
  readonly #memories;
  readonly #memoryTokens;
  readonly #backchannels;
  readonly #phraseBytes;

  constructor(registry: Registry) {
    this.#active = gauge(registry, { name: 'parley_session_active', help: 'Sessions that are open.' });
    const audioBytes = gauge(registry, {
      name: 'parley_session_audio_bytes',
      help: 'Memory that sessions keep audio in, their newest and of items, and that waits for the next ones.',
    });
    Object.assign(audioBytes, { collect: () => audioBytes.set(slabReserve.bytes) });
    this.#started = counter<'outcome'>(registry, {
      name: 'parley_session_starts_total',
      help: 'Sessions by how their start ended.',
      labels: ['outcome'],
    });
    this.#turns = counter<'kind'>(registry, {
      name: 'parley_session_turns_total',
      help: 'User turns committed, by who ended them: vad or manual.',
      labels: ['kind'],
    });
    this.#bargeIns = counter<'when'>(registry, {
      name: 'parley_session_barge_ins_total',
      help: 'Responses that the user spoke over.',
      labels: ['when'],
    });
    this.#responses = counter<'status'>(registry, {
      name: 'parley_session_responses_total',
      help: 'Responses by their final status.',
      labels: ['status'],
    });
    this.#errors = counter<'code'>(registry, {
      name: 'parley_session_errors_total',
      help: 'Error events of sessions, by code.',
      labels: ['code'],
    });
    this.#failovers = counter(registry, {
      name: 'parley_session_failovers_total',
      help: 'Times another worker took a response over.',
    });
    this.#speculations = counter<'outcome'>(registry, {
      name: 'parley_session_speculations_total',
      help: 'Answers begun before their turn was over: started, used, wasted.',
      labels: ['outcome'],
    });
    this.#speculationTokens = counter<'outcome'>(registry, {
      name: 'parley_session_speculation_tokens_total',
      help: 'Tokens read and written for answers begun early, by whether they were used or wasted.',
      labels: ['outcome'],
    });
    this.#answers = counter<'speculation'>(registry, {
      name: 'parley_turn_turns_total',
      help: 'Turns answered, by what became of speculation.',
      labels: ['speculation'],
    });
    this.#judged = counter<'verdict'>(registry, {
      name: 'parley_session_overlaps_total',
      help: 'Speech over the assistant, by what was made of it and why.',
      labels: ['verdict'],
    });
    this.#fillers = counter<'outcome'>(registry, {
      name: 'parley_session_fillers_total',
      help: 'Words said while an answer or a tool was awaited, by what was awaited and what became of them.',
      labels: ['outcome'],
    });
    this.#memories = counter<'outcome'>(registry, {
      name: 'parley_session_memories_total',
      help: 'Times a part of a conversation was to be remembered: made, failed.',
      labels: ['outcome'],
    });
    this.#memoryTokens = counter(registry, {
      name: 'parley_session_memory_tokens_total',
      help: 'Tokens read and written to remember conversations, beside those of answers.',
    });
    this.#backchannels = counter<'outcome'>(registry, {
      name: 'parley_session_backchannels_total',
      help: 'Words of attention considered while users spoke: said, or why not.',
      labels: ['outcome'],
    });
    this.#phraseBytes = gauge(registry, {
      name: 'parley_session_phrase_bytes',
      help: 'Audio of phrases that voices have said and may be asked for again.',
    });
    this.#stored = counter<'durability'>(registry, {
      name: 'parley_session_items_stored_total',
      help: 'Log entries by durability when the client was told: stored, queued (store away), late.',
      labels: ['durability'],
    });
    this.#stage = histogram<'stage'>(registry, {
      name: 'parley_turn_stage_seconds',
      help: 'How long each stage of a turn took.',
      labels: ['stage'],
      buckets: [...turnStageBuckets],
    });
  }

  started(outcome: 'ok' | 'store_unavailable' | 'invalid'): void {
    this.#started.inc({ outcome });
    if (outcome === 'ok') this.#active.inc();
  }

  ended(): void {
    this.#active.dec();
  }

  observed(what: Observed, label: string): void {
    if (what === 'turn') this.#turns.inc({ kind: label });
    else if (what === 'judged') this.#judged.inc({ verdict: label });
    else if (what === 'backchannel') this.#backchannels.inc({ outcome: label });
    else if (what === 'filler') this.#fillers.inc({ outcome: label });
    else if (what === 'barge_in') this.#bargeIns.inc({ when: label });
    else this.#errors.inc({ code: label });
  }

  speculated(outcome: 'started' | 'used' | 'wasted', tokens: number): void {
    this.#speculations.inc({ outcome });
    if (outcome !== 'started') this.#speculationTokens.inc({ outcome }, tokens);
  }

  remembered(outcome: 'made' | 'failed', tokens: number): void {
    this.#memories.inc({ outcome });
    this.#memoryTokens.inc(tokens);
  }

  phrasesKept(bytes: number): void {
    this.#phraseBytes.set(bytes);
  }

  stored(durability: 'stored' | 'queued' | 'late'): void {
    this.#stored.inc({ durability });
  }

  turn(timing: TurnTiming): void {
    this.#responses.inc({ status: timing.status });
    if (timing.failovers > 0) this.#failovers.inc(timing.failovers);
    if (timing.itemId !== null) this.#answers.inc({ speculation: timing.speculation });
    for (const stage of stages) {
      const ms = timing.stages[stage];
      if (ms !== undefined) this.#stage.observe({ stage: nameOf(stage) }, ms / 1000);
    }
  }
}

const nameOf = (stage: Stage): string => stage.replace(/_ms$/, '');
