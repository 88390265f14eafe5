import { RealtimeClient, field } from '@parley/testing';
import type { ReceivedEvent } from '@parley/testing';

/** One connected client with a text-in, speech-out session, to follow a conversation turn by turn. */
export class Conversation {
  private constructor(readonly client: RealtimeClient) {}

  static async open(
    url: string,
    session: Readonly<Record<string, unknown>> = {},
    key = 'test-key',
    query: Readonly<Record<string, string>> = {},
  ): Promise<Conversation> {
    const client = await RealtimeClient.connect({ url, key, query });
    await client.waitFor('session.created');
    client.send({ type: 'session.update', session: { type: 'realtime', ...session } });
    await client.waitFor('session.updated');
    return new Conversation(client);
  }

  /** Writes a user message and asks for a response; resolves with its response.created. */
  async ask(text: string): Promise<ReceivedEvent> {
    const from = this.client.mark();
    this.client.send({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
    });
    this.client.send({ type: 'response.create' });
    return this.client.waitFor('response.created', { from });
  }

  async answered(created: ReceivedEvent, timeoutMs = 20_000): Promise<ReceivedEvent> {
    const id = field(created, 'response.id');
    return this.client.waitFor((e) => e.type === 'response.done' && field(e, 'response.id') === id, {
      timeoutMs,
    });
  }

  async turn(text: string): Promise<ReceivedEvent> {
    return this.answered(await this.ask(text));
  }

  /** What the assistant said in one finished response. */
  transcriptOf(done: ReceivedEvent): string {
    const output = field(done, 'response.output') as { content?: { transcript?: string; text?: string }[] }[];
    return output
      .flatMap((item) => item.content ?? [])
      .map((part) => part.transcript ?? part.text ?? '')
      .join('');
  }

  errors(from = 0): ReceivedEvent[] {
    return this.client.events.slice(from).filter((event) => event.type === 'error');
  }

  /** Ids of all items the client was told of, in the order of the chain it would rebuild. */
  chain(): string[] {
    const order: string[] = [];
    for (const event of this.client.events) {
      if (event.type !== 'conversation.item.added') continue;
      const id = String(field(event, 'item.id'));
      const previous = event.body['previous_item_id'] as string | null;
      if (order.includes(id)) throw new Error(`item ${id} was added twice`);
      const at = previous === null ? 0 : order.indexOf(previous) + 1;
      if (previous !== null && at === 0)
        throw new Error(`item ${id} follows ${previous}, which the client never saw`);
      order.splice(at, 0, id);
    }
    return order;
  }
}

/** The sentences of the scripted model's `[[repeat: n]]`, in order. */
export function sentences(n: number): string {
  return Array.from({ length: n }, (_, i) => `This is sentence ${i + 1}.`).join(' ');
}
