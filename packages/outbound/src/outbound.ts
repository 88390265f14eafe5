import { Agent, fetch as undiciFetch, type Response as UndiciResponse } from 'undici';
import { AllowList } from './allow-list';
import { capped } from './capped';
import { OutboundError, outboundErrorIn } from './errors';
import { Guard, systemResolve, type Resolve } from './guard';
import { redirected, type Hop } from './redirects';

export interface OutboundOptions {
  /** Internal hosts and networks that may be asked all the same: see `AllowList`. */
  readonly allow?: readonly string[];
  readonly resolve?: Resolve;
}

export interface OutboundLimits {
  /** From the request to the headers of the answer, redirects included. */
  readonly headersMs: number;
  /** From the request to the end of the answer; null: it is the caller's to end. */
  readonly totalMs: number | null;
  /** Of the answer's body, once unpacked. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
}

export const defaultLimits: OutboundLimits = {
  headersMs: 10_000,
  totalMs: 20_000,
  maxBytes: 1024 * 1024,
  maxRedirects: 3,
};

/** `fetch` as libraries take it; bodies are strings or bytes. */
export type OutboundFetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

const connectMs = 5_000;

/** The one way out for requests to addresses that a client, a model or a third party named. */
export class Outbound {
  readonly #guard: Guard;
  readonly #allow: AllowList;
  readonly #agents = new Map<string, Agent>();

  constructor({ allow = [], resolve = systemResolve }: OutboundOptions = {}) {
    this.#allow = new AllowList(allow);
    this.#guard = new Guard({ allow: this.#allow, resolve, resolveMs: connectMs });
  }

  /** @throws OutboundError where the URL can be refused without asking anybody. */
  check(url: string): void {
    this.#guard.check(parse(url));
  }

  fetcher(limits: Partial<OutboundLimits> = {}): OutboundFetch {
    const all = { ...defaultLimits, ...limits };
    return async (url, init) => this.#fetch(parse(url), init ?? {}, all);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#agents.values()].map((agent) => agent.destroy()));
    this.#agents.clear();
  }

  async #fetch(url: URL, init: RequestInit, limits: OutboundLimits): Promise<Response> {
    const abort = new AbortController();
    const give = (what: string, ms: number): NodeJS.Timeout =>
      setTimeout(() => abort.abort(new OutboundError('timeout', `The server did not ${what} in time.`)), ms);
    const headers = give('answer', limits.headersMs);
    const total = limits.totalMs === null ? undefined : give('finish its answer', limits.totalMs);
    const signal = init.signal == null ? abort.signal : AbortSignal.any([abort.signal, init.signal]);
    try {
      const first: Hop = {
        url,
        method: (init.method ?? 'GET').toUpperCase(),
        headers: new Headers(init.headers),
        body: bodyOf(init.body),
      };
      const response = await this.#follow(
        first,
        init.redirect === 'manual' ? null : limits.maxRedirects,
        signal,
      );
      clearTimeout(headers);
      return limited(response, limits.maxBytes, () => clearTimeout(total));
    } catch (error) {
      clearTimeout(headers);
      clearTimeout(total);
      if (init.signal?.aborted === true) throw error;
      throw outboundErrorIn(error) ?? failed(url, error);
    }
  }

  /** `maxRedirects`: null gives a redirect to the caller, who may follow it through here. */
  async #follow(first: Hop, maxRedirects: number | null, signal: AbortSignal): Promise<UndiciResponse> {
    let hop = first;
    for (let redirects = 0; ; redirects += 1) {
      this.#guard.check(hop.url);
      const { method, headers, body } = hop;
      const response = await undiciFetch(hop.url, {
        method,
        headers: [...headers],
        ...(body === undefined ? {} : { body }),
        redirect: 'manual',
        dispatcher: this.#agentFor(hop.url),
        signal,
      });
      if (maxRedirects === null) return response;
      const next = redirected(hop, response.status, response.headers.get('location'));
      if (next === undefined) return response;
      await response.body?.cancel();
      if (redirects >= maxRedirects) {
        throw new OutboundError(
          'too_many_redirects',
          `The server redirects more than ${maxRedirects} times.`,
        );
      }
      hop = next;
    }
  }

  /** A host that is allowed by name shares no connection with what is checked by address. */
  #agentFor(url: URL): Agent {
    const key = this.#allow.allowsHost(url) ? url.origin : '';
    let agent = this.#agents.get(key);
    if (agent === undefined) {
      agent = new Agent({
        connect: { lookup: this.#guard.lookupFor(url), timeout: connectMs },
        maxHeaderSize: 32 * 1024,
      });
      this.#agents.set(key, agent);
    }
    return agent;
  }
}

function limited(response: UndiciResponse, maxBytes: number, done: () => void): Response {
  const { status, statusText, headers, body } = response;
  const init = { status, statusText, headers: [...headers] };
  if (body === null) {
    done();
    return new Response(null, init);
  }
  const given = Number(headers.get('content-length') ?? 0);
  if (given > maxBytes) {
    void body.cancel();
    throw tooLarge(maxBytes);
  }
  const stream = capped(body, { maxBytes, tooLarge: () => tooLarge(maxBytes), done });
  return new Response(stream, init);
}

const tooLarge = (maxBytes: number): OutboundError =>
  new OutboundError('too_large', `The server's answer is larger than ${maxBytes} bytes.`);

function parse(url: string | URL): URL {
  if (typeof url !== 'string') return url;
  if (!URL.canParse(url)) throw new OutboundError('invalid_url', 'This is not a URL.');
  return new URL(url);
}

function bodyOf(body: RequestInit['body']): Hop['body'] {
  if (body == null) return undefined;
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new TypeError('only text and bytes can be sent');
}

const failed = (url: URL, error: unknown): OutboundError =>
  new OutboundError('connection_failed', `The connection to '${url.host}' failed.`, { cause: error });
