import * as fc from 'fast-check';
import { clientEventArbitrary } from './events';
import { mutate, widen } from './mutate';
import { randomNumbers } from './random';

/** One WebSocket message of a client: text or binary. */
export type Frame = string | Buffer;

/**
 * Frames as bad clients send them, the same ones for the same seed: half of them valid events, the others wrong in
 * one place, or all over. The events are made once; each frame is a new variation of one of them.
 */
export class FrameSource {
  private readonly events: readonly string[];
  private readonly random: () => number;

  constructor(
    readonly seed: number,
    events = 2_000,
  ) {
    this.events = fc.sample(clientEventArbitrary, { seed, numRuns: events }).map(json);
    this.random = randomNumbers(seed);
  }

  next(): Frame {
    const { random } = this;
    const event = this.events[random() % this.events.length] ?? '{}';
    const kind = random() % 100;
    if (kind < 50) return event;
    if (kind < 85) return json(mutate(JSON.parse(event), [random(), random(), random()]));
    if (kind < 95) return garble(event, [random(), random(), random()]);
    if (kind < 97) return json(mutate(random(), [random(), random(), random()]));
    if (kind < 98) return '[{"type":'.repeat(random() % 3_000);
    if (kind < 99) return json(widen(JSON.parse(event), [random(), random(), random()]));
    return Buffer.from(event.slice(random() % event.length, random() % event.length));
  }
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

/** Cut short, or with a piece of it gone, twice or changed. */
function garble(frame: string, [at, how, what]: readonly [number, number, number]): string {
  const from = at % (frame.length + 1);
  const to = Math.min(frame.length, from + (what % 12));
  switch (how % 4) {
    case 0:
      return frame.slice(0, from);
    case 1:
      return frame.slice(0, from) + frame.slice(to);
    case 2:
      return frame.slice(0, to) + frame.slice(from);
    default:
      return `${frame.slice(0, from)}${String.fromCharCode(what % 0xffff)}${frame.slice(from)}`;
  }
}
