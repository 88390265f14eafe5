import net from 'node:net';
import * as fc from 'fast-check';

/** What a socket may be sent that is no WebSocket client at all, or stops being one. */
export const rawBytesArbitrary: fc.Arbitrary<Buffer[]> = fc
  .tuple(
    fc.constantFrom(
      '',
      'GET /v1/realtime HTTP/1.1\r\n',
      'POST /v1/realtime/client_secrets HTTP/1.1\r\n',
      upgrade('/v1/realtime?model=m'),
      upgrade('/v1/realtime?model=%'),
      upgrade('//'),
      upgrade('http://['),
      upgrade('/tts/v1/voice:streamBidirectional?authorization=%'),
    ),
    fc.array(fc.oneof(fc.uint8Array({ maxLength: 400 }), frameHead()), { maxLength: 6 }),
  )
  .map(([head, chunks]) => [Buffer.from(head), ...chunks.map((chunk) => Buffer.from(chunk))]);

function upgrade(path: string): string {
  return [
    `GET ${path} HTTP/1.1`,
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Authorization: Bearer test-key',
    '\r\n',
  ].join('\r\n');
}

/** Frames of every opcode, masked or not, with lengths that lie. */
function frameHead(): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.nat({ max: 255 }), fc.nat({ max: 255 }), fc.uint8Array({ maxLength: 140 }))
    .map(([first, second, rest]) => Uint8Array.from([first, second, ...rest]));
}

export const rawBytesOf = (seed: number, count: number): Buffer[][] =>
  fc.sample(rawBytesArbitrary, { seed, numRuns: count });

/** Writes the chunks to a connection of its own, and hangs up. */
export function sendRawBytes(port: number, chunks: readonly Buffer[]): Promise<void> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => {
      for (const chunk of chunks) socket.write(chunk);
      socket.end();
    });
    socket.on('data', () => undefined);
    socket.setTimeout(200, () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
  });
}
