import type { SynthesisEvent } from '../coordinator/events';
import type { SpokenWord } from './timeline';

/** Something the voice sent, that is not let through yet. */
export interface Held {
  readonly generation: number;
  readonly event: SynthesisEvent;
  /** Of audio; else 0. */
  readonly audioMs: number;
}

/** What stands between synthesis and the client: events wait here in their order. */
export interface Gate {
  readonly held: readonly Held[];
  readonly heldMs: number;
}

export const emptyGate: Gate = { held: [], heldMs: 0 };

/** Audio is copied: it is a view of a message that will be gone. */
export function hold(gate: Gate, held: Held): Gate {
  const { event } = held;
  const kept = event.type === 'audio' ? { ...held, event: { ...event, pcm: event.pcm.slice() } } : held;
  return { held: [...gate.held, kept], heldMs: gate.heldMs + held.audioMs };
}

export function takeFirst(gate: Gate): Gate {
  const [first, ...held] = gate.held;
  return first === undefined ? gate : { held, heldMs: held.length === 0 ? 0 : gate.heldMs - first.audioMs };
}

/** Word times, known already, of the segment of which only a part was let through. */
export function wordsOfOpen({ held }: Gate): readonly SpokenWord[] {
  for (const { event } of held) {
    if (event.type === 'segment_done') return event.words;
    if (event.type === 'segment_started') break;
  }
  return [];
}

/** The voice has said all of it, though not all is let through. */
export const holdsEnd = (gate: Gate, generation: number): boolean =>
  gate.held.some((held) => held.generation === generation && held.event.type === 'speech_done');
