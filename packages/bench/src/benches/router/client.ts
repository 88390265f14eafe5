import { Agent, request } from 'node:http';

/** Where requests go, and with what headers. */
export interface Target {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly model: string;
  /** Of the processes in between. */
  readonly pids: readonly number[];
}

const prompt =
  'Tell me in a few words what the weather will be like tomorrow, and whether to take an umbrella.';

export const bodyOf = (model: string, stream: boolean): string =>
  JSON.stringify({
    model,
    stream,
    messages: [
      { role: 'system', content: 'You are a friendly voice assistant. Be brief.' },
      { role: 'user', content: prompt },
    ],
  });

export interface Timing {
  /** To the first byte of the body. */
  readonly firstByteMs: number;
  readonly totalMs: number;
}

/** One request over kept connections; rejects unless all 20 tokens came. */
export function ask({ url, headers, model }: Target, agent: Agent, stream: boolean): Promise<Timing> {
  const body = bodyOf(model, stream);
  return new Promise((resolve, reject) => {
    const startMs = performance.now();
    const sending = request(
      url,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          ...headers,
        },
      },
      (response) => {
        let firstByteMs = 0;
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          firstByteMs ||= performance.now() - startMs;
          text += part;
        });
        response.on('end', () => {
          if (text.includes('token0') && text.includes('token19') && response.statusCode === 200) {
            resolve({ firstByteMs, totalMs: performance.now() - startMs });
          } else reject(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 300)}`));
        });
        response.on('error', reject);
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}

/** Streams in a row by so many at a time; per second. */
export async function throughput(target: Target, concurrency: number, count: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  let left = count;
  const startMs = performance.now();
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await ask(target, agent, true);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  agent.destroy();
  return (count * 1_000) / (performance.now() - startMs);
}
