import { semanticSilenceMs } from '../endpointing/semantic-policy';
import { endpointSettings, type EndpointSettings } from '../endpointing/settings';
import { msToSamples, samplesToMs } from '../endpointing/time';
import { listeningFrom, stepVad, type VadState } from '../endpointing/vad-machine';
import type { TranscriptionTiming } from '../transcription/timing';
import type { DecodeFailure, Reading } from '../transcription/utterance-types';
import { frameSamples } from '../vad/frame';
import type { Vad } from '../vad/vad';
import { AudioRing } from './audio-ring';
import type { DecodeKey, HearingConfig, HearingPorts } from './ports';
import { Timeline, timelineDefaults, type AudioRun } from './timeline';
import { Transcripts } from './transcripts';
import { VadFeed, type JudgedFrame } from './vad-feed';
import { stepVoice, voiceFrom, type VoiceEdges } from './voice-edges';

export interface HearingOptions {
  readonly startSample: number;
  readonly nextUtterance: number;
  readonly config: HearingConfig;
  readonly vad: Vad;
  readonly timing: TranscriptionTiming;
  /** Audio that is there already: how far it is heard is told. */
  readonly recording?: boolean;
}

export interface Commit {
  readonly utterance: number;
  readonly startSample: number;
  readonly endSample: number;
}

interface OpenTurn {
  readonly turn: number;
  readonly number: number;
  readonly startSample: number;
  readonly announced: boolean;
}

interface WaitingCommit extends Commit {
  /** When its audio last came nearer. */
  progressMs: number;
}

/** Audio kept at the most. A turn may be longer: what is settled is let go. */
const keptAudioMs = 120_000;
/** Audio kept while nobody speaks: for the padding, or in push-to-talk for what the VAD did not take for speech. */
const keptIdleMs = 1_500;
const keptPushToTalkMs = 30_000;
/** A commit whose audio does not come is done with what is there. */
const commitWaitMs = timelineDefaults.holdMs + 100;
/** A pause may end a turn for so long; after that partials of other streams need not wait for it. */
const likelyFinalMs = 400;
const mostWaitingCommits = 64;
/** How often the caller of a recording is told how far it is heard. */
const heardToMs = 500;
/** A recording no longer than this in which the VAD found nothing is left to the recogniser if there was a doubt. */
const doubtfulMs = 30_000;

/**
 * One session's hearing: audio in, hearing events out. Knows no clock and no engine but through its ports; audio
 * time is counted in samples. Event order per turn: SpeechStarted → PartialTranscript* → SpeechStopped →
 * TurnCommitted → FinalTranscript or TranscriptFailed.
 */
export class HearingSession {
  readonly #ring: AudioRing;
  readonly #timeline: Timeline;
  readonly #feed: VadFeed;
  readonly #transcripts: Transcripts;
  readonly #commits: WaitingCommit[] = [];
  #settings: EndpointSettings;
  #state: VadState;
  #open: OpenTurn | undefined;
  #voice: VoiceEdges = voiceFrom(0);
  #lastCommitted: number;
  /** End of the last committed turn: no other begins before it. */
  #committedTo = 0;
  /** Strongest probability since the last commit or clear. */
  #peakProbability = 0;
  /** The caller has sent everything. */
  #finishing = false;
  #toldHeardTo: number;

  constructor(
    private readonly options: HearingOptions,
    private readonly ports: HearingPorts,
  ) {
    this.#ring = new AudioRing(options.startSample, msToSamples(keptAudioMs));
    this.#timeline = new Timeline(options.startSample);
    this.#transcripts = new Transcripts(this.#ring, ports, options.timing);
    this.#settings = endpointSettings(options.config.turnDetection);
    this.#applyTranscription(options.config);
    this.#state = listeningFrom(options.startSample);
    this.#lastCommitted = options.nextUtterance - 1;
    this.#toldHeardTo = options.startSample;
    this.#feed = new VadFeed(options.vad, this.#ring, (frame) => this.#judged(frame));
  }

  /** Frames that were not believed: positions far ahead of the audio so far. */
  get refusedFrames(): number {
    return this.#timeline.refused;
  }

  /** Everything that was sent is judged, and every turn has its transcript. */
  get done(): boolean {
    return this.#transcripts.pending === 0 && this.#commits.length === 0 && this.#feed.waiting < frameSamples;
  }

  /** No more audio comes: what is open ends with the audio there is. */
  finish(): void {
    this.#finishing = true;
    this.#finishOpen();
  }

  audio(startSample: number, samples: Int16Array): void {
    this.#take(this.#timeline.push(startSample, samples, this.ports.nowMs()));
  }

  configure(config: HearingConfig): void {
    const before = this.#settings;
    this.#settings = endpointSettings(config.turnDetection);
    this.#applyTranscription(config);
    if (before.mode === 'push_to_talk' && this.#settings.mode !== 'push_to_talk') {
      this.#runCommits(true);
      if (this.#open && !this.#open.announced) this.#forget(this.#feed.judgedTo);
    }
  }

  /** Ends the open turn at `endSample` whatever the VAD says, once the audio up to there is judged. */
  commit(commit: Commit): void {
    if (commit.utterance <= this.#lastCommitted) return;
    if (this.#commits.length >= mostWaitingCommits) this.#commitNow(this.#commits.shift()!);
    this.#commits.push({ ...commit, progressMs: this.ports.nowMs() });
    this.#runCommits(false);
  }

  /** Forgets uncommitted audio before `upToSample`, and the turn it belonged to. */
  clear(upToSample: number): void {
    this.#runCommits(true);
    if (this.#open && this.#open.startSample >= upToSample) return;
    this.#forget(upToSample);
  }

  decoded(key: DecodeKey, result: Omit<Reading, 'span'>): void {
    this.#transcripts.decoded(key, result, this.ports.nowMs());
  }

  decodeFailed(key: DecodeKey, failure: DecodeFailure): void {
    this.#transcripts.decodeFailed(key, failure, this.ports.nowMs());
  }

  /** Every 100 ms or so: waits end by it. */
  tick(): void {
    const nowMs = this.ports.nowMs();
    this.#take(this.#timeline.expire(nowMs));
    this.#runCommits(false);
    if (this.#finishing) this.#finishOpen();
    this.#transcripts.tick(nowMs);
    this.#tellHeardTo();
  }

  close(): void {
    this.#feed.close();
    this.ports.pausing(false);
  }

  #applyTranscription({ transcription }: HearingConfig): void {
    const language = (transcription?.language ?? '').toLowerCase().split('-')[0]!;
    this.#transcripts.settings = { language, prompt: transcription?.prompt ?? '' };
  }

  #take(runs: readonly AudioRun[]): void {
    for (const run of runs) {
      if (run.kind === 'audio') this.#ring.append(run.samples);
      else {
        const from = this.#ring.endSample;
        this.#ring.skipTo(from + run.samples);
        this.#feed.missed(from, this.#ring.endSample);
      }
      this.#feed.pump();
    }
  }

  #judged(frame: JudgedFrame): void {
    this.#peakProbability = Math.max(this.#peakProbability, frame.probability);
    const { state, event } = stepVad(
      this.#state,
      frame,
      this.#settings,
      this.#silenceSamples(frame.endSample),
    );
    this.#state = state;
    if (event?.kind === 'speech_started') this.#begin(event.startSample);
    this.#tellTranscripts(frame);
    this.#tellVoice(frame);
    if (event?.kind === 'speech_stopped') this.#end(event.endSample, event.speechEndSample);
    for (const commit of this.#commits) commit.progressMs = this.ports.nowMs();
    this.#runCommits(false);
    this.#ring.forget(this.#neededFrom());
    this.#tellHeardTo();
  }

  #tellHeardTo(): void {
    if (this.options.recording !== true) return;
    const sample = Math.min(this.#feed.judgedTo, this.#transcripts.neededFrom);
    if (sample - this.#toldHeardTo < msToSamples(heardToMs)) return;
    this.#toldHeardTo = sample;
    this.ports.emit({ heardTo: { sample } });
  }

  #finishOpen(): void {
    if (this.#feed.waiting >= frameSamples) return;
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
    const speech = this.#state.phase === 'speech' && !this.#state.paused;
    const pausedFor = this.#state.phase === 'speech' ? frame.endSample - this.#state.speechEndSample : 0;
    this.ports.pausing(pausedFor > 0 && pausedFor <= msToSamples(likelyFinalMs));
    if (!this.#open) return;
    this.#transcripts.heard(this.#open.turn, {
      ...frame,
      speech,
      nowMs: this.ports.nowMs(),
    });
  }

  #tellVoice({ endSample, startSample }: JudgedFrame): void {
    if (!this.#open?.announced || this.#state.phase !== 'speech') return;
    const { number: utterance } = this.#open;
    const { paused, speechEndSample } = this.#state;
    const { edges, edge } = stepVoice(this.#voice, !paused, endSample - startSample);
    this.#voice = edges;
    if (edge === 'resumed') this.ports.emit({ speechResumed: { utterance } });
    if (edge !== 'paused') return;
    const speechMs = Math.round(samplesToMs(edges.speechSamples));
    this.ports.emit({ speechPaused: { utterance, speechEndSample, speechMs } });
  }

  /** Silence that ends the open turn now, in samples. */
  #silenceSamples(headSample: number): number {
    const { mode, eagerness, silenceDurationMs } = this.#settings;
    // A turn whose end was already decided, by this caller or by a worker before, ends there and not sooner.
    const decided = this.#commits.some((commit) => commit.endSample >= headSample);
    if (mode === 'push_to_talk' || decided || !this.#open?.announced) return Infinity;
    if (mode === 'server_vad') return msToSamples(silenceDurationMs);
    const text = this.#transcripts.textToPause(this.#open.turn);
    return msToSamples(semanticSilenceMs(eagerness, text, this.#transcripts.language));
  }

  #begin(startSample: number): void {
    const number = this.#lastCommitted + 1;
    const announced = this.#settings.mode !== 'push_to_talk';
    this.#open = this.#newTurn(number, startSample, announced);
    this.#voice = voiceFrom(msToSamples(this.#settings.minSpeechMs) - frameSamples);
    if (announced) this.ports.emit({ speechStarted: { utterance: number, startSample } });
  }

  #newTurn(number: number, startSample: number, announced: boolean): OpenTurn {
    return { turn: this.#transcripts.open(number, startSample, announced), number, startSample, announced };
  }

  #end(endsAt: number, speechEndsAt: number): void {
    const { turn, number, startSample, announced } = this.#open!;
    const endSample = Math.max(endsAt, startSample);
    const speechEndSample = Math.min(speechEndsAt, endSample);
    this.#open = undefined;
    this.#lastCommitted = number;
    this.#committedTo = Math.max(this.#committedTo, endSample);
    this.#peakProbability = 0;
    if (announced) this.ports.emit({ speechStopped: { utterance: number, endSample, speechEndSample } });
    this.ports.emit({ turnCommitted: { utterance: number, revision: 0, startSample, endSample } });
    this.#transcripts.close(turn, { startSample, endSample, atMs: this.ports.nowMs() });
  }

  #runCommits(force: boolean): void {
    for (;;) {
      const commit = this.#commits[0];
      if (!commit) return;
      const judged = this.#feed.judgedTo + frameSamples > commit.endSample;
      const overdue = this.ports.nowMs() - commit.progressMs >= commitWaitMs;
      if (!judged && !overdue && !force) return;
      this.#commits.shift();
      this.#commitNow(commit);
    }
  }

  #commitNow(commit: Commit): void {
    if (commit.utterance <= this.#lastCommitted) return;
    const { utterance: number, endSample } = commit;
    const before = this.#open ?? this.#newTurn(number, commit.startSample, false);
    this.#transcripts.renumber(before.turn, number);
    const startSample = before.announced ? before.startSample : Math.min(commit.startSample, endSample);
    this.#open = { ...before, number, startSample };
    if (!this.#transcripts.hasSpeech(before.turn)) this.#hearWhole(this.#open, endSample);
    this.#end(endSample, this.#state.phase === 'speech' ? this.#state.speechEndSample : endSample);
    this.#state = listeningFrom(this.#committedTo);
  }

  /** The VAD found no turn in it. If it had a doubt, the recogniser decides. */
  #hearWhole({ turn, startSample }: OpenTurn, endSample: number): void {
    this.#transcripts.heard(turn, {
      startSample,
      endSample,
      speech: this.#peakProbability >= this.#settings.stopThreshold,
      probability: this.#peakProbability,
      levelDbfs: 0,
      nowMs: this.ports.nowMs(),
    });
  }

  #forget(upToSample: number): void {
    if (this.#open) this.#transcripts.abandon(this.#open.turn);
    this.#open = undefined;
    this.#peakProbability = 0;
    this.#state = listeningFrom(Math.max(upToSample, this.#committedTo));
  }

  #neededFrom(): number {
    const idleMs = this.#settings.mode === 'push_to_talk' ? keptPushToTalkMs : keptIdleMs;
    const idle = this.#feed.judgedTo - msToSamples(Math.max(idleMs, this.#settings.prefixPaddingMs + 500));
    return Math.min(idle, this.#transcripts.neededFrom);
  }
}
