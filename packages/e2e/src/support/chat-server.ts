import { createServer, type Server } from 'node:http';
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
  says = 'Fine.';
  /** Breaks the connection when it has said that. */
  breaks = false;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ChatServer> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        chat.bodies.push(JSON.parse(Buffer.concat(chunks).toString()) as ChatBody);
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        const words = chat.says.match(/\s*\S+/g) ?? [];
        for (const content of words) response.write(chunk({ content }, null));
        if (chat.breaks) response.write('', () => response.destroy());
        else response.end(`${chunk({}, 'stop', { usage: chatUsage })}data: [DONE]\n\n`);
      });
    });
    const chat = new ChatServer(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return chat;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  get last(): ChatBody {
    const body = this.bodies.at(-1);
    if (body === undefined) throw new Error('the provider was not asked');
    return body;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

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
