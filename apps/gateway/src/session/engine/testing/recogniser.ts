import type { Effect } from '../coordinator/effects';
import type { HearingEvent } from '../turn/events';

/** An stt-worker as far as the engine can see one: numbers utterances, and owes a final for each it committed. */
export class Recogniser {
  open: { utterance: number; startSample: number; stopped: boolean; text: string } | undefined;
  readonly owed: number[] = [];
  /** The last partial of each utterance that was committed. */
  readonly said = new Map<number, string>();
  /** A commit of a number it had used already, which it takes for an echo: nothing comes of it. */
  refused = 0;
  private nextUtterance = 1;

  onEffect(effect: Effect): void {
    if (effect.type === 'commit_utterance') this.commit(effect.utterance);
    if (effect.type === 'clear_audio') this.open = undefined;
  }

  start(receivedSamples: number): HearingEvent | undefined {
    if (this.open !== undefined) return undefined;
    const startSample = Math.max(0, receivedSamples - 4_800);
    this.open = { utterance: this.nextUtterance, startSample, stopped: false, text: '' };
    return { type: 'speech_started', utterance: this.nextUtterance, startSample };
  }

  /** What was said so far, or something else. */
  partial(text: string): HearingEvent | undefined {
    if (this.open === undefined) return undefined;
    this.open.text = text;
    return {
      type: 'partial',
      utterance: this.open.utterance,
      text,
      stableChars: text.length >> 1,
      endProbability: (text.length % 4) / 4,
    };
  }

  candidate(): HearingEvent | undefined {
    if (this.open === undefined) return undefined;
    const { utterance, text } = this.open;
    return { type: 'turn_candidate', utterance, revision: 0, text, language: 'en', probability: 0.9 };
  }

  reopen(): HearingEvent | undefined {
    if (this.open === undefined) return undefined;
    this.open.stopped = false;
    return { type: 'turn_reopened', utterance: this.open.utterance };
  }

  pause(receivedSamples: number): HearingEvent | undefined {
    if (this.open === undefined) return undefined;
    const { utterance, startSample } = this.open;
    const speechMs = Math.max(64, (receivedSamples - startSample) / 16 - 300);
    return { type: 'speech_paused', utterance, speechEndSample: receivedSamples, speechMs };
  }

  resume(): HearingEvent | undefined {
    return this.open && { type: 'speech_resumed', utterance: this.open.utterance };
  }

  stop(endSample: number): HearingEvent | undefined {
    if (this.open === undefined || this.open.stopped) return undefined;
    this.open.stopped = true;
    const { utterance } = this.open;
    return { type: 'speech_stopped', utterance, endSample, speechEndSample: Math.max(0, endSample - 3_200) };
  }

  end(endSample: number): HearingEvent | undefined {
    if (this.open?.stopped !== true) return undefined;
    const { utterance, startSample, text } = this.open;
    this.commit(utterance);
    this.said.set(utterance, text);
    return { type: 'turn_committed', utterance, startSample, endSample };
  }

  final(text: string): HearingEvent | undefined {
    const utterance = this.owed.shift();
    if (utterance === undefined) return undefined;
    // What was said last is mostly right.
    const said = this.said.get(utterance) ?? '';
    return { type: 'final', utterance, text: said !== '' && text !== '' ? said : text, language: 'en' };
  }

  failure(): HearingEvent | undefined {
    const utterance = this.owed.shift();
    if (utterance === undefined) return undefined;
    return { type: 'transcript_failed', utterance, code: 'decode_failed', message: 'no' };
  }

  private commit(utterance: number): void {
    if (utterance < this.nextUtterance) {
      this.refused += 1;
      return;
    }
    this.open = undefined;
    this.nextUtterance = utterance + 1;
    this.owed.push(utterance);
  }
}
