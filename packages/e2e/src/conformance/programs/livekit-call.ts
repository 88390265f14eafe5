import type { ReadableStream } from 'node:stream/web';
import { llm } from '@livekit/agents';
import * as openai from '@livekit/agents-plugin-openai';
import { AudioFrame } from '@livekit/rtc-node';
import { recordedUtterance, waitFor } from '@parley/testing';
import { microphone, silence } from '../../support/microphone';

export interface Reply {
  readonly text: string;
  readonly audioMs: number;
  readonly calls: readonly { readonly name: string; readonly args: string; readonly callId: string }[];
}

/** A session of LiveKit's plugin with what it told its application. */
export class LivekitCall {
  readonly session: llm.RealtimeSession;
  readonly errors: string[] = [];
  readonly transcripts: string[] = [];
  speechStarts = 0;
  private readonly events: { type: string; item_id?: string }[] = [];

  constructor(url: string) {
    this.session = new openai.realtime.RealtimeModel({
      apiKey: 'sk-test',
      baseURL: `${url}/v1`,
      model: 'gpt-realtime',
    }).session();
    this.session.on('error', ({ error }: { error: Error }) => this.errors.push(error.message));
    this.session.on('openai_server_event_received', (event: { type: string }) => this.events.push(event));
    this.session.on('input_speech_started', () => (this.speechStarts += 1));
    this.session.on(
      'input_audio_transcription_completed',
      (heard: { transcript: string; isFinal: boolean }) => {
        if (heard.isFinal) this.transcripts.push(heard.transcript);
      },
    );
  }

  /** The first event of the server of this type. */
  async event(type: string): Promise<{ item_id?: string }> {
    const find = () => this.events.find((event) => event.type === type);
    await waitFor(type, 20_000, () => find() !== undefined);
    return find() ?? {};
  }

  async write(text: string): Promise<void> {
    const context = this.session.chatCtx.copy();
    context.addMessage({ role: 'user', content: text });
    await this.session.updateChatCtx(context);
  }

  async answerTool(callId: string, name: string, output: string): Promise<void> {
    const context = this.session.chatCtx.copy();
    context.items.push(llm.FunctionCallOutput.create({ callId, name, output, isError: false }));
    await this.session.updateChatCtx(context);
  }

  async reply(): Promise<Reply> {
    return contentOf(await this.session.generateReply());
  }

  /** The next answer that nobody asked for: of a voice turn. */
  async spontaneousReply(): Promise<Reply> {
    return contentOf(
      await new Promise<llm.GenerationCreatedEvent>((resolve) =>
        this.session.once('generation_created', resolve),
      ),
    );
  }

  async speak(): Promise<void> {
    const pcm = Buffer.concat([recordedUtterance(), silence(1_500)]);
    await microphone(pcm, (frame) => {
      const samples = new Int16Array(new Uint8Array(frame).buffer);
      // Its CommonJS and ES module types are two to the compiler.
      const audio: unknown = new AudioFrame(samples, 24_000, 1, samples.length);
      this.session.pushAudio(audio as Parameters<llm.RealtimeSession['pushAudio']>[0]);
    });
  }
}

/** All of an answer, once it has ended. */
export async function contentOf(generation: llm.GenerationCreatedEvent): Promise<Reply> {
  const calls = collect(generation.functionStream);
  let text = '';
  let audioMs = 0;
  for await (const message of generation.messageStream) {
    const [words, frames] = await Promise.all([collect(message.textStream), collect(message.audioStream)]);
    text += words.map((word) => (typeof word === 'string' ? word : word.text)).join('');
    audioMs += frames.reduce((sum, frame) => sum + (frame.samplesPerChannel / frame.sampleRate) * 1_000, 0);
  }
  return { text, audioMs, calls: (await calls).map(({ name, args, callId }) => ({ name, args, callId })) };
}

async function collect<T>(stream: ReadableStream<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const element of stream) all.push(element);
  return all;
}
