import { Stack, sharedSpeech } from '@parley/testing';
import { formatTable } from '../../report/table';
import { summarise } from '../../report/statistics';
import type { Report } from '../../report/report';
import { digitClips, transcribedClips } from '../../support/clips';
import type { Clip } from '../../support/clips';
import { engineUse, used } from './engines';
import { speakClip } from './one-clip';
import type { ClipOptions, ClipResult } from './one-clip';

export interface SpeechOptions {
  /** A running gateway; without it the services are started here. */
  readonly url?: string;
  readonly key?: string;
  readonly silenceMs: number;
  readonly digits: boolean;
}

const workers = ['stt-worker', 'llm-router', 'tts-worker'] as const;

/** Recorded human speech through the public WebSocket in real time, with the default engines. */
export async function speechBench(options: SpeechOptions, report: Report): Promise<void> {
  const directory = sharedSpeech();
  if (directory === undefined) {
    report.line('skipped: no recorded speech beside this checkout (../shared/speech)');
    return;
  }
  const stack = options.url === undefined ? await Stack.start({ engines: 'default' }) : undefined;
  try {
    const target = {
      url: options.url ?? (stack as Stack).url,
      key: options.key,
      silenceMs: options.silenceMs,
    };
    const clips = transcribedClips(directory);
    const sentences = clips.filter((clip) => !clip.name.startsWith('digits_'));
    await speakClip(sentences[0] as Clip, { ...target, respond: true }); // warm-up, not counted
    const before = await pages(stack);

    const alone = await oneAfterAnother(clips, { ...target, respond: true }, report);
    printClips('one conversation at a time', alone, report);
    const after = await pages(stack);

    const pair = await Promise.all([
      oneAfterAnother(sentences, { ...target, respond: true }),
      oneAfterAnother([...sentences].reverse(), { ...target, respond: true }),
    ]);
    printClips('two conversations at once', pair.flat(), report);

    const digits = options.digits
      ? await oneAfterAnother(digitClips(directory), { ...target, respond: false })
      : [];
    if (digits.length > 0) printErrors('single digits, six speakers', digits, report);

    const audioSeconds = clips.reduce((sum, clip) => sum + clip.durationMs / 1000, 0);
    const engines = used(before.flatMap(engineUse), after.flatMap(engineUse));
    if (engines.length > 0) {
      report.line(
        `\n${formatTable(
          ['engine', 'CPU s', 'CPU s per s of user audio', 'memory MiB'],
          engines.map((e) => [e.engine, e.cpuSeconds, e.cpuSeconds / audioSeconds, e.memoryMiB]),
        )}`,
      );
    }
    report.finish({
      silenceMs: options.silenceMs,
      alone: figures(alone, (r) => !r.clip.startsWith('digits_')),
      pair: figures(pair.flat(), () => true),
      digits: digits.length === 0 ? undefined : figures(digits, () => true),
      engines,
      clips: alone,
    });
  } finally {
    await stack?.stop();
  }
}

async function oneAfterAnother(
  clips: readonly Clip[],
  options: ClipOptions,
  report?: Report,
): Promise<ClipResult[]> {
  const results: ClipResult[] = [];
  for (const clip of clips) {
    const result = await speakClip(clip, options);
    report?.line(`  ${clip.name}: “${result.heard}” → “${result.answer}”`);
    results.push(result);
  }
  return results;
}

async function pages(stack: Stack | undefined): Promise<string[]> {
  return stack === undefined ? [] : Promise.all(workers.map((worker) => stack.metrics(worker)));
}

function printClips(title: string, results: readonly ClipResult[], report: Report): void {
  report.line(`\n${title}`);
  report.line(
    formatTable(
      ['clip', 'words', 'errors', 'final ms', 'first audio ms', 'differences'],
      results.map((r) => [
        r.clip,
        r.errors.words,
        r.errors.errors,
        Math.round(r.finalDelayMs ?? Number.NaN),
        Math.round(r.firstAudibleMs ?? Number.NaN),
        r.errors.differences.join(' '),
      ]),
    ),
  );
  const f = figures(results, (r) => !r.clip.startsWith('digits_'));
  report.line(
    `sentences: WER ${f.werPercent.toFixed(1)} % of ${f.words} words; final transcript p50 ${f.final.p50.toFixed(0)} / p95 ${f.final.p95.toFixed(0)} ms after speech; ` +
      `voice to voice p50 ${f.voiceToVoice.p50.toFixed(0)} / p95 ${f.voiceToVoice.p95.toFixed(0)} ms; ` +
      `partial words changed ${f.partialChangedPercent.toFixed(1)} % of ${f.partialWords}`,
  );
}

function printErrors(title: string, results: readonly ClipResult[], report: Report): void {
  const wrong = results.filter((r) => r.errors.errors > 0);
  const f = figures(results, () => true);
  report.line(
    `\n${title}: ${results.length - wrong.length} of ${results.length} right, WER ${f.werPercent.toFixed(1)} %`,
  );
  report.line(
    formatTable(
      ['clip', 'differences'],
      wrong.map((r) => [r.clip, r.errors.differences.join(' ')]),
    ),
  );
}

function figures(results: readonly ClipResult[], include: (result: ClipResult) => boolean) {
  const counted = results.filter(include);
  const sum = (of: (r: ClipResult) => number): number => counted.reduce((total, r) => total + of(r), 0);
  const partialWords = sum((r) => r.partialWords);
  return {
    clips: counted.length,
    words: sum((r) => r.errors.words),
    werPercent:
      (100 * sum((r) => r.errors.errors)) /
      Math.max(
        1,
        sum((r) => r.errors.words),
      ),
    final: summarise(counted.flatMap((r) => r.finalDelayMs ?? [])),
    voiceToVoice: summarise(counted.flatMap((r) => r.firstAudibleMs ?? [])),
    unanswered: counted.filter((r) => r.firstAudibleMs === undefined).length,
    partialWords,
    partialChangedPercent: (100 * sum((r) => r.partialWordsChanged)) / Math.max(1, partialWords),
  };
}
