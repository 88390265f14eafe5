import { readFileSync } from 'node:fs';
import { Whisper, WhisperFullParams, WhisperSamplingStrategy } from '@napi-rs/whisper';

/** Transcribes PCM16 mono 16 kHz from standard input in a process of its own: `node transcribe.js <model>`. */
const model = new Whisper(readFileSync(process.argv[2] ?? ''));
const pcm = readFileSync(0);
const samples = Float32Array.from({ length: pcm.length >> 1 }, (_, i) => pcm.readInt16LE(i * 2) / 32768);
const params = new WhisperFullParams(WhisperSamplingStrategy.Greedy);
params.language = 'en';
params.noTimestamps = true;
params.singleSegment = true;
params.noContext = true;
params.temperature = 0;
params.nThreads = 1;
params.printProgress = false;
params.audioCtx = Math.ceil(50 * (samples.length / 16000 + 1));
process.stdout.write(`\n>>${model.full(params, samples)}\n`);
