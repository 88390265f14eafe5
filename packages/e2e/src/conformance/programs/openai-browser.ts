import OpenAI from 'openai';
import { OpenAIRealtimeWebSocket } from 'openai/realtime/websocket';

/**
 * A turn with the class for browsers, whose key goes in a subprotocol, over the platform's own WebSocket: in a process
 * of its own, as Node 20 has one only when asked.
 */
async function main([url = '']: readonly string[]): Promise<void> {
  const api = new OpenAI({ apiKey: 'sk-test', baseURL: `${url}/v1` });
  const rt = new OpenAIRealtimeWebSocket({ model: 'gpt-realtime' }, api);
  const types: string[] = [];
  rt.on('event', ({ type }) => types.push(type));
  const said = await new Promise<string>((resolve, reject) => {
    rt.on('error', reject);
    rt.on('session.created', () => {
      rt.send({ type: 'session.update', session: { type: 'realtime', output_modalities: ['text'] } });
      rt.send({
        type: 'conversation.item.create',
        item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hello there' }] },
      });
      rt.send({ type: 'response.create' });
    });
    rt.on('response.output_text.done', ({ text }) => resolve(text));
  });
  process.stdout.write(`${JSON.stringify({ said, types })}\n`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
