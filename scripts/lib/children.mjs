import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sleep } from './net.mjs';

const reaperFile = path.join(path.dirname(fileURLToPath(import.meta.url)), 'reaper.mjs');
const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 10_000;
/** A child that ran this long has recovered: the backoff starts anew. */
const STABLE_MS = 20_000;
const TAIL_LINES = 15;

/**
 * Processes owned by this one: each in its own group, so that Ctrl-C reaches this process alone and the order
 * of the stop is ours; restarted with backoff; ended by a reaper if this process is killed.
 */
export class Children {
  #children = new Map();
  #stopping = false;
  #reaper;
  #log;

  /** @param log called with (name, line, isError) for each line a child writes, and ('', text) for our own */
  constructor(log) {
    this.#log = log;
  }

  /** @param spec name, command, args, env, cwd, restart (default true), stopTimeoutMs (default 15,000) */
  start(spec) {
    const child = {
      spec,
      tail: [],
      crashes: 0,
      backoffMs: FIRST_BACKOFF_MS,
      process: undefined,
      spawnedMs: 0,
    };
    this.#children.set(spec.name, child);
    this.#spawn(child);
  }

  has(name) {
    return this.#children.has(name);
  }

  pid(name) {
    return this.#children.get(name)?.process?.pid;
  }

  /** How often it ended unasked. */
  crashes(name) {
    return this.#children.get(name)?.crashes ?? 0;
  }

  /** Its last lines. */
  tail(name) {
    return (this.#children.get(name)?.tail ?? []).join('\n');
  }

  /** Ends the named children, or all: SIGTERM, then SIGKILL to the whole group. Later ones wait for earlier. */
  async stop(...waves) {
    this.#stopping = true;
    const named = waves.flat();
    const rest = [...this.#children.keys()].filter((name) => !named.includes(name));
    for (const wave of [...waves, rest]) {
      await Promise.all(wave.map((name) => this.#end(this.#children.get(name))));
    }
    this.#reaper?.stdin.end();
  }

  #spawn(child) {
    const { name, command, args = [], env, cwd } = child.spec;
    if (this.#reaper === undefined) this.#startReaper();
    const running = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    child.process = running;
    child.spawnedMs = performance.now();
    child.ended = new Promise((resolve) => running.once('close', resolve));
    if (running.pid !== undefined) this.#tellReaper(`+${running.pid}`);
    readLines(running.stdout, (line) => this.#keep(child, line, false));
    readLines(running.stderr, (line) => this.#keep(child, line, true));
    running.once('error', (error) => this.#keep(child, `cannot be started: ${error.message}`, true));
    running.once('close', (code, signal) => this.#closed(child, name, running, signal ?? `code ${code}`));
  }

  #closed(child, name, running, how) {
    // Whatever it started ends with it.
    kill(running.pid, 'SIGKILL');
    if (running.pid !== undefined) this.#tellReaper(`-${running.pid}`);
    if (this.#stopping || child.spec.restart === false) return;
    child.crashes++;
    if (performance.now() - child.spawnedMs > STABLE_MS) child.backoffMs = FIRST_BACKOFF_MS;
    const waitMs = child.backoffMs;
    child.backoffMs = Math.min(MAX_BACKOFF_MS, 2 * waitMs);
    this.#log('', `${name} ended (${how}); started again in ${waitMs / 1000} s`, true);
    setTimeout(() => !this.#stopping && this.#spawn(child), waitMs).unref();
  }

  async #end(child) {
    const running = child?.process;
    if (running?.pid === undefined || running.exitCode !== null || running.signalCode !== null) return;
    kill(running.pid, 'SIGTERM', false);
    const limitMs = child.spec.stopTimeoutMs ?? 15_000;
    const inTime = await Promise.race([child.ended.then(() => true), sleepUnref(limitMs)]);
    if (!inTime)
      this.#log('', `${child.spec.name} did not stop within ${limitMs / 1000} s and is killed`, true);
    kill(running.pid, 'SIGKILL');
    await Promise.race([child.ended, sleep(2000)]);
  }

  #keep(child, line, isError) {
    child.tail.push(line);
    if (child.tail.length > TAIL_LINES) child.tail.shift();
    this.#log(child.spec.name, line, isError);
  }

  #startReaper() {
    this.#reaper = spawn(process.execPath, [reaperFile], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    this.#reaper.on('error', () => undefined);
    this.#reaper.stdin.on('error', () => undefined);
    this.#reaper.unref();
    this.#reaper.stdin.unref?.();
  }

  #tellReaper(line) {
    this.#reaper?.stdin.write(`${line}\n`);
  }
}

/** Signals a process, or with `group` everything in its group; false when there is nothing left. */
function kill(pid, signal, group = true) {
  try {
    return pid !== undefined && process.kill(group ? -pid : pid, signal);
  } catch {
    return false;
  }
}

const sleepUnref = (ms) => new Promise((resolve) => setTimeout(() => resolve(false), ms).unref());

function readLines(stream, take) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) take(line);
  });
  stream.on('end', () => rest !== '' && take(rest));
}
