import { readdirSync, readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/** Old space may grow by so much, relative to what lived after the last collection, before it is collected again. */
const heapGrowingPercent = 200;

/** Nice value of the threads that mark and compile beside the event loop. */
const helperNice = 10;

/**
 * Prepares the process for many small pieces of work that must not wait: imported before all else, while V8's are the
 * only threads. V8 by itself looks through the heap whenever
 * some megabytes were added to it, once a second with a hundred sessions, with four threads that take the core of the
 * event loop where there is no other.
 */
function prepareRuntime(): void {
  setFlagsFromString(`--heap-growing-percent=${heapGrowingPercent}`);
  // A quarter of a megabyte lives on in each collection of young objects: less than it takes to wait for helpers.
  setFlagsFromString('--no-parallel-scavenge');
  for (const thread of helperThreads()) {
    try {
      if (!isProfiler(thread)) setPriority(thread, helperNice);
    } catch {
      // It has ended, or may not be asked: it only has the priority that it had.
    }
  }
}

/** Threads of this process but the main one, on Linux; elsewhere none can be told apart. */
function helperThreads(): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/task')
    .map(Number)
    .filter((thread) => thread !== process.pid);
}

/** It samples the event loop, which is busy most when a sample is due: one that gives way sees it idle. */
const isProfiler = (thread: number): boolean =>
  readFileSync(`/proc/self/task/${thread}/comm`, 'utf8').startsWith('v8:Prof');

prepareRuntime();
