import type { SpokenWord } from '../playout/timeline';
import type { Effect } from '../coordinator/effects';
import type { SynthesisEvent } from '../coordinator/events';

/** PCM16 at 24 kHz. */
const bytesPerMs = 48;
export const msPerChar = 60;

/** One synthesis run: as tts-worker does it, a sentence or clause at a time, with exact word times. */
export class Run {
  text = '';
  finished = false;
  done = false;
  private at = 0;
  private audioMs = 0;
  private queue: SynthesisEvent[] = [];

  constructor(readonly lane: string) {}

  /** The next thing it would send, or undefined while it has nothing to say. `unitChars`: length of a segment. */
  step(unitChars: number): SynthesisEvent | undefined {
    if (this.queue.length === 0) this.segment(unitChars);
    const event = this.queue.shift();
    if (event?.type === 'speech_done') this.done = true;
    return event;
  }

  private segment(unitChars: number): void {
    if (this.done) return;
    const rest = this.text.length - this.at;
    if (rest === 0 || (rest < unitChars && !this.finished)) {
      if (this.finished) this.queue.push({ type: 'speech_done' });
      return;
    }
    const cut = this.text.indexOf(' ', Math.min(this.text.length, this.at + unitChars) - 1);
    if (cut < 0 && !this.finished) return;
    const end = cut < 0 ? this.text.length : cut + 1;
    this.queue.push({ type: 'segment_started', textStart: this.at, textEnd: end });
    const words = wordsIn(this.text, this.at, end, this.audioMs);
    const chars = end - this.at;
    for (const part of [Math.ceil(chars / 2), Math.floor(chars / 2)]) {
      if (part > 0) this.queue.push({ type: 'audio', pcm: new Uint8Array(part * msPerChar * bytesPerMs) });
    }
    this.queue.push({ type: 'segment_done', words });
    this.at = end;
    this.audioMs += chars * msPerChar;
  }
}

function wordsIn(text: string, from: number, to: number, startMs: number): SpokenWord[] {
  const words: SpokenWord[] = [];
  for (const match of text.slice(from, to).matchAll(/\S+/gu)) {
    const textStart = from + match.index;
    const textEnd = textStart + match[0].length;
    words.push({
      textStart,
      textEnd,
      startMs: startMs + (textStart - from) * msPerChar,
      endMs: startMs + (textEnd - from) * msPerChar,
    });
  }
  return words;
}

/** All synthesis runs of a session, by generation. */
export class Voice {
  readonly runs = new Map<number, Run>();
  private readonly failed = new Map<number, Run>();

  onEffect(effect: Effect): void {
    if (effect.type === 'speak_begin') this.runs.set(effect.generation, new Run(effect.lane));
    // What is sent to a voice that failed, before that is known, comes to nothing.
    if (effect.type === 'speak_text') this.run(effect.generation).text += effect.delta;
    if (effect.type === 'speak_finish') this.run(effect.generation).finished = true;
    if (effect.type === 'abandon_speech') this.runs.delete(effect.generation);
  }

  fail(generation: number): void {
    this.runs.delete(generation);
    this.failed.set(generation, new Run(''));
  }

  /** Its worker dies. */
  lose(lane: string): void {
    for (const [generation, run] of this.runs) if (run.lane === lane) this.runs.delete(generation);
  }

  private run(generation: number): Run {
    const run = this.runs.get(generation) ?? this.failed.get(generation);
    if (run === undefined) throw new Error(`speech for generation ${generation}, which was not begun`);
    return run;
  }
}
