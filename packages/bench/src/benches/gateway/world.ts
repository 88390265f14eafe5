import { serveEcho } from './bare-echo';
import { conversationOf, watchedSessions } from './conversation';
import { connectEngines } from './engine-bus';
import { serveEngines } from './engines';
import { Load, type LoadFacts } from './load';
import { Relay } from './relay';

/** What the bench asks of a process of the world around the gateway. */
export type WorldRequest =
  | { readonly do: 'open'; readonly sessions: number }
  | { readonly do: 'start' | 'take' | 'stop' };

export interface WorldFacts extends LoadFacts {
  readonly up: readonly number[];
  readonly down: readonly number[];
}

/** `nats` = be what is behind the gateway too, and time the frames of the sessions opened here. */
export interface WorldOptions {
  readonly port: number;
  readonly frameMs: number;
  readonly turnsPerMinute: number;
  readonly nats?: string;
  /** What is measured is a bare relay. */
  readonly bare?: boolean;
}

async function main({ port, frameMs, turnsPerMinute, nats, bare }: WorldOptions): Promise<void> {
  const relay = new Relay(frameMs);
  const conversation = conversationOf(turnsPerMinute);
  if (nats !== undefined && bare === true) await serveEcho(nats, relay, conversation, frameMs);
  else if (nats !== undefined)
    await serveEngines(await connectEngines(nats, watchedSessions), relay, conversation, frameMs);
  const load = new Load(port, frameMs, nats === undefined ? undefined : relay);
  const answer = async (request: WorldRequest): Promise<WorldFacts | undefined> => {
    switch (request.do) {
      case 'open':
        await load.open(request.sessions);
        return undefined;
      case 'start':
        load.start();
        return undefined;
      case 'take':
        return { ...load.take(), ...relay.take() };
      case 'stop':
        load.stop();
        setImmediate(() => process.exit(0));
        return undefined;
    }
  };
  process.on('message', (request: WorldRequest) => {
    void answer(request).then((facts) => process.send?.({ facts }));
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ facts: undefined });
}

void main(JSON.parse(process.argv[2] ?? '{}') as WorldOptions);
