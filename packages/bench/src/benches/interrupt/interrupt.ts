import { sharedSpeech, Stack } from '@parley/testing';
import type { Report } from '../../report/report';
import { summarise } from '../../report/statistics';
import { formatTable } from '../../report/table';
import { alignedClips } from '../../support/aligned';
import { saysTheSame } from '../../support/same-speech';
import { coughs, noises, shortVoices, throatClearings, type Sound } from '../../support/sounds';
import { Talker, type ClientKind, type Outcome } from './talkers';

export const interruptParts = ['stops', 'sounds', 'resumes'] as const;
export type InterruptPart = (typeof interruptParts)[number];

export interface InterruptOptions {
  readonly parts: readonly InterruptPart[];
  /** Rounds over the recorded interruptions. */
  readonly rounds: number;
  /** Sounds of each kind that are no interruption, at the most. */
  readonly sounds: number;
}

const kinds: readonly ClientKind[] = ['extensions', 'stock'];
const leadInMs = 200;
const interruptionMs = 1_600;
const noiseMs = 1_000;
const sentences = 30;
/** Of an answer that is heard to its end. */
const fewSentences = 3;
/** Of such answers, at a time. */
const listeners = 3;

/** Real speech is nowhere like itself: a word that is lost or played twice shows. */
const speakingVoice = 'espeak/en';

interface Trial extends Omit<Outcome, 'audio'> {
  readonly kind: ClientKind;
  readonly sound: string;
  /** It was the same speech as of the answer that nobody disturbed. */
  readonly undisturbed: boolean;
}

type Over = readonly (Sound & { readonly onsetMs: number })[];

/** An answer, and who listens to it. */
interface Listening {
  readonly kind: ClientKind;
  readonly sounds: Over;
  /** It is spoken, and heard to its end; else it is a long one of tones, which take no time. */
  readonly toEnd: boolean;
}

/** Speech, noise, coughs and assent over a long answer, as a simulated player hears it. */
export async function interruptBench(options: InterruptOptions, report: Report): Promise<void> {
  const folder = sharedSpeech();
  if (folder === undefined) throw new Error('there is no recorded speech in ../shared/speech');
  const parts = {
    stops: () => stops(folder, options, report),
    sounds: () => soundsThatAreNone(folder, options, report),
    resumes: () => resumes(folder, options, report),
  };
  const found: Record<string, unknown> = {};
  for (const part of options.parts) found[part] = await parts[part]();
  report.finish(found);
}

type Part<T> = (folder: string, options: InterruptOptions, report: Report) => Promise<T>;

const stops: Part<readonly Trial[]> = async (folder, options, report) => {
  const speech = alignedClips(folder).map((clip) => {
    const fromMs = Math.max(0, clip.speechStartMs - leadInMs);
    const pcm = clip.pcm.subarray(Math.floor(fromMs) * 48, Math.floor(fromMs + interruptionMs) * 48);
    return { name: clip.name, pcm, onsetMs: clip.speechStartMs - Math.floor(fromMs) };
  });
  const spoken = Array.from({ length: options.rounds }, () => speech).flat();
  const interruptions = await trials(
    { transcript: 'Please stop that now, I have a question.' },
    spoken,
    report,
  );
  printStops(interruptions, report);
  return interruptions;
};

const none = (sounds: readonly Sound[], most: number) =>
  sounds.slice(0, most).map((sound) => ({ ...sound, onsetMs: 0 }));

const soundsThatAreNone: Part<Readonly<Record<string, readonly Trial[]>>> = async (
  folder,
  { sounds },
  report,
) => {
  const voices = shortVoices(folder, ['m', 'o', 'a', 'eight', 'one'], 4);
  const rows = {
    'noises (recorded)': await trials({ transcript: '' }, none(noises(folder, noiseMs), sounds), report),
    'coughs (synthetic)': await trials({ transcript: '' }, none(coughs(sounds), sounds), report),
    'assent (human letters and digits; the words are the stand-in’s)': await trials(
      { transcript: 'Mm-hmm.' },
      none(voices, sounds),
      report,
    ),
  };
  printFalse(rows, report);
  return rows;
};

const resumes: Part<readonly Trial[]> = async (folder, { sounds }, report) => {
  const throats = none(throatClearings(folder, 5), sounds);
  const [nothing] = none([silence], 1);
  const talks = Array.from({ length: listeners }, (_, index) => ({
    kind: 'extensions' as const,
    sounds: [nothing!, ...throats.filter((_sound, at) => at % listeners === index), nothing!],
    toEnd: true,
  }));
  const resumed = await listenTo({ transcript: '', talks }, report);
  printResumed(resumed, report);
  return resumed;
};

const trials = ({ transcript }: { readonly transcript: string }, sounds: Over, report: Report) =>
  listenTo({ transcript, talks: kinds.map((kind) => ({ kind, sounds, toEnd: false })) }, report);

/** `transcript`: the words of whatever is said. */
async function listenTo(
  { transcript, talks }: { readonly transcript: string; readonly talks: readonly Listening[] },
  report: Report,
): Promise<Trial[]> {
  const spoken = talks.some(({ toEnd }) => toEnd);
  const stack = await Stack.start({
    engines: 'stand-in',
    env: { PARLEY_TEST_TRANSCRIPT: transcript, ...(spoken && { PARLEY_TTS_VOICE: speakingVoice }) },
    // What the caller sounds like would change how the voice speaks, and no answer would be like another.
    ...(spoken && { counts: { 'persona-analyzer': 0 } }),
  });
  try {
    const listen = async ({ kind, sounds, toEnd }: Listening): Promise<Trial[]> => {
      const talker = await Talker.connect(stack.url, kind, toEnd ? speakingVoice : undefined);
      const first = sounds[0];
      if (first !== undefined) await talker.over(first.pcm, 0, sentences); // warm-up, not counted
      const outcomes: Trial[] = [];
      let reference: Buffer | undefined;
      for (const { name, pcm, onsetMs } of sounds) {
        const outcome = await talker.over(pcm, onsetMs, toEnd ? fewSentences : sentences, toEnd);
        const { audio, ...rest } = outcome;
        reference ??= audio;
        outcomes.push({
          ...{ kind, sound: name },
          ...rest,
          undisturbed: toEnd && saysTheSame(reference, audio),
        });
      }
      report.line(
        `  ${kind}: ${outcomes.length} trials, microphone at worst ${talker.worstLateMs.toFixed(0)} ms late`,
      );
      await talker.close();
      return outcomes;
    };
    return (await Promise.all(talks.map(listen))).flat();
  } finally {
    await stack.stop();
  }
}

function printStops(all: readonly Trial[], report: Report): void {
  report.line('\nfirst phoneme of the user → last sample of the assistant heard at a simulated player, ms');
  report.line(
    formatTable(
      ['client', 'n', 'p50', 'p95', 'p99', 'max', 'over 300', 'missed'],
      kinds.map((kind) => {
        const mine = all.filter((trial) => trial.kind === kind);
        const stops = mine.flatMap(({ stopMs }) => stopMs ?? []);
        const { n, p50, p95, p99, max } = summarise(stops);
        const missed = mine.filter(({ interrupted }) => !interrupted).length;
        return [kind, n, p50, p95, p99, max, stops.filter((ms) => ms > 300).length, missed];
      }),
    ),
  );
}

const silence: Sound = { name: 'nothing', pcm: Buffer.alloc(4_800) };

/** An answer over which somebody cleared their throat, beside the same one that nobody disturbed. */
function printResumed(all: readonly Trial[], report: Report): void {
  const alone = all.filter(({ sound }) => sound === silence.name);
  const coughed = all.filter(({ sound }) => sound !== silence.name);
  const kept = coughed.filter(({ interrupted }) => !interrupted);
  const gaps = kept.flatMap(({ pausesMs }) => pausesMs);
  const { p50, p95, max } = summarise(gaps);
  const of = (trials: readonly Trial[], which: (trial: Trial) => boolean): string =>
    `${trials.filter(which).length}/${trials.length}`;
  report.line('\nan answer that goes on after a throat was cleared (a moment of a human voice, no words)');
  report.line(
    formatTable(
      [
        'n',
        'ended',
        'paused',
        'gap p50 ms',
        'gap p95 ms',
        'gap max ms',
        'over 300',
        'every word once',
        'whole',
      ],
      [
        [
          ...[coughed.length, coughed.length - kept.length],
          ...[kept.filter(({ pausesMs }) => pausesMs.length > 0).length, p50, p95, max],
          gaps.filter((ms) => ms > 300).length,
          of(kept, ({ undisturbed }) => undisturbed),
          of(kept, ({ whole }) => whole === true),
        ],
      ],
    ),
  );
  report.line(
    `answers that nobody disturbed, each beside another: ${of(alone, ({ undisturbed }) => undisturbed)}`,
  );
}

function printFalse(rows: Readonly<Record<string, readonly Trial[]>>, report: Report): void {
  report.line('\nsounds that are no interruption');
  report.line(
    formatTable(
      [
        'sound',
        'client',
        'n',
        'ended the answer',
        '%',
        'pauses',
        'gap p50 ms',
        'gap max ms',
        'answers whole',
      ],
      Object.entries(rows).flatMap(([name, all]) =>
        kinds.map((kind) => {
          const mine = all.filter((trial) => trial.kind === kind);
          const ended = mine.filter(({ interrupted }) => interrupted).length;
          const gaps = summarise(mine.flatMap(({ interrupted, pausesMs }) => (interrupted ? [] : pausesMs)));
          const whole = mine.filter((trial) => trial.whole === true).length;
          const share = (100 * ended) / Math.max(1, mine.length);
          return [
            name,
            kind,
            mine.length,
            ended,
            share,
            gaps.n,
            gaps.p50,
            gaps.max,
            `${whole}/${mine.length - ended}`,
          ];
        }),
      ),
    ),
  );
}
