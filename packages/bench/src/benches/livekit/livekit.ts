import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { sharedSpeech, Stack } from '@parley/testing';
import type { Report } from '../../report/report';
import { summarise } from '../../report/statistics';
import { formatTable } from '../../report/table';
import { alignedClips } from '../../support/aligned';
import { recordedWords, type SpokenClip } from '../../support/recorded-words';
import { Speaker } from '../latency/speaker';
import { installPeer } from '../turn/peer';

const run = promisify(execFile);

export interface LivekitOptions {
  readonly rounds: number;
}

const settings = {
  'Parley, server_vad 200 ms': { type: 'server_vad', silence_duration_ms: 200 },
  'Parley, semantic_vad': { type: 'semantic_vad', eagerness: 'auto' },
} as const;
const peers = { 'LiveKit, tuned (200 ms)': 'tuned', 'LiveKit, defaults': 'default' } as const;

/** The last words are what is answered; those before only have to come while somebody speaks. */
const wordsMs = 320;
/** Clips end so soon after their last phoneme. */
const tailMs = 20;

/** The same recorded clips through Parley's WebSocket and through @livekit/agents, turn about, engines without delay. */
export async function livekitBench({ rounds }: LivekitOptions, report: Report): Promise<void> {
  const folder = sharedSpeech();
  if (folder === undefined) throw new Error('there is no recorded speech in ../shared/speech');
  const clips = alignedClips(folder).map((clip) => ({
    ...clip,
    pcm: clip.pcm.subarray(0, Math.floor(clip.speechEndMs + tailMs) * 48),
    durationMs: clip.speechEndMs + tailMs,
    language: 'en',
  }));
  const { file } = await recordedWords(clips, report, wordsMs);
  const directory = path.resolve('.parley/peers/livekit');
  await installPeer(directory);
  const files = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-clips-'));
  const list = writeClips(files, clips);
  const delays = new Map<string, (number | undefined)[]>();
  const add = (name: string, found: readonly (number | undefined)[]): void => {
    delays.set(name, [...(delays.get(name) ?? []), ...found]);
  };
  const stack = await Stack.start({ engines: 'stand-in', env: { PARLEY_TEST_WORDS: file } });
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, detection] of Object.entries(settings))
        add(name, await throughParley(stack.url, detection, clips));
      for (const [name, mode] of Object.entries(peers)) add(name, await throughPeer(directory, list, mode));
      report.line(`  round ${round + 1} of ${rounds}`);
    }
  } finally {
    await stack.stop();
    fs.rmSync(files, { recursive: true });
  }
  print(delays, report);
  report.finish({ delays: Object.fromEntries(delays) });
}

async function throughParley(
  url: string,
  detection: Readonly<Record<string, unknown>>,
  clips: readonly SpokenClip[],
): Promise<(number | undefined)[]> {
  const speaker = await Speaker.connect(url, 'early', detection);
  const found: (number | undefined)[] = [];
  const shortest = [...clips].sort((a, b) => a.durationMs - b.durationMs)[0]!;
  for (const [index, clip] of [shortest, ...clips].entries()) {
    const { audibleMs } = await speaker.turn(clip);
    if (index > 0) found.push(audibleMs); // the first is to warm up, on both sides
  }
  await speaker.close();
  return found;
}

async function throughPeer(directory: string, list: string, mode: string): Promise<(number | undefined)[]> {
  const program = path.resolve(__dirname, '../../../peers/livekit-clips.mjs');
  const { stdout } = await run(process.execPath, [program, list, mode], { cwd: directory, timeout: 300_000 });
  return stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { delayMs: number | null }).delayMs)
    .map((delayMs) => (delayMs === null || delayMs < 0 ? undefined : delayMs));
}

function writeClips(folder: string, clips: readonly SpokenClip[]): string {
  const entries = clips.map(({ name, pcm, speechEndMs }) => {
    const file = path.join(folder, `${name}.pcm`);
    fs.writeFileSync(file, pcm);
    return { pcm: file, endMs: speechEndMs };
  });
  const list = path.join(folder, 'clips.json');
  fs.writeFileSync(list, JSON.stringify(entries));
  return list;
}

function print(delays: ReadonlyMap<string, readonly (number | undefined)[]>, report: Report): void {
  report.line('\nlast phoneme → first output audio, ms');
  report.line(
    formatTable(
      ['', 'clips', 'p50', 'p99', 'max', 'cut or not answered'],
      [...delays].map(([name, found]) => {
        const { n, p50, p99, max } = summarise(found.flatMap((ms) => ms ?? []));
        return [name, found.length, p50, p99, max, found.length - n];
      }),
    ),
  );
}
