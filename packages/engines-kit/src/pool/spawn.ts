import { spawn, type ChildProcess } from 'node:child_process';
import os from 'node:os';
import { Readable, type Writable } from 'node:stream';
import { outputVariable } from '../child/output';
import type { EngineSpec } from '../host';

/** Variables of ours that an engine sees. Provider keys and bus addresses are none of its business. */
const inherited = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'LD_LIBRARY_PATH', 'SystemRoot', 'TEMP'];

const threadVariables = ['OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS', 'NUMEXPR_NUM_THREADS'];

export interface EngineChild {
  readonly child: ChildProcess;
  readonly input: Writable;
  readonly frames: Readable;
  /** Free text for the log: stderr, and stdout when frames have a pipe of their own. */
  readonly texts: readonly Readable[];
}

export function spawnEngine(spec: EngineSpec): EngineChild {
  const script =
    spec.program.endsWith('.js') || spec.program.endsWith('.cjs') || spec.program.endsWith('.mjs');
  const ownPipe = (spec.output ?? (script ? 'fd3' : 'stdout')) === 'fd3';
  const args = [...(script ? [spec.program] : []), ...(spec.args ?? [])];
  const child = spawn(script ? process.execPath : spec.program, args, {
    stdio: ['pipe', 'pipe', 'pipe', ...(ownPipe ? (['pipe'] as const) : [])],
    env: childEnvironment(spec, ownPipe),
  });
  const [input, stdout, stderr, own] = child.stdio;
  const frames = ownPipe ? own : stdout;
  if (!input || !stdout || !stderr || !(frames instanceof Readable)) throw new Error('A child without pipes');
  // Set before the program creates threads: on Linux each thread inherits it from its creator.
  if (spec.nice !== undefined && spec.nice > 0 && child.pid !== undefined) setNice(child.pid, spec.nice);
  return {
    child,
    input,
    frames,
    texts: ownPipe ? [stdout, stderr] : [stderr],
  };
}

function childEnvironment(spec: EngineSpec, ownPipe: boolean): Record<string, string> {
  const env: Record<string, string> = {};
  for (const name of inherited) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  for (const name of threadVariables) env[name] = String(spec.threads);
  env[outputVariable] = ownPipe ? '3' : '1';
  return { ...env, ...spec.env };
}

function setNice(pid: number, nice: number): void {
  try {
    os.setPriority(pid, nice);
  } catch {
    // It died already, which its exit event tells.
  }
}
