import { decode, encode, v1 } from '@parley/contracts';
import { connect } from 'nats';
import { WebSocketServer } from 'ws';
import { bareId, bareSubject } from './bare-echo';

/**
 * The least that a gateway must do, with the libraries as they come: WebSocket → JSON → protobuf → NATS, and back. No
 * sessions, engine, store or metrics.
 */
async function main({ port, nats: servers }: { port: number; nats: string }): Promise<void> {
  const nats = await connect({ servers });
  const there = new Set<number>();
  const server = new WebSocketServer({ port, host: '127.0.0.1', perMessageDeflate: false });
  server.on('connection', (socket) => {
    let number = 1;
    while (there.has(number)) number += 1;
    there.add(number);
    const id = bareId(number);
    let startSample = 0;
    socket.on('message', (data: Buffer) => {
      const event = JSON.parse(data.toString()) as { type: string; audio: string };
      if (event.type !== 'input_audio_buffer.append') return;
      const pcm = Buffer.from(event.audio, 'base64');
      nats.publish(bareSubject.in(id), encode(v1.AudioFrame, { startSample, sampleRate: 24_000, pcm }));
      startSample += pcm.length / 2;
    });
    const answers = nats.subscribe(bareSubject.out(id), {
      callback: (_error, { data }) => {
        const { pcm } = decode(v1.AudioFrame, data);
        const delta = Buffer.from(pcm.buffer, pcm.byteOffset, pcm.length).toString('base64');
        socket.send(`{"type":"response.output_audio.delta","item_id":"${id}","delta":"${delta}"}`);
      },
    });
    nats.publish(bareSubject.opened(id));
    socket.on('close', () => {
      there.delete(number);
      answers.unsubscribe();
    });
    socket.send(JSON.stringify({ type: 'session.created', session: { id } }));
  });
  server.on('listening', () => process.send?.('ready'));
  process.on('disconnect', () => process.exit(0));
}

void main(JSON.parse(process.argv[2] ?? '{}') as { port: number; nats: string });
