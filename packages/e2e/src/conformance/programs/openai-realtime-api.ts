import { recordedUtterance, waitFor } from '@parley/testing';
import { microphone, silence } from '../../support/microphone';

export interface RealtimeApiReport {
  readonly items: readonly {
    readonly role: string;
    readonly type: string;
    readonly text: string;
    readonly transcript: string;
    readonly hasAudio: boolean;
  }[];
  readonly toolCalls: readonly unknown[];
  readonly errors: readonly string[];
}

/** A conversation through the client's own idea of it. In a process of its own, as the library is an ES module. */
async function main(url: string): Promise<RealtimeApiReport> {
  const { RealtimeClient } = await import('openai-realtime-api');
  const client = new RealtimeClient({
    apiKey: 'sk-test',
    url: `${url}/v1/realtime`,
    model: 'gpt-4o-realtime-preview-2024-10-01',
    sessionConfig: {
      voice: 'alloy',
      temperature: 0.7,
      input_audio_transcription: { model: 'whisper-1' },
      turn_detection: { type: 'server_vad', silence_duration_ms: 300 },
    },
  });
  const errors: string[] = [];
  const toolCalls: unknown[] = [];
  let responses = 0;
  client.on('realtime.event', ({ event, source }) => {
    if (source !== 'server') return;
    if (event.type === 'error') errors.push(JSON.stringify(event));
    if (event.type === 'response.done') responses += 1;
  });
  client.addTool(
    {
      name: 'weather',
      description: 'The weather in a city.',
      parameters: { type: 'object', properties: {} },
    },
    (args: { city: string }) => {
      toolCalls.push(args);
      return `Rain in ${args.city}`;
    },
  );
  const responded = (count: number) => waitFor(`response ${count}`, 30_000, () => responses >= count);

  await client.connect();
  await client.waitForSessionCreated();
  client.sendUserMessageContent([{ type: 'input_text', text: 'Hello there' }]);
  await responded(1);
  await microphone(Buffer.concat([recordedUtterance(), silence(1_000)]), (frame) =>
    client.appendInputAudio(Uint8Array.from(frame).buffer),
  );
  await responded(2);
  client.sendUserMessageContent([{ type: 'input_text', text: '[[tool: weather {"city":"Ulm"}]]' }]);
  await responded(4);
  const items = client.conversation.getItems().map((item) => ({
    role: 'role' in item ? item.role : 'none',
    type: item.type,
    text: item.formatted.text,
    transcript: item.formatted.transcript,
    hasAudio: (item.formatted.audio?.length ?? 0) > 0,
  }));
  client.disconnect();
  return { items, toolCalls, errors };
}

main(process.argv[2] ?? '').then(
  (report) => {
    process.stdout.write(`${JSON.stringify(report)}\n`);
    process.exit(0);
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
