import { createInterface } from 'node:readline';
import { decode, v1 } from '@parley/contracts';
import { z } from 'zod';
import { toHearingEvent } from '../session/shell/links/hearing-messages';
import { overlap } from './overlap';

/** A line in: what an stt-worker told while the assistant was heard. A line out: what the player is told. */
const requestSchema = z.strictObject({
  kind: z.enum(['stock', 'extensions']),
  untilMs: z.number(),
  /** HearingEvents, base64. */
  heard: z.array(z.strictObject({ atMs: z.number(), bytes: z.base64() })),
});

async function main(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const { kind, untilMs, heard } = requestSchema.parse(JSON.parse(line));
    const events = heard.flatMap(({ atMs, bytes }) => {
      const event = toHearingEvent(decode(v1.HearingEvent, Buffer.from(bytes, 'base64')));
      return event === undefined ? [] : [{ atMs, event }];
    });
    process.stdout.write(`${JSON.stringify(overlap(kind, events, untilMs))}\n`);
  }
}

void main();
