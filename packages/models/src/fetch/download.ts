import { open } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { EnvHttpProxyAgent, fetch, type Dispatcher, type Response } from 'undici';
import { codeOf, messageOf, ModelError } from '../errors';
import { moveIntoPlace } from '../files/durable';
import { sha256File } from '../files/hash';
import type { Pin } from '../manifest/schema';
import { PartialFile } from './partial';
import { parseAddress } from './web-address';

export interface DownloadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onBytes?: ((doneBytes: number) => void) | undefined;
  /** A connection that gives nothing for this long is dropped, ms. */
  readonly stallMs?: number | undefined;
  /** Pause before the first retry, ms; doubles with each. */
  readonly retryMs?: number | undefined;
}

const STALL_MS = 30_000;
const RETRY_MS = 500;
const ATTEMPTS = 5;
/** Without these a retry would only repeat the failure. */
const PASSING_FAULTS = new Set([
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** An answer that may be different next time. */
class Retryable extends Error {}

/**
 * Fetches `address` to `path`, which appears only when it is exactly what `pin` says. What an interrupted
 * download left (`<path>.partial`) is continued where the server allows it.
 * @throws ModelError `unavailable`, `truncated`, `tampered`, `no_space` or `cancelled`
 */
export async function download(
  address: string,
  path: string,
  pin: Pin,
  options: DownloadOptions = {},
): Promise<void> {
  // Proxies are taken from HTTP_PROXY, HTTPS_PROXY and NO_PROXY.
  const dispatcher = new EnvHttpProxyAgent();
  const partial = new PartialFile(`${path}.partial`);
  const { signal, retryMs = RETRY_MS } = options;
  try {
    for (let attempt = 1; ; attempt++) {
      const heldBytes = await partial.sizeBytes();
      try {
        await fetchRest(address, partial, pin, dispatcher, options);
        const sha256 = await sha256File(partial.path, signal);
        if (sha256 !== pin.sha256)
          throw new ModelError('tampered', `sha256 is ${sha256}, pinned is ${pin.sha256}`);
        await moveIntoPlace(partial.path, path);
        await partial.forgetTag();
        return;
      } catch (error) {
        if (signal?.aborted) throw new ModelError('cancelled', 'cancelled', { cause: error });
        const wrong = error instanceof ModelError && error.code !== 'unavailable';
        if (wrong) await partial.discard();
        const again = wrong ? heldBytes > 0 : isPassing(error) || (await partial.sizeBytes()) > heldBytes;
        if (!again || attempt >= ATTEMPTS) throw asModelError(error);
      }
      await delay(retryMs * 2 ** (attempt - 1));
    }
  } finally {
    await dispatcher.destroy();
  }
}

async function fetchRest(
  address: string,
  partial: PartialFile,
  pin: Pin,
  dispatcher: Dispatcher,
  { signal, onBytes, stallMs = STALL_MS }: DownloadOptions,
): Promise<void> {
  const heldBytes = await partial.sizeBytes();
  if (heldBytes === pin.sizeBytes) return;
  const from = heldBytes > pin.sizeBytes ? 0 : heldBytes;
  const { url, headers } = parseAddress(address);
  const stall = new AbortController();
  const timer = setTimeout(() => stall.abort(), stallMs);
  try {
    const response = await fetch(url, {
      dispatcher,
      headers: {
        'user-agent': 'parley-models',
        'accept-encoding': 'identity',
        ...headers,
        ...(await partial.rangeHeaders(from)),
      },
      signal: signal ? AbortSignal.any([signal, stall.signal]) : stall.signal,
    });
    const start = startOf(response, from);
    requireLength(response, start, pin);
    await partial.rememberTag(response.headers.get('etag'));
    await receive(response, partial.path, start, pin, (atBytes) => {
      timer.refresh();
      onBytes?.(atBytes);
    });
  } catch (error) {
    if (stall.signal.aborted) throw new Retryable(`no data for ${stallMs / 1000} s`, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Where the body of an answer belongs. @throws Retryable or ModelError for answers without the file */
function startOf(response: Response, asked: number): number {
  const { status, statusText, headers } = response;
  if (status === 200) return 0;
  const range = /^bytes (\d+)-/.exec(headers.get('content-range') ?? '');
  if (status === 206 && range !== null && Number(range[1]) === asked) return asked;
  const answer = `the server answers ${status} ${statusText}`.trim();
  if (status === 206 || status === 416) throw new ModelError('tampered', answer);
  if (status === 408 || status === 429 || status >= 500) throw new Retryable(answer);
  throw new ModelError('unavailable', answer);
}

function requireLength(response: Response, start: number, pin: Pin): void {
  const length = response.headers.get('content-length');
  if (length === null || start + Number(length) === pin.sizeBytes) return;
  const offered = start + Number(length);
  throw new ModelError('tampered', `the server has ${offered} bytes, pinned are ${pin.sizeBytes}`);
}

async function receive(
  response: Response,
  path: string,
  start: number,
  pin: Pin,
  onBytes: (atBytes: number) => void,
): Promise<void> {
  const handle = await open(path, start === 0 ? 'w' : 'r+');
  let at = start;
  try {
    for await (const chunk of response.body ?? []) {
      if (at + chunk.byteLength > pin.sizeBytes) {
        throw new ModelError('tampered', `longer than the pinned ${pin.sizeBytes} bytes`);
      }
      await handle.write(chunk, 0, chunk.byteLength, at);
      at += chunk.byteLength;
      onBytes(at);
    }
  } finally {
    await handle.close();
  }
  if (at < pin.sizeBytes) throw new ModelError('truncated', `ends after ${at} of ${pin.sizeBytes} bytes`);
}

function isPassing(error: unknown): boolean {
  return error instanceof Retryable || PASSING_FAULTS.has(codeOf(error));
}

function asModelError(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  const code = codeOf(error) === 'ENOSPC' ? 'no_space' : 'unavailable';
  return new ModelError(code, messageOf(error), { cause: error });
}
