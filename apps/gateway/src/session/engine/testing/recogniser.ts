import type { Effect } from '../coordinator/effects';
import type { HearingEvent } from '../turn/events';

/** An stt-worker as far as the engine can see one: numbers utterances, and owes a final for each it committed. */
export class Recogniser {
  open: { utterance: number; startSample: number; stopped: boolean } | undefined;
  readonly owed: number[] = [];
  private nextUtterance = 1;

  onEffect(effect: Effect): void {
    if (effect.type === 'commit_utterance') this.commit(effect.utterance);
    if (effect.type === 'clear_audio') this.open = undefined;
  }

  start(receivedSamples: number): HearingEvent | undefined {
    if (this.open !== undefined) return undefined;
    const startSample = Math.max(0, receivedSamples - 4_800);
    this.open = { utterance: this.nextUtterance, startSample, stopped: false };
    return { type: 'speech_started', utterance: this.nextUtterance, startSample };
  }

  stop(endSample: number): HearingEvent | undefined {
    if (this.open === undefined || this.open.stopped) return undefined;
    this.open.stopped = true;
    const { utterance } = this.open;
    return { type: 'speech_stopped', utterance, endSample, speechEndSample: Math.max(0, endSample - 3_200) };
  }

  end(endSample: number): HearingEvent | undefined {
    if (this.open?.stopped !== true) return undefined;
    const { utterance, startSample } = this.open;
    this.commit(utterance);
    return { type: 'turn_committed', utterance, startSample, endSample };
  }

  final(text: string): HearingEvent | undefined {
    const utterance = this.owed.shift();
    return utterance === undefined ? undefined : { type: 'final', utterance, text, language: 'en' };
  }

  failure(): HearingEvent | undefined {
    const utterance = this.owed.shift();
    if (utterance === undefined) return undefined;
    return { type: 'transcript_failed', utterance, code: 'decode_failed', message: 'no' };
  }

  private commit(utterance: number): void {
    if (utterance < this.nextUtterance) return;
    this.open = undefined;
    this.nextUtterance = utterance + 1;
    this.owed.push(utterance);
  }
}
