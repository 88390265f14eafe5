import { sharedSpeech, Stack } from '@parley/testing';
import type { Report } from '../../report/report';
import { summarise } from '../../report/statistics';
import { formatTable } from '../../report/table';
import { alignedClips } from '../../support/aligned';
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

/** Real speech is nowhere like itself: a sample that is lost or played twice shows. */
const speakingVoice = 'espeak/en';

interface Trial extends Omit<Outcome, 'audio'> {
  readonly kind: ClientKind;
  readonly sound: string;
  /** It was the same audio, sample by sample, as of the answer that nobody disturbed. */
  readonly undisturbed: boolean;
}

interface Way {
  /** The words of whatever is said. */
  readonly transcript: string;
  /** Of the answers; else they are tones, which take no time. */
  readonly voice?: string;
  /** They are heard to their end. */
  readonly toEnd?: boolean;
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
  const over = { transcript: '', voice: speakingVoice, toEnd: true };
  const resumed = await trials(over, none([silence, ...throatClearings(folder, 5)], sounds + 1), report);
  printResumed(resumed, report);
  return resumed;
};

async function trials(
  { transcript, voice, toEnd = false }: Way,
  sounds: readonly (Sound & { readonly onsetMs: number })[],
  report: Report,
): Promise<Trial[]> {
  const env = {
    PARLEY_TEST_TRANSCRIPT: transcript,
    ...(voice !== undefined && { PARLEY_TTS_VOICE: voice }),
  };
  const stack = await Stack.start({ engines: 'stand-in', env });
  try {
    const listen = async (kind: ClientKind): Promise<Trial[]> => {
      const talker = await Talker.connect(stack.url, kind);
      const first = sounds[0];
      if (first !== undefined) await talker.over(first.pcm, 0, sentences); // warm-up, not counted
      const outcomes: Trial[] = [];
      let reference: Buffer | undefined;
      for (const { name, pcm, onsetMs } of sounds) {
        const outcome = await talker.over(pcm, onsetMs, toEnd ? fewSentences : sentences, toEnd);
        const { audio, ...rest } = outcome;
        reference ??= audio;
        outcomes.push({ ...{ kind, sound: name }, ...rest, undisturbed: audio.equals(reference) });
      }
      report.line(
        `  ${kind}: ${outcomes.length} trials, microphone at worst ${talker.worstLateMs.toFixed(0)} ms late`,
      );
      await talker.close();
      return outcomes;
    };
    if (voice === undefined) return (await Promise.all(kinds.map(listen))).flat();
    // How a voice parts its text depends on what else it has to say meanwhile.
    const done: Trial[] = [];
    for (const kind of kinds) done.push(...(await listen(kind)));
    return done;
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
  report.line('\nan answer that goes on after a throat was cleared (a moment of a human voice, no words)');
  report.line(
    formatTable(
      [
        'client',
        'n',
        'ended',
        'paused',
        'gap p50 ms',
        'gap p95 ms',
        'gap max ms',
        'over 300',
        'every sample once',
        'without a hole',
      ],
      kinds.map((kind) => {
        const mine = all.filter((trial) => trial.kind === kind);
        const coughed = mine.filter(({ sound }) => sound !== silence.name);
        const kept = coughed.filter(({ interrupted }) => !interrupted);
        const gaps = kept.flatMap(({ pausesMs }) => pausesMs);
        const { p50, p95, max } = summarise(gaps);
        const once = kept.filter(({ undisturbed }) => undisturbed);
        const paused = kept.filter(({ pausesMs }) => pausesMs.length > 0).length;
        const over = gaps.filter((ms) => ms > 300).length;
        return [
          ...[kind, coughed.length, coughed.length - kept.length, paused, p50, p95, max, over],
          `${once.length}/${kept.length}`,
          `${kept.filter(({ whole }) => whole === true).length}/${kept.length}`,
        ];
      }),
    ),
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
