import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a provider of chat completions was asked. */
export interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
  readonly [field: string]: unknown;
}

/** A provider of OpenAI's chat completions that says the same to everything and keeps what it was asked. */
export class ChatServer {
  readonly bodies: ChatBody[] = [];
  /** The key that each of them came with. */
  readonly keys: string[] = [];
  says = 'Fine.';
  /** Breaks the connection when it has said that. */
  breaks = false;
  /** Before the first token, and before each other one. */
  waitMs = 0;
  tokenMs = 0;
  usage = chatUsage;
  /** Keys that it does not take. */
  readonly refused = new Set<string>();

  #port = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ChatServer> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const key = request.headers.authorization?.replace('Bearer ', '') ?? '';
        chat.keys.push(key);
        if (chat.refused.has(key)) {
          response.writeHead(401, { 'content-type': 'application/json' });
          return response.end(JSON.stringify({ error: { message: 'Incorrect API key.' } }));
        }
        chat.bodies.push(JSON.parse(Buffer.concat(chunks).toString()) as ChatBody);
        void chat.answer(response);
      });
    });
    const chat = new ChatServer(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    chat.#port = (server.address() as AddressInfo).port;
    return chat;
  }

  private async answer(response: ServerResponse): Promise<void> {
    const words = this.says.match(/\s*\S+/g) ?? [];
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const [index, content] of words.entries()) {
      await sleep(index === 0 ? this.waitMs : this.tokenMs);
      response.write(chunk({ content }, null));
    }
    if (this.breaks) response.write('', () => response.destroy());
    else response.end(`${chunk({}, 'stop', { usage: this.usage })}data: [DONE]\n\n`);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/v1`;
  }

  get last(): ChatBody {
    const body = this.bodies.at(-1);
    if (body === undefined) throw new Error('the provider was not asked');
    return body;
  }

  /** Where it was before it was stopped. */
  async restart(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.#port, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

const sleep = async (ms: number): Promise<void> => {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
};

const chunk = (delta: object, finish: string | null, more: object = {}): string =>
  `data: ${JSON.stringify({
    id: 'c1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index: 0, delta, finish_reason: finish }],
    ...more,
  })}\n\n`;

/** What every answer of the server is said to have used. */
export const chatUsage = {
  ...{ prompt_tokens: 1_012, completion_tokens: 3, total_tokens: 1_015 },
  prompt_tokens_details: { cached_tokens: 1_000 },
};
