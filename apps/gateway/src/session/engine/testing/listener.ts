import type { Effect } from '../coordinator/effects';
import type { SynthesisEvent } from '../coordinator/events';

interface Chunk {
  readonly itemId: string;
  readonly atMs: number;
  readonly ms: number;
}

interface Word {
  readonly text: string;
  readonly endMs: number;
}

/**
 * Somebody with a loudspeaker: plays what comes in order at normal speed, stops and forgets at each interruption,
 * and writes down the words heard to their end. Knows nothing of the engine's own accounting.
 */
export class Listener {
  /** Words heard of each spoken item; absent: it was not cut. */
  readonly heard = new Map<string, string[]>();
  readonly words = new Map<string, Word[]>();
  private readonly chunks: Chunk[] = [];
  /** Responses that are heard one after the other: those of the conversation, and what bridges them. */
  private readonly onFloor = new Set<string>();
  /** Milliseconds heard of each message before its own words. */
  private readonly leadIns = new Map<string, number>();
  /** Interruptions: when, and how many chunks had come by then. */
  private readonly flushes: { readonly atMs: number; readonly chunks: number }[] = [];
  private interrupts = true;

  /** While the player stands still, so does its time. */
  private pausedAtMs: number | undefined;
  private pausedMs = 0;

  constructor(private readonly clock: () => number) {}

  private now(): number {
    return (this.pausedAtMs ?? this.clock()) - this.pausedMs;
  }

  private goOn(): void {
    if (this.pausedAtMs !== undefined) this.pausedMs += this.clock() - this.pausedAtMs;
    this.pausedAtMs = undefined;
  }

  onEffect(effect: Effect): void {
    if (effect.type === 'emit_audio') {
      const { ids, pcm, keep } = effect;
      if (!keep && !this.onFloor.has(ids.response_id)) return;
      const ms = pcm.byteLength / 48;
      const itemId = keep ? ids.item_id : `before ${ids.item_id}`;
      if (!keep) this.leadIns.set(ids.item_id, (this.leadIns.get(ids.item_id) ?? 0) + ms);
      this.chunks.push({ itemId, atMs: this.now(), ms });
      return;
    }
    if (effect.type === 'extension') {
      if (effect.event.type === 'parley.output_audio.paused') this.pausedAtMs ??= this.clock();
      if (effect.event.type === 'parley.output_audio.resumed') this.goOn();
    }
    if (effect.type !== 'emit') return;
    const { event } = effect;
    if (event.type === 'response.created') {
      const { id, conversation_id: conversation, metadata } = event.response;
      if (conversation !== null || metadata?.['parley.filler'] !== undefined) this.onFloor.add(id);
    }
    if (event.type === 'session.updated' && event.session.type === 'realtime') {
      this.interrupts = event.session.audio.input.turn_detection?.interrupt_response === true;
    }
    if (event.type === 'input_audio_buffer.speech_started' && this.interrupts) {
      this.goOn();
      this.flush();
    }
    if (event.type === 'response.done' && event.response.conversation_id !== null) {
      if (event.response.status === 'completed' || event.response.status === 'incomplete') return;
      const cancelled = event.response.status === 'cancelled';
      for (const item of event.response.output) {
        if (item.status !== 'incomplete' || this.heard.has(item.id)) continue;
        this.cut(item.id, cancelled ? this.playedMs(item.id) : Infinity);
      }
      if (cancelled) this.flush();
    }
    if (event.type === 'conversation.item.truncated')
      this.cut(event.item_id, event.audio_end_ms - (this.leadIns.get(event.item_id) ?? 0));
  }

  /** What the voice said, whenever it is heard. */
  onSpoken(event: SynthesisEvent, text: string, itemId: string): void {
    if (event.type !== 'segment_done') return;
    const words = event.words.map((word) => ({
      text: text.slice(word.textStart, word.textEnd),
      endMs: word.endMs,
    }));
    this.words.set(itemId, [...(this.words.get(itemId) ?? []), ...words]);
  }

  private cut(itemId: string, atMs: number): void {
    const words = (this.words.get(itemId) ?? []).filter(({ endMs }) => endMs <= atMs);
    this.heard.set(
      itemId,
      words.map(({ text }) => text),
    );
  }

  private flush(): void {
    this.flushes.push({ atMs: this.now(), chunks: this.chunks.length });
  }

  private playedMs(itemId: string): number {
    let atMs = 0;
    let played = 0;
    for (const [index, chunk] of this.chunks.entries()) {
      const startMs = Math.max(atMs, chunk.atMs);
      const flushMs = this.flushes.find(({ chunks }) => chunks > index)?.atMs ?? Infinity;
      const endMs = Math.min(startMs + chunk.ms, Math.max(flushMs, startMs));
      if (chunk.itemId === itemId && flushMs > startMs)
        played += Math.max(0, Math.min(endMs, this.now()) - startMs);
      atMs = flushMs <= startMs + chunk.ms ? flushMs : startMs + chunk.ms;
    }
    return Math.floor(played);
  }
}
