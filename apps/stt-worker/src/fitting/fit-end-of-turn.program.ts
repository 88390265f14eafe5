import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { resolveModel } from '@parley/models';
import { z } from 'zod';
import type { Available } from '../endpointing/estimators/estimators';
import { dataFolder } from '../endpointing/estimators/load-models';
import { SmartTurn } from '../endpointing/acoustic/smart-turn';
import { Finalisation } from '../endpointing/finalisation';
import { WhisperModel } from '../engines/whisper/whisper-model';
import { ReplayEngines } from '../replay/engines';
import { Replay } from '../replay/replay';
import { SileroModel } from '../vad/silero-model';
import { areaUnderCurve, fitLogistic, type Example } from './logistic';
import { boundariesOf, loadCorpus, type Boundary } from './speech-corpus';

/**
 * Fits the weights that make one probability of what was said, how it was said and smart-turn. Input: lists of
 * recordings with word times (speech-corpus.ts). Each is heard up to each place between two words, and to its end,
 * followed by a pause, with the worker's own hearing.
 *
 *   node dist/fitting/fit-end-of-turn.program.js --source "name (licence)" … --examples FILE --write CORPUS…
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    source: { type: 'string', multiple: true, default: [] },
    /** Where examples are kept between runs: hearing them takes minutes, fitting a second. */
    examples: { type: 'string' },
    /** Places in mid-sentence of each recording. */
    cuts: { type: 'string', default: '6' },
    ridge: { type: 'string', default: '0.003' },
    write: { type: 'boolean', default: false },
  },
});

const heardSchema = z.object({
  clip: z.string(),
  whole: z.boolean(),
  weight: z.number(),
  inputs: z.record(z.string(), z.number()),
  text: z.string(),
});
type Heard = z.output<typeof heardSchema>;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Of each piece of work: the load of this machine is not to be learnt. */
const paceMs = 200;
const pauseMs = 1_400;
/** Whole turns of a few words are rare where sentences are read, and common where people talk. */
const shortWeight = 6;
/** Late enough for everything to be known. */
const judgedAtMs = 1_000;
/** Signal to noise, dB: places take turns. */
const noises = [45, 12] as const;

/** The recording up to there, and a pause, in a room that is as loud as asked. */
function heardUpTo(samples: Int16Array, atSample: number, snrDb: number): Int16Array {
  const speech = samples.subarray(0, atSample);
  const level = Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / Math.max(1, samples.length));
  const amplitude = level * 10 ** (-snrDb / 20) * Math.sqrt(3);
  const out = new Int16Array(4_800 + atSample + pauseMs * 16);
  out.set(speech, 4_800);
  let seed = 3 + snrDb;
  let low = 0;
  for (let i = 0; i < out.length; i++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    low = 0.7 * low + (seed / 2 ** 31 - 1) * amplitude;
    out[i] = Math.max(-32_768, Math.min(32_767, out[i]! + low));
  }
  return out;
}

/** Every whole one, and of the others so many, evenly. */
function some(boundaries: readonly Boundary[]): Boundary[] {
  const cuts = boundaries.filter(({ whole }) => !whole);
  const step = Math.max(1, cuts.length / Number(values.cuts));
  const kept = new Set(cuts.filter((_, i) => Math.floor((i + 0.5) / step) !== Math.floor((i - 0.5) / step)));
  return boundaries.filter((boundary) => boundary.whole || kept.has(boundary));
}

/** Goes on behind the recordings that were heard before; what is heard is kept as it comes. */
async function hearAll(heard: Heard[]): Promise<Heard[]> {
  const [vad, whisper, turn] = await Promise.all(
    ['silero-vad-v6', 'whisper-base', 'smart-turn-v3.2'].map((name) => resolveModel(name)),
  );
  const silero = await SileroModel.load(vad!['model']!);
  const engines = new ReplayEngines(
    silero,
    new WhisperModel(whisper!['model']!, 2),
    await SmartTurn.load(turn!['model']!),
    { kind: 'fixed', ms: paceMs },
  );
  const before = new Set(heard.map(({ clip }) => clip));
  for (const recording of positionals.flatMap(loadCorpus).filter(({ name }) => !before.has(name))) {
    for (const [i, { atSample, whole, weight }] of some(boundariesOf(recording)).entries()) {
      for (const snrDb of [noises[i % noises.length]!]) {
        const pcm = heardUpTo(recording.samples, atSample, snrDb);
        const row = { minDelayMs: judgedAtMs, maxDelayMs: judgedAtMs, threshold: 0.5 };
        const variant = { name: 'all', mode: 'semantic_vad', estimator: 'fused', row } as const;
        const request = {
          id: '',
          pcm: '',
          untilMs: Infinity,
          language: 'en',
          over: false,
          variants: [variant],
        };
        const probabilities = await engines.probabilities(pcm);
        const replay = new Replay(request, variant, engines, probabilities, new Finalisation());
        const last = (await replay.run(pcm)).decisions.findLast(({ action }) => action === 'commit');
        if (last?.text === undefined || last.text === '' || last.inputs['smartTurn'] === undefined) continue;
        heard.push({ clip: recording.name, whole, weight, inputs: last.inputs, text: last.text });
      }
    }
    say(`${recording.name}: ${heard.length} places heard`);
    if (values.examples !== undefined) writeFileSync(values.examples, JSON.stringify(heard));
  }
  return heard;
}

async function examples(): Promise<Heard[]> {
  const { examples: file } = values;
  const before = file !== undefined && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  return hearAll(z.array(heardSchema).parse(before));
}

const text = ['text', 'stop', 'question', 'short', 'length', 'units'];
const sound = ['pitchSlope', 'finalPitch', 'finalLevel', 'levelSlope', 'lengthening', 'voicing', 'seconds'];
const inputsOf: Readonly<Record<Available, readonly string[]>> = {
  text,
  sound,
  'text+sound': [...text, ...sound],
  'sound+smart': [...sound, 'smartTurn'],
  'text+sound+smart': [...text, ...sound, 'smartTurn'],
};

function fit(heard: readonly Heard[], names: readonly string[]): (inputs: Heard['inputs']) => number {
  const { bias, weights } = fitNamed(heard, names);
  return (inputs) => names.reduce((sum, name, i) => sum + weights[i]! * (inputs[name] ?? 0), bias);
}

function fitNamed(heard: readonly Heard[], names: readonly string[]) {
  const total = (whole: boolean): number =>
    heard.filter((one) => one.whole === whole).reduce((sum, { weight }) => sum + weight, 0);
  const yesWeight = total(false) / total(true);
  const boost = ({ inputs }: Heard): number => (inputs['short'] === 1 ? shortWeight : 1);
  const toExample = (one: Heard): Example => {
    const { whole, weight, inputs } = one;
    return {
      features: names.map((name, index) => [index, inputs[name] ?? 0] as const),
      yes: whole,
      weight: whole ? weight * yesWeight * boost(one) : weight,
    };
  };
  return fitLogistic(heard.map(toExample), names.length, {
    passes: 60,
    rate: 0.05,
    ridge: Number(values.ridge),
  });
}

async function main(): Promise<void> {
  const heard = await examples();
  const clips = [...new Set(heard.map(({ clip }) => clip))];
  say(
    `${heard.length} places, ${heard.filter(({ whole }) => whole).length} whole, ${clips.length} recordings`,
  );
  const models: Record<string, unknown> = {};
  for (const [kind, names] of Object.entries(inputsOf)) {
    // Each fifth of the recordings judged by weights that never heard them.
    const scored = [0, 1, 2, 3, 4].flatMap((fold) => {
      const out = new Set(clips.filter((_, i) => i % 5 === fold));
      const score = fit(
        heard.filter(({ clip }) => !out.has(clip)),
        names,
      );
      return heard
        .filter(({ clip }) => out.has(clip))
        .map((one) => ({ score: score(one.inputs), yes: one.whole }));
    });
    const { bias, weights } = fitNamed(heard, names);
    const round = (value: number): number => Math.round(value * 1000) / 1000;
    const named = Object.fromEntries(names.map((name, i) => [name, round(weights[i]!)]));
    say(
      `${kind}: AUC ${areaUnderCurve(scored).toFixed(3)} on recordings kept out; ${JSON.stringify(named)} bias ${round(bias)}`,
    );
    models[kind] = { source: values.source, bias: round(bias), weights: named };
  }
  const alone = heard.map(({ inputs, whole }) => ({ score: inputs['smartTurn'] ?? 0, yes: whole }));
  say(`smart-turn alone: AUC ${areaUnderCurve(alone).toFixed(3)}`);
  if (values.write)
    writeFileSync(join(dataFolder, 'end-of-turn.json'), `${JSON.stringify(models, undefined, 2)}\n`);
}

void main();
