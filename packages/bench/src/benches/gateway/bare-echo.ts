import { decode, v1 } from '@parley/contracts';
import { connect } from 'nats';
import { cycle, replyMs } from './conversation';
import type { EngineWatch } from './engines';

export const bareSubject = {
  in: (id: string): string => `bare.in.${id}`,
  out: (id: string): string => `bare.out.${id}`,
};

/** Behind a bare relay: sends what it hears back for as much of each cycle as a reply lasts, and else only listens. */
export async function serveEcho(servers: string, watch: EngineWatch): Promise<void> {
  const nats = await connect({ servers });
  const prefix = bareSubject.in('');
  nats.subscribe(bareSubject.in('*'), {
    callback: (_error, { subject, data }) => {
      const id = subject.slice(prefix.length);
      const atMs = decode(v1.AudioFrame, data).startSample / 24;
      watch.heard(id, atMs);
      const number = Number(id.slice(id.indexOf('_') + 1));
      if ((atMs + number * 997) % cycle.periodMs >= replyMs) return;
      watch.spoke(id);
      nats.publish(bareSubject.out(id), data);
    },
  });
  await nats.flush();
}
