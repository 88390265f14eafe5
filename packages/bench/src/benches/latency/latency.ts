import { scatter } from '@parley/engines-kit';
import { sharedSpeech, Stack } from '@parley/testing';
import type { Report } from '../../report/report';
import { percentile, summarise } from '../../report/statistics';
import { formatTable } from '../../report/table';
import { germanClips, transcribedClips } from '../../support/clips';
import { recordedWords, type RecordedWords, type SpokenClip } from '../../support/recorded-words';
import { Speaker, type LatencySample, type Way } from './speaker';

export interface LatencyOptions {
  /** With answers begun early, at the least, half of them opened by a word; beside them a third as many without. */
  readonly turns: number;
  readonly sessions: number;
  readonly detection: Readonly<Record<string, unknown>>;
  readonly sttMs: number;
  readonly llmMs: number;
  readonly ttsMs: number;
  /** Runs, by how much the three scatter: one deviation of a log-normal distribution, per cent. */
  readonly jitterPercents: readonly number[];
}

/** Of every eight callers; all of them speak at the same time. */
const ways: readonly Way[] = ['early', 'opened', 'plain', 'early', 'opened', 'early', 'opened', 'plain'];

/** With pauses of their own in mid-clip, where the stand-in recogniser loses its place. */
const paused = ['jfk', 'digits_10001-90210-01803'];
const germanCount = 10;

/** Recorded speech against engines of a given slowness: what overlapping their work saves. */
export async function latencyBench(options: LatencyOptions, report: Report): Promise<void> {
  const folder = sharedSpeech();
  if (folder === undefined) throw new Error('there is no recorded speech in ../shared/speech');
  const clips: SpokenClip[] = [
    ...transcribedClips(folder).map((clip) => ({ ...clip, language: 'en' })),
    ...germanClips(folder, germanCount).map((clip) => ({ ...clip, language: 'de' })),
  ].filter(({ name, speechEndMs, durationMs }) => !paused.includes(name) && speechEndMs < durationMs);
  const { file, words } = await recordedWords(clips, report);
  const runs: Record<string, readonly LatencySample[]> = {};
  for (const percent of options.jitterPercents) {
    const samples = await speak(clips, options, { file, percent }, report);
    runs[percent] = samples;
    print(samples, words, options, percent, report);
  }
  report.finish({ ...options, runs });
}

async function speak(
  clips: readonly SpokenClip[],
  { sttMs, llmMs, ttsMs, sessions, turns, detection }: LatencyOptions,
  { file, percent }: { readonly file: string; readonly percent: number },
  report: Report,
): Promise<LatencySample[]> {
  const stack = await Stack.start({
    engines: 'stand-in',
    env: {
      PARLEY_TEST_STT_DELAY_MS: String(sttMs),
      PARLEY_TEST_LLM_FIRST_TOKEN_MS: String(llmMs),
      PARLEY_TEST_TTS_FIRST_BYTE_MS: String(ttsMs),
      PARLEY_TEST_JITTER_PERCENT: String(percent),
      PARLEY_TEST_WORDS: file,
    },
  });
  const samples: LatencySample[] = [];
  let worstLateMs = 0;
  const callers = Array.from({ length: sessions }, (_, index) => ways[index % ways.length]!);
  const each = Math.ceil(turns / Math.max(1, callers.filter((way) => way !== 'plain').length));
  try {
    await Promise.all(
      callers.map(async (way, index) => {
        const speaker = await Speaker.connect(stack.url, way, detection);
        // Each session has its own way through the clips, so that they do not speak in chorus.
        const at = (n: number) => clips[(n * 7 + index * 5) % clips.length]!;
        await speaker.turn(at(0)); // warm-up, not counted
        for (let n = 1; n <= each; n += 1) samples.push(await speaker.turn(at(n)));
        worstLateMs = Math.max(worstLateMs, speaker.worstLateMs);
        await speaker.close();
      }),
    );
  } finally {
    await stack.stop();
  }
  report.line(`  microphones at worst ${worstLateMs.toFixed(0)} ms late`);
  return samples;
}

function print(
  samples: readonly LatencySample[],
  words: ReadonlyMap<string, RecordedWords>,
  { sttMs, llmMs, ttsMs }: LatencyOptions,
  percent: number,
  report: Report,
): void {
  const answered = samples.filter(({ audibleMs }) => audibleMs !== undefined);
  const row = (
    name: string,
    mine: readonly LatencySample[],
    of: (sample: LatencySample) => number | undefined,
  ) => {
    const { n, p50, p95, max } = summarise(mine.flatMap((sample) => of(sample) ?? []));
    return [name, n, p50, p95, max];
  };
  const by = (way: Way) => answered.filter((sample) => sample.way === way);
  const on = by('early');
  const opened = by('opened');
  const stages = (): number => [sttMs, llmMs, ttsMs].reduce((sum, ms) => sum + scatter(ms, percent), 0);
  const known = ({ clip, endInClipMs }: LatencySample): number =>
    (words.get(clip)?.knownMs ?? Infinity) - endInClipMs;
  const least = (sample: LatencySample): number => known(sample) + sttMs + llmMs + ttsMs;
  report.line(
    `\ntrue end of speech → first audible sample, ms; recogniser ${sttMs}, first token ${llmMs}, first byte ${ttsMs}, scattered by ${percent} %`,
  );
  report.line(
    formatTable(
      ['', 'turns', 'p50', 'p95', 'max'],
      [
        row('answers begun early', on, ({ answerMs }) => answerMs),
        row('… and opened by a word: anything', opened, ({ audibleMs }) => audibleMs),
        row('… and opened by a word: the answer itself', opened, ({ answerMs }) => answerMs),
        row('answers begun at the transcript', by('plain'), ({ answerMs }) => answerMs),
        row('plain sum: commit + the three stages', answered, ({ commitMs }) => commitMs + stages()),
        row('commit alone', answered, ({ commitMs }) => commitMs),
        row('words known by the audio', answered, known),
        row('… + the three stages: the least there can be', answered, least),
        row('… and not before the commit', answered, (sample) => Math.max(least(sample), sample.commitMs)),
      ],
    ),
  );
  const cut = samples.length - answered.length;
  const early = samples.filter(({ way }) => way !== 'plain');
  const total = (of: (sample: LatencySample) => number): number =>
    early.reduce((sum, sample) => sum + of(sample), 0);
  const wasted = total(({ wastedTokens }) => wastedTokens);
  const spent = wasted + total(({ usedTokens }) => usedTokens);
  const used = early.filter((sample) => sample.used).length;
  report.line(`cut off before the end: ${cut} of ${samples.length} turns`);
  report.line(
    `begun early and used: ${used} of ${early.length} turns; begun in vain: ${total(({ wastes }) => wastes)}; tokens wasted: ${((100 * wasted) / Math.max(1, spent)).toFixed(1)} % of those spent on them`,
  );
  const openings = opened.filter((sample) => sample.opened);
  const held = summarise(openings.map(({ heldUpMs }) => heldUpMs));
  report.line(
    `opened by a word: ${openings.length} of ${opened.length} turns; the answer was held up by it ${held.p50.toFixed(0)} ms p50, ${held.p95.toFixed(0)} p95, ${held.max.toFixed(0)} max`,
  );
  report.line('by clip, p50: answers begun early / commit / words known');
  for (const [clip, { knownMs }] of words) {
    const mine = on.filter((sample) => sample.clip === clip);
    const first = mine[0];
    if (first === undefined) continue;
    const middle = (of: (sample: LatencySample) => number): string =>
      percentile(mine.map(of), 50).toFixed(0).padStart(5);
    report.line(
      `  ${clip.padEnd(20)} ${middle(({ answerMs }) => answerMs ?? 0)} ${middle(({ commitMs }) => commitMs)} ${(knownMs - first.endInClipMs).toFixed(0).padStart(5)}`,
    );
  }
}
