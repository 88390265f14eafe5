import { OpenAIRealtimeWebSocket, RealtimeAgent, RealtimeSession, tool } from '@openai/agents-realtime';
import type { RealtimeItem, RealtimeSessionOptions } from '@openai/agents-realtime';
import { recordedUtterance, waitFor } from '@parley/testing';
import { z } from 'zod';
import { microphone, silence } from '../support/microphone';
import type { Tap } from '../support/tap';
import { tapped } from '../support/tapped';
import type { WireEvent } from '../support/wire-reader';

/** OpenAI's agents SDK, unmodified: only its address and key point here. */
describe('@openai/agents-realtime over WebSocket', () => {
  const here = tapped(
    'agents-realtime',
    { client: '@openai/agents-realtime', package: '@openai/agents-realtime', dialect: 'GA, WebSocket' },
    { env: { PARLEY_TEST_TRANSCRIPT: 'Tell me more.', PARLEY_TEST_LLM_TOKEN_MS: '10' } },
  );

  it('holds a typed turn that is spoken', async () => {
    const call = await Call.start(here.tap);
    call.session.sendMessage('Hello there');
    await call.says('You said: Hello there.');
    expect(call.audioBytes).toBeGreaterThan(0);
    expect(call.errors).toEqual([]);
    call.hangUp();
  });

  it('holds a voice turn, and has its words in the history', async () => {
    const call = await Call.start(here.tap);
    await call.speak();
    await call.says('You said: Tell me more..');
    expect(call.history()).toEqual(['user: Tell me more.', 'assistant: You said: Tell me more..']);
    expect(call.errors).toEqual([]);
    call.hangUp();
  });

  it('has its tool called, and the answer spoken', async () => {
    const call = await Call.start(here.tap);
    call.session.sendMessage('[[tool: weather {"city":"Ulm"}]]');
    await call.says('The tool said Rain in Ulm.');
    expect(call.toolCalls).toEqual(['Ulm']);
    expect(call.errors).toEqual([]);
    call.hangUp();
  });

  it('has two tools called in one response, and one answer for both', async () => {
    const call = await Call.start(here.tap);
    call.session.sendMessage('[[tool: weather {"city":"Ulm"}]] [[tool: weather {"city":"Bonn"}]]');
    await call.says('The tool said Rain in Bonn.');
    expect(call.toolCalls).toEqual(['Ulm', 'Bonn']);
    const [calling] = call.wire('server', 'response.done');
    expect(calling?.body['response']).toMatchObject({ output: [called, called] });
    expect(call.errors).toEqual([]);
    call.hangUp();
  });

  it('is interrupted by speech, and remembers what was heard only', async () => {
    const call = await Call.start(here.tap);
    call.session.sendMessage('[[repeat: 60]]');
    await waitFor('audio', 20_000, () => call.audioBytes > 0);
    await call.speak();
    await call.says('You said: Tell me more..');
    expect(call.interruptions).toBe(1);
    expect(call.wire('server', 'conversation.item.truncated')).toHaveLength(1);
    const [truncated] = call.wire('server', 'conversation.item.truncated');
    const [kept] = call.wire('server', 'conversation.item.retrieved');
    const heardBytes = Number(truncated?.body['audio_end_ms']) * 48;
    expect(heardBytes).toBeGreaterThan(0);
    expect(kept?.body['item']).toMatchObject({
      id: truncated?.body['item_id'],
      status: 'incomplete',
      content: [{ type: 'output_audio', audio: expect.any(String) }],
    });
    expect(Buffer.from(audioOf(kept), 'base64')).toHaveLength(heardBytes);
    expect(call.history().join()).not.toContain('This is sentence 60.');
    expect(call.errors).toEqual([]);
    call.hangUp();
  });

  it('is interrupted by a guardrail, and goes on with what the guardrail says', async () => {
    const call = await Call.start(here.tap, {
      outputGuardrails: [
        {
          name: 'no third sentence',
          execute: async ({ agentOutput }) => ({
            tripwireTriggered: agentOutput.includes('This is sentence 3.'),
            outputInfo: {},
          }),
        },
      ],
      outputGuardrailSettings: { debounceTextLength: 20 },
    });
    let tripped = 0;
    call.session.on('guardrail_tripped', () => (tripped += 1));
    call.session.sendMessage('[[repeat: 20]]');
    await waitFor('a guardrail', 20_000, () => tripped > 0);
    await waitFor('another answer', 20_000, () => call.wire('server', 'response.created').length === 2);
    const [stopped] = call.wire('server', 'response.done');
    expect(stopped?.body['response']).toMatchObject({
      status: 'cancelled',
      status_details: { reason: 'client_cancelled' },
    });
    expect(call.errors).toEqual([]);
    call.hangUp();
  });
});

const called = { type: 'function_call', name: 'weather', status: 'completed' };

/** A session of the SDK with what it told its application. */
class Call {
  audioBytes = 0;
  interruptions = 0;
  readonly errors: unknown[] = [];
  readonly toolCalls: string[];
  private readonly from: number;

  private constructor(
    readonly session: RealtimeSession,
    private readonly tap: Tap,
    toolCalls: string[],
  ) {
    this.toolCalls = toolCalls;
    this.from = tap.wire.length;
    session.on('audio', ({ data }) => (this.audioBytes += data.byteLength));
    session.on('audio_interrupted', () => (this.interruptions += 1));
    session.on('error', ({ error }) => this.errors.push(error));
  }

  static async start(tap: Tap, options: Partial<RealtimeSessionOptions> = {}): Promise<Call> {
    const toolCalls: string[] = [];
    const weather = tool({
      name: 'weather',
      description: 'The weather in a city.',
      parameters: z.object({ city: z.string() }),
      execute: async ({ city }) => {
        toolCalls.push(city);
        return `Rain in ${city}`;
      },
    });
    const agent = new RealtimeAgent({ name: 'guide', instructions: 'Be kind.', tools: [weather] });
    const transport = new OpenAIRealtimeWebSocket({
      url: `${tap.url.replace('http', 'ws')}/v1/realtime?model=gpt-realtime`,
      useInsecureApiKey: true,
    });
    const session = new RealtimeSession(agent, {
      transport,
      model: 'gpt-realtime',
      ...options,
    });
    const call = new Call(session, tap, toolCalls);
    await session.connect({ apiKey: 'sk-test' });
    return call;
  }

  wire(from: 'client' | 'server', type: string) {
    return this.tap.wire
      .slice(this.from)
      .filter((event) => event.from === from && event.body['type'] === type);
  }

  /** Role and words of every message the SDK has. */
  history(): string[] {
    return this.session.history.flatMap((item) => (item.type === 'message' ? [wordsOf(item)] : []));
  }

  async says(words: string): Promise<void> {
    await waitFor(`"${words}" among ${this.history().join('; ')}`, 20_000, () =>
      this.history().includes(`assistant: ${words}`),
    );
  }

  async speak(): Promise<void> {
    const pcm = Buffer.concat([recordedUtterance(), silence(1_500)]);
    await microphone(pcm, (frame) => this.session.sendAudio(new Uint8Array(frame).buffer));
  }

  hangUp(): void {
    this.session.close();
  }
}

function audioOf(event: WireEvent | undefined): string {
  const item = event?.body['item'] as { content: { audio?: string }[] } | undefined;
  return item?.content[0]?.audio ?? '';
}

function wordsOf(item: Extract<RealtimeItem, { type: 'message' }>): string {
  const words = item.content.map((part) =>
    'text' in part ? part.text : 'transcript' in part ? part.transcript : '',
  );
  return `${item.role}: ${words.join('')}`;
}
