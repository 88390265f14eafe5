import { endProbability } from '../endpointing/policy/decision';
import { eagernessTable } from '../endpointing/policy/eagerness';
import {
  dueSample,
  policyFrom,
  stepPolicy,
  type PolicyEvent,
  type PolicyOutput,
  type PolicyState,
} from '../endpointing/policy/turn-policy';
import { endpointSettings, type EndpointSettings } from '../endpointing/settings';
import { listeningFrom, type VadState } from '../endpointing/vad-machine';
import type { Endpointing, HearingConfig } from './ports';

/** The turn policy of one session, with its settings and what it remembers of the speaker. */
export class TurnTaking {
  #settings: EndpointSettings;
  #state: PolicyState;

  constructor(
    config: HearingConfig,
    startSample: number,
    private readonly endpointing: Endpointing,
  ) {
    this.#settings = settingsOf(config);
    this.#state = policyFrom(startSample);
  }

  get settings(): EndpointSettings {
    return this.#settings;
  }

  get vad(): VadState {
    return this.#state.vad;
  }

  /** Of the open turn: rises when speech goes on after a candidate. */
  get revision(): number {
    return this.#state.turn?.revision ?? 0;
  }

  /** Whether audio up to `headSample` may decide something, before it fills a frame. */
  isDue(headSample: number): boolean {
    const due = dueSample(this.#state, this.#settings);
    return due !== undefined && headSample >= due;
  }

  /** That these words are all of the turn, 0–1, said while it goes on; 0 = words are not judged here. */
  endProbability(text: string, language: string): number {
    const estimator = this.endpointing.estimator();
    const { expected } = this.#settings;
    if (!estimator.needs.text) return 0;
    // A recogniser closes whatever it is given so far: its mark says nothing here.
    const spoken = {
      text: text.replace(/[\s.!?。！？…]+$/u, ''),
      language,
      acoustic: undefined,
      speechMs: 0,
    };
    return endProbability(spoken, { estimator, expected }) ?? 0;
  }

  configure(config: HearingConfig): void {
    this.#settings = settingsOf(config);
  }

  step(event: PolicyEvent): readonly PolicyOutput[] {
    const { row } = this.endpointing;
    const { state, outputs } = stepPolicy(this.#state, event, {
      settings: this.#settings,
      row: row ?? eagernessTable[this.#settings.eagerness],
      estimator: this.endpointing.estimator(),
      reads: this.endpointing.reads === true,
      textWaitMs: this.endpointing.textWaitMs(),
    });
    this.#state = state;
    return outputs;
  }

  /** Whatever was open is not: a turn may begin from here on. */
  listenFrom(floorSample: number): void {
    this.#state = { ...this.#state, vad: listeningFrom(floorSample), turn: undefined, last: undefined };
  }
}

function settingsOf({ turnDetection, expectedInput }: HearingConfig): EndpointSettings {
  return endpointSettings(turnDetection, expectedInput ?? []);
}
