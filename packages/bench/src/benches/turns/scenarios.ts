import fs from 'node:fs';
import path from 'node:path';
import { concatInt16, float32ToInt16 } from '@parley/audio';
import {
  digitClips,
  germanClips,
  sentenceClips,
  transcribedClips,
  wordClips,
  type Clip,
} from '../../support/clips';
import { recordedNoises } from '../../support/sounds';
import { hearing, room, stretch, withNoise } from './audio';
import { overlaps } from './overlaps';
import type { Scenario } from './scenario';
import { longestPauseMs } from './score';

const leadMs = 300;
/** Longer than the longest wait of any eagerness. */
const tailMs = 8_800;
const pauseMs = longestPauseMs + 100;
const snrsDb = [5, 10, 20] as const;
/** German sentences, five speakers, each emotion: how the language without a word model fares. */
const germanCount = 20;
/** Recordings of each digit's name, alone. */
const wordsEach = 2;

/** Words after which a clause is whole, by clip: found by reading. Everywhere else a pause is inside a clause. */
const clauseEnds: Readonly<Record<string, readonly string[]>> = {
  ps_0870: ['consider'],
  ps_0920: ['woman', 'respectable'],
};

interface AlignedWord {
  readonly t: string;
  readonly b: number;
  readonly d: number;
}

/** Every scenario there is, of recorded speech; what is made (pauses, noise, strings of digits) is made here. */
export function buildScenarios(speechDirectory: string): Scenario[] {
  const clips = transcribedClips(speechDirectory).filter(({ name }) => !name.startsWith('digits_'));
  const inner = clips.flatMap((clip) => pausesIn(clip, speechDirectory));
  const noise = recordedNoises(speechDirectory, 16_000).map(({ name, samples }) => ({
    name,
    samples: float32ToInt16(samples),
  }));
  return [
    ...[...clips, ...sentenceClips(speechDirectory)].map((clip) => whole(clip, 'whole', 'en')),
    ...wordClips(speechDirectory, wordsEach).map((clip) => whole(clip, 'word', 'en')),
    ...inner,
    ...clips.map((clip, i) =>
      noisy(whole(clip, 'noise', 'en'), noise[i % noise.length]!, snrsDb[i % snrsDb.length]!),
    ),
    ...inner
      .filter(({ kind }, i) => kind === 'clause_inner' && i % 2 === 0)
      .map((scenario, i) => ({
        ...noisy(scenario, noise[i % noise.length]!, snrsDb[i % snrsDb.length]!),
        kind: 'noise_inner' as const,
      })),
    ...digitStrings(speechDirectory),
    ...germanClips(speechDirectory, germanCount).map((clip) => whole(clip, 'other_language', 'de')),
    ...overlaps(speechDirectory),
  ];
}

function whole(clip: Clip, kind: Scenario['kind'], language: string): Scenario {
  const speechEndMs = leadMs + clip.speechEndMs;
  return {
    ...{ id: `${kind} ${clip.name}`, kind, clip: clip.name, language, speechEndMs },
    pcm: concatInt16([room(leadMs), hearing(clip), room(tailMs)]),
    notBeforeMs: speechEndMs,
    speechStartMs: leadMs,
  };
}

/** A pause at each place between two words that the alignment knows. */
function pausesIn(clip: Clip, speechDirectory: string): Scenario[] {
  const file = path.join(speechDirectory, 'alignment', `${clip.name}.phone.json`);
  if (!fs.existsSync(file)) return [];
  const root = JSON.parse(fs.readFileSync(file, 'utf8')) as { readonly w: readonly AlignedWord[] };
  const words = root.w.filter(({ t }) => !/^<.*>$|^\[.*\]$/.test(t));
  const samples = hearing(clip);
  return words.slice(0, -1).map((word, i): Scenario => {
    const name = word.t.replace(/\(\d+\)$/, '');
    const next = words[i + 1]!;
    const cutMs = ((word.b + word.d + next.b) / 2) * 1000;
    const kind = clauseEnds[clip.name]?.includes(name) === true ? 'clause_end' : 'clause_inner';
    return {
      ...{ id: `${kind} ${clip.name} ${i} ${name}`, kind, clip: clip.name, language: 'en' },
      pcm: concatInt16([
        room(leadMs),
        stretch(samples, 0, cutMs),
        room(pauseMs),
        stretch(samples, cutMs, cutMs + 200),
      ]),
      speechEndMs: undefined,
      pauseStartMs: leadMs + cutMs,
      notBeforeMs: leadMs + cutMs + pauseMs,
      speechStartMs: leadMs,
    };
  });
}

function noisy(
  scenario: Scenario,
  noise: { readonly name: string; readonly samples: Int16Array },
  snrDb: number,
): Scenario {
  const { pcm, speechStartMs, speechEndMs } = scenario;
  const speech = pcm.subarray(speechStartMs * 16, (speechEndMs ?? scenario.notBeforeMs) * 16);
  return {
    ...scenario,
    id: `${scenario.id} ${noise.name} ${snrDb} dB`,
    pcm: withNoise(pcm, speech, noise.samples, snrDb),
  };
}

const betweenDigitsMs = 120;
const betweenGroupsMs = [500, 900, 1_300] as const;

/** Numbers of ten figures in groups of 3, 3 and 4, of each speaker's single digits, with and without a hint. */
function digitStrings(speechDirectory: string): Scenario[] {
  const bySpeaker = new Map<string, Clip[]>();
  for (const clip of digitClips(speechDirectory)) {
    const speaker = clip.name.split('_')[1]!;
    bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), clip]);
  }
  return [...bySpeaker].flatMap(([speaker, clips], s) => {
    const parts: Int16Array[] = [room(leadMs)];
    let atMs = leadMs;
    const add = (pcm: Int16Array): void => {
      parts.push(pcm);
      atMs += pcm.length / 16;
    };
    let speechEndMs = 0;
    for (let i = 0; i < 10; i++) {
      const clip = clips[(3 * i + s) % clips.length]!;
      if (i > 0) add(room(i === 3 || i === 6 ? betweenGroupsMs[(s + i) % 3]! : betweenDigitsMs));
      speechEndMs = atMs + clip.speechEndMs;
      add(hearing(clip));
    }
    const scenario = {
      ...{ kind: 'digits' as const, clip: speaker, language: 'en', speechEndMs, notBeforeMs: speechEndMs },
      pcm: concatInt16([...parts, room(tailMs)]),
      speechStartMs: leadMs,
    };
    return [
      { ...scenario, id: `digits ${speaker}` },
      { ...scenario, id: `digits ${speaker} expected`, expected: ['phone'] as const },
    ];
  });
}
