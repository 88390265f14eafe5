import { stockBehaviour, type BehaviourDefaults } from '../session/engine/behaviour';
import type { Effect } from '../session/engine/coordinator/effects';
import { Harness } from '../session/engine/testing/harness';
import type { HearingEvent } from '../session/engine/turn/events';

/** Who listens: a client of the reference, or one whose player pauses when it is told to. */
export type ClientKind = 'stock' | 'extensions';

export interface TimedHearing {
  readonly atMs: number;
  readonly event: HearingEvent;
}

/** What a player is told; times are those of the audio that was heard. `flushed`: the assistant was interrupted. */
export type PlayerEvent =
  | { readonly kind: 'audio'; readonly atMs: number; readonly ms: number }
  | { readonly kind: 'paused' | 'resumed' | 'flushed'; readonly atMs: number };

const behaviours: Readonly<Record<ClientKind, BehaviourDefaults>> = {
  stock: stockBehaviour,
  extensions: { ...stockBehaviour, maxLeadMs: 300, interruption: 'decide', pauses: true },
};
const text = 'One two three four five six seven eight nine ten.';
const segmentMs = 20_000;
const frameMs = 100;
/** The assistant has been speaking for so long when the audio begins. */
const spokenMs = 1_000;

/** A session in mid-answer that hears this: what its client's player is told. The gateway's own engine, no clock. */
export function overlap(kind: ClientKind, heard: readonly TimedHearing[], untilMs: number): PlayerEvent[] {
  const harness = new Harness({}, behaviours[kind]);
  const told: PlayerEvent[] = [];
  harness.onEffect = (effect) => {
    const event = toldOf(effect, harness.nowMs - spokenMs);
    if (event !== undefined) told.push(event);
  };
  answer(harness);
  harness.advance(spokenMs);
  let atMs = 0;
  const goOn = (toMs: number): void => {
    const samples = Math.max(0, Math.round((toMs - atMs) * 16));
    harness.dispatch({ type: 'audio_received', samples });
    harness.advance(Math.max(0, toMs - atMs));
    atMs = Math.max(atMs, toMs);
  };
  for (const { atMs: nextMs, event } of heard) {
    goOn(nextMs);
    harness.hears(event);
  }
  goOn(untilMs);
  return told;
}

function answer(harness: Harness): void {
  harness.client({ type: 'response.create' });
  harness.model({ type: 'text', delta: text });
  harness.model({ type: 'finished', reason: 'stop', usage: null });
  const { generation } = harness.last('speak_begin');
  const says = (event: Extract<Parameters<Harness['dispatch']>[0], { type: 'speech' }>['event']): unknown =>
    harness.dispatch({ type: 'speech', generation, event });
  says({ type: 'segment_started', textStart: 0, textEnd: text.length });
  for (let ms = 0; ms < segmentMs; ms += frameMs) says({ type: 'audio', pcm: new Uint8Array(frameMs * 48) });
  const words = [...text.matchAll(/\S+/gu)];
  const wordMs = segmentMs / words.length;
  says({
    type: 'segment_done',
    words: words.map((word, i) => ({
      ...{ textStart: word.index, textEnd: word.index + word[0].length },
      ...{ startMs: i * wordMs, endMs: (i + 1) * wordMs },
    })),
  });
  says({ type: 'speech_done' });
}

function toldOf(effect: Effect, atMs: number): PlayerEvent | undefined {
  if (effect.type === 'emit_audio') return { kind: 'audio', atMs, ms: effect.pcm.byteLength / 48 };
  if (effect.type === 'extension') {
    if (effect.event.type === 'parley.output_audio.paused') return { kind: 'paused', atMs };
    if (effect.event.type === 'parley.output_audio.resumed') return { kind: 'resumed', atMs };
  }
  const interrupted = effect.type === 'emit' && effect.event.type === 'input_audio_buffer.speech_started';
  return interrupted ? { kind: 'flushed', atMs } : undefined;
}
