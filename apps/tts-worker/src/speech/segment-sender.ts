import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { int16ToBytes } from '@parley/audio';
import type { v1 } from '@parley/contracts';
import type { Framer, PcmFrame } from '../audio/framer';
import { SegmentAudio } from '../audio/segment-audio';
import type { TimeSpan } from '../engines/engine';
import type { Delivery } from '../prosody/delivery';
import type { SegmentSpeech } from './segment-speech';
import { writtenWords } from './word-map';

/** Silence after a segment by the mark it ends with, at the voice's own speed. */
const pauseMs: Readonly<Record<string, number>> = {
  ...{ '.': 260, '!': 260, '?': 280, ':': 200, ';': 200, ',': 130, '': 30 },
};

export interface SenderContext {
  /** Id of the voice that was asked for. */
  readonly voice: string;
  readonly delivery: Delivery;
  readonly sampleRate: number;
  readonly framer: Framer;
  /** Waits for credit; rejects when the response is abandoned. */
  readonly send: (event: v1.SpeechEvent.$Properties) => Promise<void>;
  /** Each frame as it was sent. */
  readonly onAudio: (frame: PcmFrame, speech: SegmentSpeech) => void;
}

/** Sends one segment: SegmentStarted, its audio as it is made, SegmentDone. Returns the length of its audio. */
export async function sendSegment(speech: SegmentSpeech, context: SenderContext): Promise<number> {
  const { segment, spoken, cast } = speech;
  const { framer, sampleRate, send } = context;
  await send({
    segmentStarted: {
      segment: segment.index,
      textStart: segment.textStart,
      textEnd: segment.textEnd,
      spokenText: spoken.text,
      engine: cast.voice.id,
      voice: context.voice,
    },
  });
  const startSample = framer.length;
  const sendFrames = async (frames: readonly PcmFrame[]) => {
    for (const frame of frames) {
      const pcm = int16ToBytes(frame.samples);
      const audio = { segment: segment.index, audio: { startSample: frame.startSample, sampleRate, pcm } };
      await send({ audio });
      context.onAudio(frame, speech);
    }
  };
  let audio: SegmentAudio | undefined;
  let spans: readonly TimeSpan[] = [];
  for await (const part of speech.parts) {
    if (part.kind === 'words') {
      spans = part.words;
      continue;
    }
    audio ??= segmentAudio(speech, part.sampleRate, context);
    for (const slice of slices(part.samples)) {
      await sendFrames(framer.push(audio.push(slice)));
      await yieldToOthers();
    }
  }
  const pause = (pauseMs[speech.pieces.at(-1)?.pause ?? ''] ?? 0) / context.delivery.rate;
  if (audio !== undefined) await sendFrames(framer.push(audio.finish(pause)));
  await sendFrames(framer.flush());
  const endSample = framer.length;
  const toMs = (sample: number) => Math.round((sample * 1_000) / sampleRate);
  const words = writtenWords({
    pieces: speech.pieces,
    spoken,
    spans,
    textStart: segment.textStart,
    startMs: toMs(startSample),
    endMs: toMs(endSample),
    heardAtMs: (engineMs) => audio?.heardAtMs(engineMs) ?? 0,
  });
  await send({
    segmentDone: {
      segment: segment.index,
      startSample,
      endSample,
      words,
      firstByteMs: Math.round(speech.firstPartMs),
      synthesisMs: Math.round(speech.synthesisMs),
    },
  });
  return endSample - startSample;
}

/** About 1 ms of work: the first frame need not wait until all is made ready, nor other streams. */
const sliceSamples = 4_096;

function* slices(samples: Float32Array): Generator<Float32Array> {
  for (let at = 0; at < samples.length; at += sliceSamples) yield samples.subarray(at, at + sliceSamples);
}

const segmentAudio = (speech: SegmentSpeech, inputRate: number, { delivery, sampleRate }: SenderContext) =>
  new SegmentAudio({
    inputRate,
    outputRate: sampleRate,
    pitchFactor: delivery.pitchFactor,
    gainDb: speech.cast.voice.gainDb + delivery.gainDb,
  });
