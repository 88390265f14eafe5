import type { NatsConnection } from 'nats';

export interface Outgoing {
  /** ASCII. */
  readonly subject: string;
  readonly data: Uint8Array;
}

const lineEnd = '\r\n';
const cr = 13;
const lf = 10;

/** Messages as NATS takes them: `PUB <subject> <bytes>␍␊<payload>␍␊` (its client protocol), in one piece. */
export function burst(messages: readonly Outgoing[]): Buffer {
  const heads: string[] = [];
  let size = 0;
  for (const { subject, data } of messages) {
    const head = `PUB ${subject} ${data.length}${lineEnd}`;
    heads.push(head);
    size += head.length + data.length + lineEnd.length;
  }
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  messages.forEach(({ data }, index) => {
    at += bytes.write(heads[index] ?? '', at, 'latin1');
    bytes.set(data, at);
    at += data.length;
    bytes[at] = cr;
    bytes[at + 1] = lf;
    at += lineEnd.length;
  });
  return bytes;
}

type WithProtocol = NatsConnection & {
  readonly protocol?: { sendCommand?(command: Uint8Array): void };
};

/**
 * Publishes several messages with one command. The client's own `publish` makes three pieces of each, and copies all
 * pieces of a turn of the event loop into one: it takes half as long again.
 */
export function publisher(nats: NatsConnection): (messages: readonly Outgoing[]) => void {
  const { protocol }: WithProtocol = nats;
  const one = ({ subject, data }: Outgoing): void => nats.publish(subject, data);
  if (typeof protocol?.sendCommand !== 'function') return (messages) => messages.forEach(one);
  return (messages) => {
    const most = nats.info?.max_payload ?? 0;
    // The client says what is wrong with those.
    if (messages.some(({ data }) => data.length > most)) messages.forEach(one);
    else protocol.sendCommand?.(burst(messages));
  };
}
