import { sharedSpeech, Stack } from '@parley/testing';
import type { Report } from '../../report/report';
import { percentile, summarise } from '../../report/statistics';
import { formatTable } from '../../report/table';
import { alignedClips } from '../../support/aligned';
import { Speaker, type LatencySample } from './speaker';

export interface LatencyOptions {
  readonly turns: number;
  /** Half of them with answers begun early, half without. */
  readonly sessions: number;
  readonly detection: Readonly<Record<string, unknown>>;
  readonly sttMs: number;
  readonly llmMs: number;
  readonly ttsMs: number;
}

/** Recorded speech against engines of a given slowness: what overlapping their work saves. */
export async function latencyBench(options: LatencyOptions, report: Report): Promise<void> {
  const folder = sharedSpeech();
  if (folder === undefined) throw new Error('there is no recorded speech in ../shared/speech');
  const clips = alignedClips(folder);
  const { sttMs, llmMs, ttsMs, sessions, turns, detection } = options;
  const stack = await Stack.start({
    engines: 'stand-in',
    env: {
      PARLEY_TEST_STT_DELAY_MS: String(sttMs),
      PARLEY_TEST_LLM_FIRST_TOKEN_MS: String(llmMs),
      PARLEY_TEST_TTS_FIRST_BYTE_MS: String(ttsMs),
    },
  });
  const samples: LatencySample[] = [];
  try {
    await Promise.all(
      Array.from({ length: sessions }, async (_, index) => {
        const speaker = await Speaker.connect(stack.url, index % 2 === 0, detection);
        const at = (n: number) => clips[(n + index) % clips.length]!;
        await speaker.turn(at(0)); // warm-up, not counted
        for (let n = 1; n <= Math.ceil(turns / sessions); n += 1) samples.push(await speaker.turn(at(n)));
        report.line(`  session ${index + 1}: microphone at worst ${speaker.worstLateMs.toFixed(0)} ms late`);
        await speaker.close();
      }),
    );
  } finally {
    await stack.stop();
  }
  print(samples, options, report);
  report.finish({ ...options, samples });
}

function print(samples: readonly LatencySample[], options: LatencyOptions, report: Report): void {
  const { sttMs, llmMs, ttsMs } = options;
  const row = (
    name: string,
    mine: readonly LatencySample[],
    of: (sample: LatencySample) => number | undefined,
  ) => {
    const { n, p50, p95, max } = summarise(mine.flatMap((sample) => of(sample) ?? []));
    return [name, n, p50, p95, max];
  };
  const on = samples.filter(({ speculation }) => speculation);
  const off = samples.filter(({ speculation }) => !speculation);
  const sum = ({ audibleMs, commitMs }: LatencySample): number | undefined =>
    audibleMs === undefined ? undefined : commitMs + sttMs + llmMs + ttsMs;
  report.line(
    `\ntrue end of speech → first audible sample, ms; recogniser ${sttMs}, first token ${llmMs}, first byte ${ttsMs}`,
  );
  report.line(
    formatTable(
      ['', 'turns', 'p50', 'p95', 'max'],
      [
        row('answers begun early', on, ({ audibleMs }) => audibleMs),
        row('answers begun at the transcript', off, ({ audibleMs }) => audibleMs),
        row('plain sum: commit + the three stages', samples, sum),
        row('commit alone', samples, ({ audibleMs, commitMs }) =>
          audibleMs === undefined ? undefined : commitMs,
        ),
      ],
    ),
  );
  const cut = samples.filter(({ audibleMs }) => audibleMs === undefined).length;
  const wasted = on.reduce((total, { wastedTokens }) => total + wastedTokens, 0);
  const spent = on.reduce((total, { wastedTokens, usedTokens }) => total + wastedTokens + usedTokens, 0);
  const used = on.filter((sample) => sample.used).length;
  report.line(`cut off before the end: ${cut} of ${samples.length} turns`);
  report.line(
    `begun early and used: ${used} of ${on.length} turns; tokens wasted: ${((100 * wasted) / Math.max(1, spent)).toFixed(1)} % of those spent on them`,
  );
  report.line(
    `least there can be with the words known at the end of speech: ${llmMs + ttsMs} ms; median commit ${percentile(
      samples.map(({ commitMs }) => commitMs),
      50,
    ).toFixed(0)} ms`,
  );
}
