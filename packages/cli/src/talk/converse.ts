import { TalkError } from './errors';
import { realClock, sendPaced, type Clock } from './microphone-pace';
import { Recorder, type TalkRecord } from './record';
import type { TalkEvent } from './talk-event';
import { TalkSession, type TalkOptions } from './talk-session';

export interface ConverseOptions extends TalkOptions {
  readonly onEvent?: (event: TalkEvent) => void;
  /** Longest wait, after the recording has been spoken, for speech to be heard at all. Default 15,000. */
  readonly hearTimeoutMs?: number;
  /** Longest wait without any event while something is still to come. Default 60,000. */
  readonly stallTimeoutMs?: number;
  readonly clock?: Clock;
}

export interface Conversation extends TalkRecord {
  /** When the recording's last sample was sent, from the connection. */
  readonly spokenMs: number;
}

/** Nothing more is expected when it has been still this long with nothing outstanding. */
const SETTLE_MS = 1200;
const POLL_MS = 50;

/**
 * Speaks a recording (PCM16 at WIRE_RATE_HZ) in real time with the microphone left open, until everything
 * said has been transcribed and answered. @throws TalkError
 */
export async function converse(audio: Int16Array, options: ConverseOptions): Promise<Conversation> {
  const { clock = realClock } = options;
  const session = await TalkSession.connect(options);
  const recorder = new Recorder();
  session.on((event) => {
    recorder.take(event);
    options.onEvent?.(event);
  });
  const startMs = clock.now();
  let spokenMs: number | undefined;
  let over = false;
  let lost: TalkError | undefined;
  session.onEnd((error) => {
    over = true;
    lost = error;
  });
  const speaking = sendPaced(audio, {
    send: (frame) => session.sendAudio(frame),
    open: () => !over && !session.closed,
    spoken: () => (spokenMs = clock.now() - startMs),
    clock,
  });
  try {
    const watching = watch(
      recorder,
      options,
      clock,
      startMs,
      () => spokenMs,
      () => over,
    );
    await Promise.race([watching, speaking.then(() => watching)]);
    if (lost) throw lost;
    return { ...recorder.record, spokenMs: spokenMs ?? 0 };
  } finally {
    over = true;
    await session.close();
    await speaking.catch(() => undefined);
  }
}

async function watch(
  recorder: Recorder,
  options: ConverseOptions,
  clock: Clock,
  startMs: number,
  spokenAt: () => number | undefined,
  over: () => boolean,
): Promise<void> {
  const { hearTimeoutMs = 15_000, stallTimeoutMs = 60_000 } = options;
  while (!over()) {
    await clock.sleep(POLL_MS);
    const spokenMs = spokenAt();
    if (spokenMs === undefined) continue;
    const { heard, errors, awaitedTranscripts, awaitedReplies, speaking, lastEventMs, replies } =
      recorder.record;
    const nowMs = clock.now() - startMs;
    const stillMs = nowMs - Math.max(spokenMs, lastEventMs);
    const begun = heard.length + replies.length + awaitedTranscripts > 0 || speaking;
    if (!begun && nowMs - spokenMs > hearTimeoutMs) {
      const why = errors.length > 0 ? `: ${errors.join('; ')}` : '';
      throw new TalkError('timeout', `no speech was heard in the recording${why}`);
    }
    const settled = begun && !speaking && awaitedTranscripts === 0 && awaitedReplies === 0;
    if (settled && stillMs > SETTLE_MS) return;
    if (begun && stillMs > stallTimeoutMs) {
      const missing = awaitedTranscripts > 0 ? 'a transcript' : 'a reply';
      throw new TalkError('timeout', `${missing} did not come within ${stallTimeoutMs / 1000} s`);
    }
  }
}

/** Transcribes a recording with the server's own recogniser, faster than real time. @throws TalkError */
export async function transcribe(audio: Int16Array, options: TalkOptions): Promise<string> {
  const session = await TalkSession.connect({ ...options, turns: 'push-to-talk' });
  try {
    const seconds = audio.length / 24_000;
    const heard = session.next('heard', 30_000 + 4000 * seconds);
    const failed = session.next('not-understood', 30_000 + 4000 * seconds);
    const outcome = Promise.race([heard, failed]);
    for (const other of [heard, failed, outcome]) other.catch(() => undefined);
    for (let at = 0; at < audio.length; at += 24_000) session.sendAudio(audio.subarray(at, at + 24_000));
    session.commit();
    const event = await outcome;
    if (event.kind === 'not-understood') throw new TalkError('protocol', event.message);
    return event.text.trim();
  } finally {
    await session.close();
  }
}
