// The same turn in @livekit/agents, in one process and with zero-latency engines: final transcript → first
// output frame. Run in a folder where @livekit/agents is installed: node livekit-turn.mjs <sessions> <turns> <pause between turns, ms>.
import { setTimeout as pause } from 'node:timers/promises';
import { FirstFrame, InstantModel, InstantVoice, stt, voice } from './livekit-instant.mjs';

const [sessions, turns, pauseMs] = process.argv.slice(2).map(Number);

class InstantSpeechToText extends stt.STT {
  label = 'instant';
  constructor() {
    super({ streaming: true, interimResults: false });
  }
  async _recognize() {
    throw new Error('streaming only');
  }
  stream() {
    this.current = new InstantHearing(this);
    return this.current;
  }
}

class InstantHearing extends stt.SpeechStream {
  label = 'instant';
  async run() {
    for await (const _ of this.input);
  }
  say(text) {
    const speech = { language: 'en', text, startTime: 0, endTime: 1, confidence: 1 };
    this.queue.put({ type: stt.SpeechEventType.FINAL_TRANSCRIPT, alternatives: [speech] });
    this.queue.put({ type: stt.SpeechEventType.END_OF_SPEECH });
  }
}

class SilentInput extends voice.AudioInput {}

async function startSession() {
  const hearing = new InstantSpeechToText();
  const session = new voice.AgentSession({
    stt: hearing,
    llm: new InstantModel(),
    tts: new InstantVoice(),
    vad: null,
    turnDetection: 'stt',
    aecWarmupDuration: null,
    turnHandling: { endpointing: { minDelay: 0, maxDelay: 0 } },
  });
  const output = new FirstFrame();
  session.input.audio = new SilentInput();
  session.output.audio = output;
  await session.start({ agent: new voice.Agent({ instructions: 'Answer.' }), record: false });
  return { session, hearing, output };
}

async function turn({ hearing, output }) {
  const started = performance.now();
  const first = new Promise((resolve, reject) => {
    output.first = resolve;
    setTimeout(() => reject(new Error('no audio in 10 s')), 10_000).unref();
  });
  hearing.current.say('What is the time now?');
  return (await first) - started;
}

const all = [];
for (let i = 0; i < sessions; i += 1) all.push(await startSession());
await pause(500);
for (const one of all) await turn(one); // warm-up, not counted
await pause(500);
const cpuBefore = process.cpuUsage();
const delays = [];
let failed = 0;
const perSession = Math.max(1, Math.ceil(turns / sessions));
await Promise.all(
  all.map(async (one, index) => {
    await pause((index * pauseMs) / sessions);
    for (let i = 0; i < perSession; i += 1) {
      try {
        delays.push(await turn(one));
      } catch {
        failed += 1;
      }
      await pause(pauseMs * (0.5 + Math.random()));
    }
  }),
);
const cpu = process.cpuUsage(cpuBefore);
process.stdout.write(
  `${JSON.stringify({ sessions, delaysMs: delays, failed, cpuMsPerTurn: (cpu.user + cpu.system) / 1000 / delays.length, rssMiB: process.memoryUsage.rss() / 2 ** 20 })}\n`,
  () => process.exit(0),
);
