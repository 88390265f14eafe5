import { parentPort } from 'node:worker_threads';
import { CodecError } from '../errors';
import type { CodecReply, CodecRequest } from '../messages';
import { decodeJob } from './decode';
import { encodeJob } from './encode';
import type { Job } from './job';

const jobs = new Map<number, Job>();
const nothing = new Uint8Array();

async function perform(request: CodecRequest): Promise<{ bytes: Uint8Array; done: boolean }> {
  switch (request.kind) {
    case 'encode':
      jobs.set(request.job, await encodeJob(request));
      return { bytes: nothing, done: false };
    case 'decode':
      jobs.set(request.job, await decodeJob(request.file, request));
      return { bytes: nothing, done: false };
    case 'push':
      return { bytes: await jobOf(request).push(request.bytes), done: false };
    case 'finish':
      return { bytes: await jobOf(request).finish(), done: true };
    case 'read': {
      const bytes = await jobOf(request).read();
      return { bytes: bytes ?? nothing, done: bytes === undefined };
    }
    case 'close': {
      const job = jobs.get(request.job);
      jobs.delete(request.job);
      await job?.close();
      return { bytes: nothing, done: true };
    }
  }
}

function jobOf({ job }: CodecRequest): Job {
  const found = jobs.get(job);
  if (found === undefined) throw new CodecError('codec_failed', 'there is no such job');
  return found;
}

async function answer(request: CodecRequest): Promise<CodecReply> {
  const { job } = request;
  try {
    return { job, ok: true, ...(await perform(request)) };
  } catch (error) {
    if (CodecError.isInstance(error)) return { job, ok: false, code: error.code, message: error.message };
    return {
      job,
      ok: false,
      code: 'codec_failed',
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

function main(): void {
  const port = parentPort;
  if (!port) throw new Error('the codec program runs as a worker thread');
  port.on('message', (request: CodecRequest) => {
    void answer(request).then((reply) => port.postMessage(reply));
  });
}

main();
