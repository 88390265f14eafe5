import { spawn } from 'node:child_process';
import { ModelError } from '../errors';

export interface ToolRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
  /** Bytes the tool has fetched so far: it is stopped if that stands still for `stallMs`. */
  readonly measure?: (() => Promise<number>) | undefined;
  readonly onBytes?: ((doneBytes: number) => void) | undefined;
  readonly stallMs: number;
}

export interface ToolResult {
  /** Exit code, or undefined if the program could not be started. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

const MEASURE_MS = 250;
const KILL_AFTER_MS = 3000;
const MAX_OUTPUT_CHARS = 256 * 1024;

/**
 * Runs another program to its end, without a shell.
 * @throws ModelError `cancelled`, or `unavailable` when it stands still
 */
export async function runTool(run: ToolRun): Promise<ToolResult> {
  if (run.signal?.aborted) throw new ModelError('cancelled', 'cancelled');
  const child = spawn(run.command, [...run.args], {
    env: run.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let killTimer: NodeJS.Timeout | undefined;
  const stop = () => {
    child.kill('SIGTERM');
    killTimer ??= setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
  };
  run.signal?.addEventListener('abort', stop, { once: true });
  const watch = watchStall(run, stop);
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  try {
    const code = await new Promise<number | undefined>((resolve) => {
      child.once('error', () => resolve(undefined));
      child.once('close', (exitCode) => resolve(exitCode ?? -1));
    });
    if (run.signal?.aborted) throw new ModelError('cancelled', 'cancelled');
    if (watch.stalled()) {
      throw new ModelError('unavailable', `${run.command} made no progress for ${run.stallMs / 1000} s`);
    }
    return { code, stdout: stdout(), stderr: stderr() };
  } finally {
    watch.end();
    clearTimeout(killTimer);
    run.signal?.removeEventListener('abort', stop);
  }
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    text = (text + chunk).slice(-MAX_OUTPUT_CHARS);
  });
  return () => text;
}

function watchStall({ measure, onBytes, stallMs }: ToolRun, stop: () => void) {
  let seen = -1;
  let movedAt = Date.now();
  let stalled = false;
  let measuring = false;
  const look = async () => {
    const bytes = (await measure?.()) ?? 0;
    if (bytes !== seen) {
      seen = bytes;
      movedAt = Date.now();
      onBytes?.(bytes);
    } else if (!stalled && Date.now() - movedAt > stallMs) {
      stalled = true;
      stop();
    }
  };
  const timer = setInterval(() => {
    if (measuring) return;
    measuring = true;
    look()
      .catch(() => undefined)
      .finally(() => {
        measuring = false;
      });
  }, MEASURE_MS);
  return { stalled: () => stalled, end: () => clearInterval(timer) };
}
