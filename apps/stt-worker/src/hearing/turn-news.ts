import type { PolicyOutput } from '../endpointing/policy/turn-policy';
import { msToSamples, samplesToMs } from '../endpointing/time';
import type { VadState } from '../endpointing/vad-machine';
import type { AudioRing } from './audio-ring';
import type { HearingPorts } from './ports';
import type { JudgedFrame } from './vad-feed';
import { fallenFor, stepVoice, voiceFrom, type VoiceEdges } from './voice-edges';

/** What the policy asks or says while a turn is not over. */
export type Undecided = Exclude<PolicyOutput, { kind: 'start' | 'commit' }>;

export interface TurnNewsOf {
  readonly utterance: number;
  /** Undefined: no turn is open. */
  readonly startSample: number | undefined;
  readonly revision: number;
  readonly judgedTo: number;
}

/** The acoustic ear hears no more of a turn. */
const listenedMs = 8_000;

/** Tells the outside what there is to know of a turn before it is over. */
export class TurnNews {
  #voice: VoiceEdges = voiceFrom(0);

  constructor(
    private readonly ring: AudioRing,
    private readonly ports: HearingPorts,
  ) {}

  /** A turn began; so much speech was in it by then. */
  began(speechSamples: number): void {
    this.#voice = voiceFrom(speechSamples);
  }

  tell(output: Undecided, { utterance, startSample, revision, judgedTo }: TurnNewsOf): void {
    switch (output.kind) {
      case 'listen':
        return this.#listen(output.speechEndSample, startSample ?? judgedTo, judgedTo);
      case 'read':
        return this.ports.read({ text: output.text, language: output.language });
      case 'hold':
        return this.ports.decided({ ...output.decision, utterance, revision });
      case 'candidate': {
        const { endSample, probability, words } = output;
        const { language, text = '' } = words;
        return this.ports.emit({
          turnCandidate: { utterance, revision: output.revision, endSample, text, language, probability },
        });
      }
      case 'reopen':
        return this.ports.emit({ turnReopened: { utterance, revision: output.revision } });
    }
  }

  /** Where the voice falls silent and comes back, long before anything is decided by it. */
  voice(frame: JudgedFrame, utterance: number, vad: VadState): void {
    if (vad.phase !== 'speech') return;
    const { endSample, startSample, voiceEndSample, probability } = frame;
    const { paused, speechEndSample } = vad;
    const quietSamples = paused
      ? endSample - speechEndSample
      : fallenFor(this.#voice, probability, endSample - voiceEndSample);
    const { edges, edge } = stepVoice(this.#voice, endSample - startSample, quietSamples, probability);
    this.#voice = edges;
    if (edge === 'resumed') this.ports.emit({ speechResumed: { utterance } });
    if (edge !== 'paused') return;
    const speechMs = Math.round(samplesToMs(edges.speechSamples));
    this.ports.emit({ speechPaused: { utterance, speechEndSample, speechMs } });
  }

  #listen(speechEndSample: number, turnStart: number, endSample: number): void {
    const startSample = Math.max(turnStart, endSample - msToSamples(listenedMs));
    const pcm = this.ring.read(startSample, endSample);
    this.ports.listen({ speechEndSample, pcm, speechSamples: Math.max(0, speechEndSample - startSample) });
  }
}
