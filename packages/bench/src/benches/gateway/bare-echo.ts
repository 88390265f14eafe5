import { decode, encode, v1 } from '@parley/contracts';
import { connect } from 'nats';
import { tone, watchedSessions, type Conversation } from './conversation';
import type { EngineWatch } from './engines';
import { Speakers } from './speakers';

export const bareSubject = {
  /** Published empty when a session is there. */
  opened: (id: string): string => `bare.opened.${id}`,
  in: (id: string): string => `bare.in.${id}`,
  out: (id: string): string => `bare.out.${id}`,
};

/** By the order in which they are opened, from 1 on, those that are free first. */
export const bareId = (number: number): string => `bare_${number}`;

/** Behind a bare relay: hears the sessions that are watched, and speaks to all for as much of each cycle as a reply lasts. */
export async function serveEcho(
  servers: string,
  watch: EngineWatch,
  { periodMs, replyMs }: Conversation,
  pieceMs: number,
): Promise<void> {
  const nats = await connect({ servers });
  const speakers = new Speakers(pieceMs);
  const pcm = tone(pieceMs);
  const piece = encode(v1.AudioFrame, { startSample: 0, sampleRate: 24_000, pcm });
  const count = Math.ceil(replyMs / pieceMs);
  for (let number = 1; number <= watchedSessions; number += 1) {
    const id = bareId(number);
    nats.subscribe(bareSubject.in(id), {
      callback: (_error, { data }) => watch.heard(id, decode(v1.AudioFrame, data).startSample / 24),
    });
  }
  const opened = bareSubject.opened('');
  nats.subscribe(bareSubject.opened('*'), {
    callback: (_error, { subject }) => {
      const id = subject.slice(opened.length);
      const say = (): void => {
        watch.spoke(id);
        nats.publish(bareSubject.out(id), piece);
      };
      const reply = (): void => {
        watch.replyBegins(id);
        speakers.begin(count, say, () => void setTimeout(reply, periodMs - replyMs));
      };
      if (count > 0) setTimeout(reply, Math.random() * periodMs);
    },
  });
  await nats.flush();
}
