import type { Words } from '../endpointing/policy/turn-policy';
import { samplesToMs } from '../endpointing/time';
import {
  candidates,
  reliableSpeechMs,
  sight,
  unknownLanguage,
  type LanguageTrack,
} from '../transcription/language';
import { textToPause } from '../transcription/partial-text';
import { promptFor } from '../transcription/prompt';
import { paced, transcriptionSettings, type TranscriptionSettings } from '../transcription/settings';
import type { TranscriptionTiming } from '../transcription/timing';
import { startUtterance, stepUtterance } from '../transcription/utterance';
import type {
  Closing,
  DecodeFailure,
  DecodePurpose,
  Heard,
  Job,
  Reading,
  Utterance,
  UtteranceEffect,
  UtteranceEvent,
} from '../transcription/utterance-types';
import type { AudioRing } from './audio-ring';
import type { DecodeKey, HearingPorts } from './ports';

/** Audio before a first partial of unknown language: enough speech to detect it by, and padding. */
const guessedAudioMs = reliableSpeechMs + 500;

/** The turns of one session whose transcripts are not told yet: runs their machines and does what they ask. */
export class Transcripts {
  readonly #utterances = new Map<number, Utterance>();
  #nextTurn = 1;
  #language: LanguageTrack = unknownLanguage;
  #settings = transcriptionSettings(null);
  #timing: TranscriptionTiming;
  /** When the newest stretch was read that was not only to be shown. */
  #readAtMs = -Infinity;

  constructor(
    private readonly ring: AudioRing,
    private readonly ports: HearingPorts,
    private readonly timing: TranscriptionTiming,
    private readonly endProbability: (text: string, language: string) => number,
  ) {
    this.#timing = timing;
  }

  set settings(settings: TranscriptionSettings) {
    this.#settings = settings;
    this.#timing = paced(this.timing, settings.delay);
  }

  get pending(): number {
    return this.#utterances.size;
  }

  /** ISO-639-1 of the session as far as known. */
  get language(): string {
    return this.#settings.language || this.#heardLanguage;
  }

  /** As it was heard so far, if it is one of those that are possible. */
  get #heardLanguage(): string {
    const { current } = this.#language;
    const { languages } = this.#settings;
    return languages.length === 0 || languages.includes(current) ? current : '';
  }

  /** Returns the turn's key. */
  open(number: number, startSample: number, announced: boolean): number {
    const turn = this.#nextTurn++;
    this.#utterances.set(turn, startUtterance(number, startSample, announced));
    return turn;
  }

  heard(turn: number, heard: Omit<Heard, 'mayPartial'>): void {
    const last = this.#utterances.get(turn)?.segments.at(-1);
    const audioMs = samplesToMs(heard.endSample - (last?.startSample ?? heard.startSample));
    // A partial in a language that was only guessed is worse than none.
    const guessing = this.language === '' && audioMs < guessedAudioMs;
    const mayPartial = !guessing && this.ports.mayPartial(audioMs);
    this.#step(turn, { kind: 'heard', ...heard, mayPartial });
  }

  close(turn: number, closing: Closing): void {
    this.#step(turn, { kind: 'closed', closing });
  }

  /** Forgets a turn: nothing more is told of it. */
  abandon(turn: number): void {
    const utterance = this.#utterances.get(turn);
    this.#utterances.delete(turn);
    for (const segment of utterance?.segments ?? []) {
      for (const job of segment.jobs) this.ports.drop({ turn, jobId: job.id });
    }
  }

  /** The caller counts differently: its number holds. */
  renumber(turn: number, number: number): void {
    const utterance = this.#utterances.get(turn);
    if (utterance) this.#utterances.set(turn, { ...utterance, number });
  }

  decoded({ turn, jobId }: DecodeKey, result: Omit<Reading, 'span'>, nowMs: number): void {
    const utterance = this.#utterances.get(turn);
    const segment = utterance?.segments.find((candidate) => candidate.jobs.some((job) => job.id === jobId));
    const job = segment?.jobs.find((candidate) => candidate.id === jobId);
    if (!segment || !job) return;
    if (job.purpose !== 'partial') this.#readAtMs = nowMs;
    const heardSamples = job.span.endSample - job.span.startSample;
    const speechMs = samplesToMs(Math.min(segment.speechSamples, heardSamples));
    this.#language = sight(this.#language, { language: result.language, speechMs });
    this.#step(turn, { kind: 'decoded', jobId, reading: { ...result, span: job.span }, nowMs });
  }

  decodeFailed({ turn, jobId }: DecodeKey, failure: DecodeFailure, nowMs: number): void {
    this.#step(turn, { kind: 'decode_failed', jobId, failure, nowMs });
  }

  tick(nowMs: number): void {
    for (const turn of this.#utterances.keys())
      this.#step(turn, { kind: 'tick', nowMs, readAtMs: this.#readAtMs });
  }

  /** Of an open turn, as far as everything up to its last speech is decoded. */
  words(turn: number): Words {
    const utterance = this.#utterances.get(turn);
    const text = utterance && textToPause(utterance);
    const endOfTurn = text === undefined ? undefined : utterance?.segments.at(-1)?.reading?.endOfTurn;
    return { text, language: this.language, endOfTurn };
  }

  /** Whether speech was heard in the turn. */
  hasSpeech(turn: number): boolean {
    return (this.#utterances.get(turn)?.segments.length ?? 0) > 0;
  }

  /** Where the oldest stretch begins that a turn waits for; Infinity: none does. */
  get awaitedFrom(): number {
    for (const { segments } of this.#utterances.values()) {
      const awaited = segments.find((segment) => segment.awaited !== undefined);
      if (awaited) return awaited.startSample;
    }
    return Infinity;
  }

  /** Audio from here on may still be asked for. */
  get neededFrom(): number {
    let from = Infinity;
    for (const { segments, startSample } of this.#utterances.values()) {
      const unsettled = segments.find(
        (segment) => segment.endSample === undefined || segment.awaited !== undefined,
      );
      from = Math.min(from, unsettled?.startSample ?? segments.at(-1)?.endSample ?? startSample);
    }
    return from;
  }

  #step(turn: number, event: UtteranceEvent): void {
    const before = this.#utterances.get(turn);
    if (!before) return;
    const { state, effects } = stepUtterance(before, event, this.#timing);
    if (state.done) this.#utterances.delete(turn);
    else this.#utterances.set(turn, state);
    for (const effect of effects) this.#do(turn, state, effect);
  }

  #do(turn: number, utterance: Utterance, effect: UtteranceEffect): void {
    switch (effect.kind) {
      case 'decode':
        this.#decode(turn, utterance, effect.job, effect.previousText);
        return;
      case 'drop':
        this.ports.drop({ turn, jobId: effect.jobId });
        return;
      case 'partial_skipped':
        this.ports.partialSkipped();
        return;
      case 'partial': {
        const { text, stableChars, heardToSample } = effect;
        const endProbability = this.endProbability(text, this.language);
        this.ports.emit({
          partial: { utterance: utterance.number, text, stableChars, heardToSample, endProbability },
        });
        return;
      }
      case 'final':
        this.#tellFinal(utterance, effect);
        return;
      case 'failed': {
        const { code, message, closing } = effect;
        const { revision = 0 } = closing;
        this.ports.emit({ failed: { utterance: utterance.number, revision, code, message } });
        return;
      }
    }
  }

  #tellFinal(utterance: Utterance, effect: Extract<UtteranceEffect, { kind: 'final' }>): void {
    const { closing } = effect;
    const waitedMs = Math.max(0, this.ports.nowMs() - closing.atMs);
    const speechEndSample = utterance.segments.at(-1)?.speechEndSample ?? closing.endSample;
    this.ports.finished({
      waitedMs,
      afterSpeechMs: waitedMs + samplesToMs(Math.max(0, closing.endSample - speechEndSample)),
    });
    this.ports.emit({
      final: {
        utterance: utterance.number,
        revision: closing.revision ?? 0,
        text: effect.text,
        language: effect.text === '' ? '' : effect.language || this.language,
        words: [],
        confidence: effect.confidence,
        engine: this.ports.engineId(),
        decodeMs: Math.round(effect.decodeMs),
        audioMs: Math.round(samplesToMs(closing.endSample - closing.startSample)),
        waitedMs: Math.round(waitedMs),
      },
    });
  }

  #decode(turn: number, utterance: Utterance, job: Job, previousText: string): void {
    this.ports.decode({
      turn,
      utterance: utterance.number,
      jobId: job.id,
      purpose: job.purpose,
      startSample: job.span.startSample,
      pcm: this.ring.read(job.span.startSample, job.span.endSample),
      language: this.#languageFor(utterance, job.purpose),
      languages: candidates(this.#settings.languages, this.#language.current),
      prompt: promptFor(this.#settings, previousText),
    });
  }

  /** Detection costs a second look at the audio: done while nothing waits, in each turn's first partial. */
  #languageFor(utterance: Utterance, purpose: DecodePurpose): string {
    if (this.#settings.language !== '') return this.#settings.language;
    const firstLook = purpose === 'partial' && utterance.segments.every((segment) => !segment.reading);
    return firstLook ? '' : this.#heardLanguage;
  }
}
