import type { ServerResponse } from 'node:http';
import type { WireFamily } from './wire-families';
import { WireServer, type WireRequest } from './wire-server';

export const faults = [
  'none',
  'refused',
  'status 401',
  'status 429',
  'status 500',
  'hang before the first word',
  'hang in mid-answer',
  'cut in mid-answer',
  'malformed',
  'a page in place of an answer',
] as const;

export type WireFault = (typeof faults)[number];

export const words = ['Alphabet', ' Benchmark', ' Cardboard', ' Diamonds', ' Elephants', ' Fireplace.'];

/** Words after which faults of mid-answer come. */
const midway = 3;

/** A provider that meets with a fault in every answer; what was said already it goes on from. */
export class FaultyServer {
  readonly #server = new WireServer();

  constructor(
    readonly family: WireFamily,
    readonly fault: WireFault,
  ) {
    this.#server.respond = (response, request) => this.#respond(response, request);
  }

  get requests(): readonly WireRequest[] {
    return this.#server.requests;
  }

  async start(): Promise<string> {
    const url = await this.#server.start();
    if (this.fault === 'refused') await this.#server.stop();
    return url;
  }

  async stop(): Promise<void> {
    if (this.fault !== 'refused') await this.#server.stop();
  }

  #respond(response: ServerResponse, request: WireRequest): void {
    const { family, fault } = this;
    const status = /^status (\d+)$/.exec(fault)?.[1];
    if (status !== undefined) {
      response.writeHead(Number(status), { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: `a ${status}`, type: 'x', code: Number(status) } }));
      return;
    }
    if (fault === 'hang before the first word') return;
    if (fault === 'a page in place of an answer') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>');
      return;
    }
    family.begin(response);
    const from = saidIn(request);
    for (const [index, word] of words.slice(from).entries()) {
      if (index === midway && fault !== 'none') return fail(response, fault);
      family.word(response, word);
    }
    if (fault === 'none') family.end(response);
    else fail(response, fault);
  }
}

function fail(response: ServerResponse, fault: WireFault): void {
  if (fault === 'cut in mid-answer') setTimeout(() => response.destroy(), 10);
  if (fault === 'malformed') response.end('data: {"choices": [{"delta"\n\n');
}

/** How many words the request says were told already. */
function saidIn({ body }: WireRequest): number {
  const text = JSON.stringify(body);
  let count = words.length;
  while (count > 0 && !text.includes(words.slice(0, count).join(''))) count -= 1;
  return count;
}
