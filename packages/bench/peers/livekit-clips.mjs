// Recorded clips through @livekit/agents with its own VAD and engines that take no time: last phoneme → first output
// frame. Run in a folder where @livekit/agents is installed: node livekit-clips.mjs <clips.json> <default|tuned>; the
// file lists {pcm: file of PCM16 at 24 kHz, endMs}. Each line of output is one clip.
import fs from 'node:fs';
import { TransformStream } from 'node:stream/web';
import { setTimeout as pause } from 'node:timers/promises';
import {
  AudioFrame,
  FirstFrame,
  InstantModel,
  InstantVoice,
  frameSamples,
  inference,
  rateHz,
  stt,
  voice,
} from './livekit-instant.mjs';

const [clipsFile, mode] = process.argv.slice(2);
const clips = JSON.parse(fs.readFileSync(clipsFile, 'utf8'));

class InstantSpeechToText extends stt.STT {
  label = 'instant';
  constructor() {
    super({ streaming: false, interimResults: false });
  }
  async _recognize() {
    const speech = { language: 'en', text: 'What is the time now?', startTime: 0, endTime: 1, confidence: 1 };
    return { type: stt.SpeechEventType.FINAL_TRANSCRIPT, alternatives: [speech] };
  }
  stream() {
    throw new Error('not streaming');
  }
}

class Microphone extends voice.AudioInput {
  constructor() {
    super();
    const { readable, writable } = new TransformStream();
    this.multiStream.addInputStream(readable);
    this.writer = writable.getWriter();
  }
}

const tuned = mode === 'tuned';
const vad = new inference.VAD(tuned ? { minSilenceDuration: 200 } : {});
const session = new voice.AgentSession({
  stt: new InstantSpeechToText(),
  llm: new InstantModel(),
  tts: new InstantVoice(),
  vad,
  turnDetection: 'vad',
  aecWarmupDuration: null,
  ...(tuned ? { turnHandling: { endpointing: { minDelay: 0, maxDelay: 0 } } } : {}),
});
const microphone = new Microphone();
const output = new FirstFrame();
session.input.audio = microphone;
session.output.audio = output;
await session.start({ agent: new voice.Agent({ instructions: 'Answer.' }), record: false });

let queue = new Int16Array(0);
let began;
const startMs = performance.now();
let sent = 0;
setInterval(() => {
  while (startMs + (sent + 1) * 20 <= performance.now()) {
    sent += 1;
    const samples = new Int16Array(frameSamples);
    samples.set(queue.subarray(0, frameSamples));
    if (queue.length > 0) began?.(startMs + (sent - 1) * 20);
    if (queue.length > 0) began = undefined;
    queue = queue.subarray(Math.min(queue.length, frameSamples));
    void microphone.writer.write(new AudioFrame(samples, rateHz, 1, frameSamples));
  }
}, 5);

await pause(1_500);
for (const [index, { pcm, endMs }] of [clips[0], ...clips].entries()) {
  const bytes = fs.readFileSync(pcm);
  const first = new Promise((resolve) => {
    output.first = resolve;
    setTimeout(() => resolve(undefined), endMs + 6_000).unref();
  });
  const begins = new Promise((resolve) => (began = resolve));
  queue = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const beganMs = await begins;
  const atMs = await first;
  output.first = undefined;
  const delayMs = atMs === undefined ? null : atMs - (beganMs + endMs);
  // The first is to warm up.
  if (index > 0) process.stdout.write(`${JSON.stringify({ delayMs })}\n`);
  await pause(Math.max(0, beganMs + endMs - performance.now()) + 1_200);
}
process.exit(0);
