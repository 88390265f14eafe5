import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { resolveModel } from '@parley/models';
import { z } from 'zod';
import type { Available } from '../endpointing/estimators/estimators';
import { shortName, textFeatures, weighedFeatures } from '../endpointing/estimators/fusion-features';
import { dataFolder, endModels } from '../endpointing/estimators/load-models';
import { eagernessTable } from '../endpointing/policy/eagerness';
import { sigmoid } from '../endpointing/text/linear-model';
import { TextModel, textModelFiles } from '../endpointing/text/text-model';
import { SmartTurn } from '../endpointing/acoustic/smart-turn';
import { Finalisation } from '../endpointing/finalisation';
import { WhisperModel } from '../engines/whisper/whisper-model';
import { ReplayEngines } from '../replay/engines';
import { KeptWork } from '../replay/kept-work';
import { Replay } from '../replay/replay';
import { SileroModel } from '../vad/silero-model';
import { areaUnderCurve, fitLogistic, type Example } from './logistic';
import { boundariesOf, loadCorpus, type Boundary } from './speech-corpus';
import { lowestThreshold, tradeOff } from './trade-off';

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
    /** Where the engines' work is kept: it takes most of those minutes. */
    kept: { type: 'string' },
    /** Places in mid-sentence of each recording. */
    cuts: { type: 'string', default: '6' },
    ridge: { type: 'string', default: '0.01' },
    /** The text model whose word counts. */
    text: { type: 'string', default: 'turn-text-v1' },
    write: { type: 'boolean', default: false },
  },
});

const heardSchema = z.object({
  clip: z.string(),
  whole: z.boolean(),
  weight: z.number(),
  paused: z.boolean(),
  noisy: z.boolean(),
  inputs: z.record(z.string(), z.number()),
  text: z.string(),
});
type Heard = z.output<typeof heardSchema>;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Of each piece of work: the load of this machine is not to be learnt. */
const paceMs = 200;
const pauseMs = 1_400;
/** Late enough for everything to be known. */
const judgedAtMs = 1_000;
/** Signal to noise, dB: places take turns, and ends among themselves, or noise would tell that it is none. */
const noises = [45, 12] as const;
const cleanDb = 20;

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

/** Every whole one and every pause of the speaker's own, and of the others so many, evenly. */
function some(boundaries: readonly Boundary[]): Boundary[] {
  const cuts = boundaries.filter(({ whole }) => !whole);
  const step = Math.max(1, cuts.length / Number(values.cuts));
  const kept = new Set(cuts.filter((_, i) => Math.floor((i + 0.5) / step) !== Math.floor((i - 0.5) / step)));
  return boundaries.filter((boundary) => boundary.whole || boundary.paused || kept.has(boundary));
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
    undefined,
    { kind: 'fixed', ms: paceMs },
    values.kept === undefined ? undefined : new KeptWork(values.kept),
  );
  const before = new Set(heard.map(({ clip }) => clip));
  for (const [nth, recording] of positionals.flatMap(loadCorpus).entries()) {
    if (before.has(recording.name)) continue;
    for (const [i, { atSample, whole, weight, paused }] of some(boundariesOf(recording)).entries()) {
      for (const snrDb of [noises[(whole ? nth : i) % noises.length]!]) {
        const pcm = heardUpTo(recording.samples, atSample, snrDb);
        const wait = { minDelayMs: judgedAtMs, doubtfulDelayMs: judgedAtMs, maxDelayMs: judgedAtMs };
        const row = { ...wait, threshold: 0.5 };
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
        heard.push({
          ...{ clip: recording.name, whole, weight, paused, noisy: snrDb < cleanDb },
          ...{ inputs: last.inputs, text: last.text },
        });
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

const text = ['text', 'stop', 'question', 'short', 'length'];
const read = ['read', ...text];
/** Of longer turns these order nothing better on speakers kept out. */
const tellOfShort = new Set(['pitchSlope', 'levelSlope', 'lengthening', 'brief']);
const tellOfLong = new Set(['short', 'length', 'seconds']);
/** With the weights of short turns, where words tell which those are. */
const both = (names: readonly string[]): string[] => [
  ...names.filter((name) => !tellOfShort.has(name)),
  ...names.filter((name) => !tellOfLong.has(name)).map(shortName),
];
/** Only where words are known: how long each lasts. */
const spoken = (names: readonly string[]): string[] => both([...names, 'brief']);
const sound = ['pitchSlope', 'finalPitch', 'finalLevel', 'levelSlope', 'lengthening', 'voicing', 'seconds'];
const inputsOf: Readonly<Record<Available, readonly string[]>> = {
  text: both(text),
  sound,
  'text+sound': spoken([...text, ...sound]),
  'sound+smart': [...sound, 'smartTurn'],
  'text+sound+smart': spoken([...text, ...sound, 'smartTurn']),
  read: both(read),
  'read+sound': spoken([...read, ...sound]),
  'read+sound+smart': spoken([...read, ...sound, 'smartTurn']),
};

/** Sound alone does not know which turns are short. */
const weighed = (inputs: Heard['inputs'], names: readonly string[]): Heard['inputs'] =>
  names.includes('short') ? weighedFeatures(inputs) : inputs;

function fit(heard: readonly Heard[], names: readonly string[]): (inputs: Heard['inputs']) => number {
  const { bias, weights } = fitNamed(heard, names);
  return (inputs) => {
    const values = weighed(inputs, names);
    return names.reduce((sum, name, i) => sum + weights[i]! * (values[name] ?? 0), bias);
  };
}

/** Whole turns of a few words are rare where sentences are read: among short ones, too, a yes counts as much as a no. */
function yesWeights(heard: readonly Heard[]): (one: Heard) => number {
  const isShort = ({ inputs }: Heard): boolean => inputs['short'] === 1;
  const total = (those: readonly Heard[], whole: boolean): number =>
    those.filter((one) => one.whole === whole).reduce((sum, { weight }) => sum + weight, 0);
  const balance = (short: boolean): number => {
    const those = heard.filter((one) => isShort(one) === short);
    return total(those, false) / Math.max(1, total(those, true));
  };
  const [short, long] = [balance(true), balance(false)];
  return (one) => (isShort(one) ? short : long);
}

function fitNamed(heard: readonly Heard[], names: readonly string[]) {
  const yesWeight = yesWeights(heard);
  const toExample = (one: Heard): Example => {
    const { whole, weight } = one;
    const values = weighed(one.inputs, names);
    return {
      features: names.map((name, index) => [index, values[name] ?? 0] as const),
      yes: whole,
      weight: whole ? weight * yesWeight(one) : weight,
    };
  };
  return fitLogistic(heard.map(toExample), names.length, {
    passes: 60,
    rate: 0.05,
    ridge: Number(values.ridge),
  });
}

/** Each with the text model's word on it. */
async function withReads(heard: readonly Heard[]): Promise<Heard[]> {
  const model = await TextModel.load(textModelFiles(await resolveModel(values.text)));
  return Promise.all(
    heard.map(async (one) => {
      const evidence = { text: one.text, language: 'en', acoustic: undefined, speechMs: 0 };
      const score = await model.read(one.text, 'en');
      return {
        ...one,
        inputs: { ...one.inputs, ...textFeatures({ ...evidence, read: score }, endModels().endings) },
      };
    }),
  );
}

const folds = 5;
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Each fifth of the speakers judged by weights that never heard them. */
function judgedByOthers(
  heard: readonly Heard[],
  speakerOf: ReadonlyMap<string, string>,
  names: readonly string[],
) {
  const speakers = [...new Set(speakerOf.values())].sort((a, b) => a.localeCompare(b));
  const foldOf = ({ clip }: Heard): number => speakers.indexOf(speakerOf.get(clip) ?? '') % folds;
  return Array.from({ length: folds }, (_, fold) => {
    const score = fit(
      heard.filter((one) => foldOf(one) !== fold),
      names,
    );
    return heard
      .filter((one) => foldOf(one) === fold)
      .map((one) => ({ one, score: score(one.inputs), yes: one.whole }));
  }).flat();
}

/** What each eagerness may cut of places between two words on speakers kept out, half of them in noise, %. */
const mostCutPercent = [
  ['low', 2],
  ['medium', 10],
  ['high', 20],
] as const;

async function main(): Promise<void> {
  const heard = await withReads(await examples());
  const speakerOf = new Map(positionals.flatMap(loadCorpus).map(({ name, speaker }) => [name, speaker]));
  say(
    `${heard.length} places, ${heard.filter(({ whole }) => whole).length} whole, ` +
      `${new Set(heard.map(({ clip }) => clip)).size} recordings, ${new Set(speakerOf.values()).size} speakers`,
  );
  const models: Record<string, unknown> = {};
  for (const [kind, names] of Object.entries(inputsOf)) {
    const scored = judgedByOthers(heard, speakerOf, names);
    const { bias, weights } = fitNamed(heard, names);
    const named = Object.fromEntries(names.map((name, i) => [name, round(weights[i]!)]));
    const inNoise = scored.filter(({ one }) => one.noisy);
    say(
      `${kind}: AUC ${areaUnderCurve(scored).toFixed(3)} on speakers kept out, of what is in noise ` +
        `${areaUnderCurve(inNoise).toFixed(3)}; ${JSON.stringify(named)} bias ${round(bias)}`,
    );
    // Behind a comma it is a matter of taste, and speakers pause of themselves where a clause ends.
    const pauses = scored
      .filter(({ one }) => one.whole || (one.weight === 1 && !one.paused))
      .map(({ score, yes }) => ({ probability: sigmoid(score), whole: yes }));
    const own = scored
      .filter(({ one }) => one.whole || one.paused)
      .map(({ score, yes }) => ({ probability: sigmoid(score), whole: yes }));
    for (const [name, most] of mostCutPercent) {
      const row = eagernessTable[name];
      const threshold = lowestThreshold(pauses, row, most);
      if (threshold === undefined) continue;
      const { cutPercent, p50Ms, p90Ms } = tradeOff(pauses, { ...row, threshold });
      const ownPercent = tradeOff(own, { ...row, threshold }).cutPercent;
      say(
        `  ${name}: threshold ${threshold} cuts ${cutPercent.toFixed(1)} % (of the speakers' own pauses, clause ends ` +
          `with them, ${ownPercent.toFixed(0)} %), p50 ${p50Ms.toFixed(0)}, p90 ${p90Ms.toFixed(0)} ms`,
      );
    }
    models[kind] = { source: values.source, bias: round(bias), weights: named };
  }
  const alone = heard.map(({ inputs, whole }) => ({ score: inputs['smartTurn'] ?? 0, yes: whole }));
  say(`smart-turn alone: AUC ${areaUnderCurve(alone).toFixed(3)}`);
  if (values.write)
    writeFileSync(join(dataFolder, 'end-of-turn.json'), `${JSON.stringify(models, undefined, 2)}\n`);
}

void main();
