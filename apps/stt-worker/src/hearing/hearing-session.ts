import type { AcousticReading } from '../endpointing/acoustic/acoustic-ear';
import type { PolicyEvent, PolicyOutput, Words } from '../endpointing/policy/turn-policy';
import { msToSamples, samplesToMs } from '../endpointing/time';
import { transcriptionSettings } from '../transcription/settings';
import type { TranscriptionTiming } from '../transcription/timing';
import type { DecodeFailure, Reading } from '../transcription/utterance-types';
import type { Denoiser } from '../noise/denoiser';
import { frameSamples } from '../vad/frame';
import type { Vad } from '../vad/vad';
import { AudioPath } from './audio-path';
import { AudioRing } from './audio-ring';
import { CommitQueue, type Commit } from './commit-queue';
import type { DecodeKey, Endpointing, HearingConfig, HearingPorts } from './ports';
import { Progress } from './progress';
import { timelineDefaults } from './timeline';
import { Transcripts } from './transcripts';
import { TurnNews } from './turn-news';
import { TurnTaking } from './turn-taking';
import type { JudgedFrame } from './vad-feed';

export interface HearingOptions {
  readonly startSample: number;
  readonly nextUtterance: number;
  readonly config: HearingConfig;
  readonly vad: Vad;
  /** None: there is no noise reduction. */
  readonly denoiser?: Denoiser;
  readonly timing: TranscriptionTiming;
  readonly endpointing: Endpointing;
  /** Audio that is there already: how far it is heard is told often. */
  readonly recording?: boolean;
}

interface OpenTurn {
  readonly turn: number;
  readonly number: number;
  readonly startSample: number;
  readonly announced: boolean;
}

/** Audio kept at the most. A turn may be longer: what is settled is let go. */
const keptAudioMs = 120_000;
/** The same with audio that waits for the VAD: the longest event of a client is some 330 s. */
const mostAudioMs = 360_000;
/** Audio kept while nobody speaks: for the padding, or in push-to-talk for what the VAD did not take for speech. */
const keptIdleMs = 1_500;
const keptPushToTalkMs = 30_000;
/** A commit whose audio does not come is done with what is there. */
const commitWaitMs = timelineDefaults.holdMs + 100;
/** A pause may end a turn for so long; after that partials of other streams need not wait for it. */
const likelyFinalMs = 400;
/** A recording no longer than this in which the VAD found nothing is left to the recogniser if there was a doubt. */
const doubtfulMs = 30_000;

/**
 * One session's hearing: audio in, hearing events out. Knows no clock and no engine but through its ports; audio
 * time is counted in samples. Event order per turn: SpeechStarted → PartialTranscript* → SpeechStopped →
 * TurnCommitted → FinalTranscript or TranscriptFailed.
 */
export class HearingSession {
  readonly #ring: AudioRing;
  readonly #path: AudioPath;
  readonly #transcripts: Transcripts;
  readonly #commits = new CommitQueue(commitWaitMs);
  readonly #turns: TurnTaking;
  readonly #news: TurnNews;
  #open: OpenTurn | undefined;
  #lastCommitted: number;
  /** End of the last committed turn: no other begins before it. */
  #committedTo = 0;
  /** Strongest probability since the last commit or clear. */
  #peakProbability = 0;
  /** The caller has sent everything. */
  #finishing = false;
  readonly #progress: Progress;

  constructor(
    private readonly options: HearingOptions,
    private readonly ports: HearingPorts,
  ) {
    this.#ring = new AudioRing(options.startSample, msToSamples(keptAudioMs), msToSamples(mostAudioMs));
    this.#news = new TurnNews(this.#ring, ports);
    const turns = new TurnTaking(options.config, options.startSample, options.endpointing);
    this.#turns = turns;
    this.#transcripts = new Transcripts(this.#ring, ports, options.timing, (text, language) =>
      turns.endProbability(text, language),
    );
    this.#applyTranscription(options.config);
    this.#lastCommitted = options.nextUtterance - 1;
    this.#progress = new Progress(options.startSample, options.recording === true);
    const { startSample, vad, denoiser } = options;
    this.#path = new AudioPath({
      ...{ startSample, vad, denoiser, ring: this.#ring },
      onJudged: (frame) => this.#judged(frame),
      mayMatter: (isLoud) => this.#mayMatter(isLoud),
    });
    this.#path.configure(options.config.noiseReduction ?? undefined);
  }

  /** Frames that were not believed: positions far ahead of the audio so far. */
  get refusedFrames(): number {
    return this.#path.refusedFrames;
  }

  /** Everything that was sent is judged, and every turn has its transcript. */
  get done(): boolean {
    const { pending } = this.#transcripts;
    return pending === 0 && this.#commits.isEmpty && this.#path.settled;
  }

  /** No more audio comes: what is open ends with the audio there is. */
  finish(): void {
    this.#finishing = true;
    this.#finishOpen();
  }

  audio(startSample: number, samples: Int16Array): void {
    this.#path.push(startSample, samples, this.ports.nowMs());
  }

  configure(config: HearingConfig): void {
    const before = this.#turns.settings;
    this.#turns.configure(config);
    this.#path.configure(config.noiseReduction ?? undefined);
    this.#applyTranscription(config);
    if (before.mode === 'push_to_talk' && this.#turns.settings.mode !== 'push_to_talk') {
      this.#forceCommits();
      if (this.#open && !this.#open.announced) this.#forget(this.#path.judgedTo);
    }
  }

  /** Ends the open turn at `endSample` whatever the VAD says, once the audio up to there is judged. */
  commit(commit: Commit): void {
    if (commit.utterance <= this.#lastCommitted) return;
    const oldest = this.#commits.add(commit, this.ports.nowMs());
    if (oldest) this.#commitNow(oldest);
    this.#runCommits();
  }

  /** Forgets uncommitted audio before `upToSample`, and the turn it belonged to. */
  clear(upToSample: number): void {
    this.#forceCommits();
    if (this.#open && this.#open.startSample >= upToSample) return;
    this.#forget(upToSample);
  }

  decoded(key: DecodeKey, result: Omit<Reading, 'span'>): void {
    const before = this.#words().text;
    this.#transcripts.decoded(key, result, this.ports.nowMs());
    const words = this.#words();
    if (words.text === undefined) return;
    if (before === undefined) this.#noteFinalisation();
    this.#decide({ kind: 'words', words, headSample: this.#path.judgedTo });
  }

  /** The acoustic ear's word on a pause; undefined when it has none. */
  listened(speechEndSample: number, reading: AcousticReading | undefined): void {
    const words = this.#words();
    this.#decide({ kind: 'acoustic', speechEndSample, reading, words, headSample: this.#path.judgedTo });
  }

  /** The text model's word on what was said; undefined when it has none. */
  read(text: string, score: number | undefined): void {
    this.#decide({ kind: 'read', text, score, words: this.#words(), headSample: this.#path.judgedTo });
  }

  /** Whether the assistant is being heard. */
  assistant(speaking: boolean): void {
    this.#decide({ kind: 'assistant', speaking });
  }

  decodeFailed(key: DecodeKey, failure: DecodeFailure): void {
    this.#transcripts.decodeFailed(key, failure, this.ports.nowMs());
  }

  /** Every 100 ms or so: waits end by it. */
  tick(): void {
    const nowMs = this.ports.nowMs();
    this.#path.expire(nowMs);
    this.#runCommits();
    if (this.#finishing) this.#finishOpen();
    this.#transcripts.tick(nowMs);
    this.#tellHeardTo();
  }

  close(): void {
    this.#path.close();
    this.ports.pausing(false);
  }

  #applyTranscription({ transcription }: HearingConfig): void {
    this.#transcripts.settings = transcriptionSettings(transcription);
  }

  /** The newest audio may begin a turn or end one, and is not to wait for more. */
  #mayMatter(isLoud: () => boolean): boolean {
    if (this.options.recording === true || this.#turns.settings.mode === 'push_to_talk') return false;
    return this.#turns.vad.phase === 'silence' ? isLoud() : this.#turns.isDue(this.#ring.endSample);
  }

  #judged(frame: JudgedFrame): void {
    this.#peakProbability = Math.max(this.#peakProbability, frame.probability);
    const outputs = this.#turns.step({
      kind: 'frame',
      frame,
      words: this.#words(),
      held: this.#held(frame.endSample),
    });
    for (const output of outputs) if (output.kind === 'start') this.#begin(output);
    if (!frame.peek) {
      this.#tellTranscripts(frame);
      if (this.#open?.announced === true) this.#news.voice(frame, this.#open.number, this.#turns.vad);
    }
    for (const output of outputs) this.#do(output);
    this.#commits.progressed(this.ports.nowMs());
    this.#runCommits();
    this.#ring.forget(this.#neededFrom());
    this.#tellHeardTo();
  }

  #words(): Words {
    const open = this.#open;
    if (open?.announced === true) return this.#transcripts.words(open.turn);
    return { text: undefined, language: this.#transcripts.language };
  }

  /** A turn whose end was already decided, by this caller or by a worker before, ends there and not sooner. */
  #held(headSample: number): boolean {
    return this.#commits.reaches(headSample) || this.#open?.announced === false;
  }

  #decide(event: PolicyEvent): void {
    for (const output of this.#turns.step(event)) this.#do(output);
  }

  #do(output: PolicyOutput): void {
    const { number: utterance = 0, startSample } = this.#open ?? {};
    if (output.kind === 'start') return;
    if (output.kind !== 'commit') {
      const { revision } = this.#turns;
      this.#news.tell(output, { utterance, startSample, revision, judgedTo: this.#path.judgedTo });
      return;
    }
    const { decision, revision, endSample, speechEndSample } = output;
    if (decision) this.ports.decided({ ...decision, utterance, revision });
    this.#end(endSample, speechEndSample, revision);
  }

  /** How long the recogniser takes from the real end of speech, where it was to be quick. */
  #noteFinalisation(): void {
    const { vad } = this.#turns;
    if (vad.phase !== 'speech' || !vad.paused) return;
    this.ports.decodedInPause(samplesToMs(this.#ring.endSample - vad.speechEndSample));
  }

  #tellHeardTo(): void {
    const { awaitedFrom, neededFrom } = this.#transcripts;
    const readTo = this.options.recording === true ? neededFrom : awaitedFrom;
    const sample = Math.min(this.#path.judgedTo, readTo);
    if (this.#progress.isNews(sample, this.#ring.endSample, this.ports.nowMs()))
      this.ports.emit({ heardTo: { sample } });
  }

  #finishOpen(): void {
    this.#path.settle();
    if (!this.#path.settled) return;
    const { startSample, nextUtterance, recording } = this.options;
    const endSample = this.#ring.endSample;
    const nothingHeard = recording === true && this.#lastCommitted < nextUtterance;
    const short = endSample - startSample <= msToSamples(doubtfulMs);
    if (!this.#open && !(nothingHeard && short && endSample > startSample)) return;
    this.#commitNow({
      utterance: this.#lastCommitted + 1,
      startSample: this.#open?.startSample ?? startSample,
      endSample,
    });
  }

  #tellTranscripts(frame: JudgedFrame): void {
    const { vad } = this.#turns;
    const speech = vad.phase === 'speech' && !vad.paused;
    const pausedFor = vad.phase === 'speech' ? frame.endSample - vad.speechEndSample : 0;
    this.ports.pausing(pausedFor > 0 && pausedFor <= msToSamples(likelyFinalMs));
    if (!this.#open) return;
    this.#transcripts.heard(this.#open.turn, {
      ...frame,
      speech,
      nowMs: this.ports.nowMs(),
    });
  }

  #begin({ startSample, speechSamples, continues }: Extract<PolicyOutput, { kind: 'start' }>): void {
    const number = this.#lastCommitted + 1;
    const announced = this.#turns.settings.mode !== 'push_to_talk';
    this.#open = this.#newTurn(number, startSample, announced);
    this.#news.began(speechSamples);
    if (!announced) return;
    const before = continues ? this.#lastCommitted : 0;
    this.ports.emit({ speechStarted: { utterance: number, startSample, continues: before } });
  }

  #newTurn(number: number, startSample: number, announced: boolean): OpenTurn {
    return { turn: this.#transcripts.open(number, startSample, announced), number, startSample, announced };
  }

  #end(endsAt: number, speechEndsAt: number, revision: number): void {
    const { turn, number, startSample, announced } = this.#open!;
    const endSample = Math.max(endsAt, startSample);
    const speechEndSample = Math.min(speechEndsAt, endSample);
    this.#open = undefined;
    this.#lastCommitted = number;
    this.#committedTo = Math.max(this.#committedTo, endSample);
    this.#peakProbability = 0;
    if (announced) this.ports.emit({ speechStopped: { utterance: number, endSample, speechEndSample } });
    this.ports.emit({ turnCommitted: { utterance: number, revision, startSample, endSample } });
    this.#transcripts.close(turn, { startSample, endSample, revision, atMs: this.ports.nowMs() });
  }

  #runCommits(): void {
    for (const endSample of this.#commits.ends) this.#path.settleTo(endSample);
    for (;;) {
      const due = this.#commits.takeDue(this.#path.judgedTo + frameSamples - 1, this.ports.nowMs());
      if (!due) return;
      this.#commitNow(due);
    }
  }

  #forceCommits(): void {
    for (const endSample of this.#commits.ends) this.#path.settleTo(endSample);
    for (let next = this.#commits.take(); next; next = this.#commits.take()) this.#commitNow(next);
  }

  #commitNow(commit: Commit): void {
    if (commit.utterance <= this.#lastCommitted) return;
    const { utterance: number, endSample } = commit;
    const before = this.#open ?? this.#newTurn(number, commit.startSample, false);
    this.#transcripts.renumber(before.turn, number);
    const startSample = before.announced ? before.startSample : Math.min(commit.startSample, endSample);
    this.#open = { ...before, number, startSample };
    if (!this.#transcripts.hasSpeech(before.turn)) this.#hearWhole(this.#open, endSample);
    const { vad, revision } = this.#turns;
    this.#end(endSample, vad.phase === 'speech' ? vad.speechEndSample : endSample, revision);
    this.#turns.listenFrom(this.#committedTo);
  }

  /** The VAD found no turn in it. If it had a doubt, the recogniser decides. */
  #hearWhole({ turn, startSample }: OpenTurn, endSample: number): void {
    this.#transcripts.heard(turn, {
      startSample,
      endSample,
      speech: this.#peakProbability >= this.#turns.settings.stopThreshold,
      probability: this.#peakProbability,
      levelDbfs: 0,
      nowMs: this.ports.nowMs(),
    });
  }

  #forget(upToSample: number): void {
    if (this.#open) this.#transcripts.abandon(this.#open.turn);
    this.#open = undefined;
    this.#peakProbability = 0;
    this.#turns.listenFrom(Math.max(upToSample, this.#committedTo));
  }

  #neededFrom(): number {
    const idleMs = this.#turns.settings.mode === 'push_to_talk' ? keptPushToTalkMs : keptIdleMs;
    const idle =
      this.#path.judgedTo - msToSamples(Math.max(idleMs, this.#turns.settings.prefixPaddingMs + 500));
    return Math.min(idle, this.#transcripts.neededFrom);
  }
}
