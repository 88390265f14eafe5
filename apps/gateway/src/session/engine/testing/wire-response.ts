import type { ConversationItem, Response, ServerEventBody } from '@parley/protocol';

interface Item {
  readonly item: ConversationItem;
  readonly outputIndex: number;
  inConversation: boolean;
  part: 'none' | 'open' | 'closed';
  closing: string[];
  text: string;
  closed: boolean;
}

function check(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

const closings: Readonly<Partial<Record<ConversationItem['type'], readonly string[]>>> = {
  function_call: ['function_call_arguments.done'],
  mcp_call: [
    'mcp_call_arguments.done mcp_call.in_progress mcp_call.completed',
    'mcp_call_arguments.done mcp_call.in_progress mcp_call.failed',
    // Left while it ran.
    'mcp_call_arguments.done mcp_call.in_progress',
  ],
  mcp_approval_request: [''],
  message: [
    'output_text.done content_part.done',
    'output_audio.done output_audio_transcript.done content_part.done',
  ],
};

type ResponseEventBody = Extract<ServerEventBody, { response_id: string }>;

/** One response as a strict client follows it. */
export class WireResponse {
  readonly items: Item[] = [];
  readonly conversational: boolean;
  done: Response | undefined;

  constructor(readonly created: Response) {
    check(created.status === 'in_progress' && created.usage === null, 'created, and not in progress');
    check(created.output.length === 0, 'created with output');
    this.conversational = created.conversation_id !== null;
  }

  /** How a tool of the server goes: those events name no response. False: the item is none of these. */
  called(itemId: string, type: string): boolean {
    const open = this.items.at(-1);
    if (open?.item.id !== itemId || open.closed) return false;
    open.closing.push(type);
    return true;
  }

  /** `conversation.item.added` was seen: it may be of this response. */
  added(item: ConversationItem): void {
    const open = this.items.at(-1);
    if (open?.item.id === item.id) open.inConversation = true;
  }

  on(event: ResponseEventBody): void {
    switch (event.type) {
      case 'response.output_item.added':
        check(
          this.items.every(({ closed }) => closed),
          'an item was opened before the last one was closed',
        );
        check(event.output_index === this.items.length, `output_index ${event.output_index}`);
        this.items.push({
          item: event.item,
          outputIndex: event.output_index,
          inConversation: !this.conversational,
          part: 'none',
          closing: [],
          text: '',
          closed: false,
        });
        return;
      case 'response.content_part.added':
        this.item(event.item_id).part = 'open';
        return;
      case 'response.output_text.delta':
      case 'response.output_audio_transcript.delta':
        check(event.delta !== '', 'empty delta');
        this.delta(event, 'text').text += event.delta;
        return;
      case 'response.function_call_arguments.delta':
      case 'response.mcp_call_arguments.delta':
        this.item(event.item_id).text += event.delta;
        return;
      case 'response.output_item.done':
        this.close(event.item);
        return;
      default:
        this.closing(event);
    }
  }

  delta(ids: { item_id: string; output_index: number }, _what: 'audio' | 'text'): Item {
    const item = this.item(ids.item_id);
    check(item.part === 'open' && item.closing.length === 0, `delta outside its part in ${ids.item_id}`);
    check(item.outputIndex === ids.output_index, 'delta with another output_index');
    return item;
  }

  end(response: Response): void {
    check(this.done === undefined, 'response done twice');
    check(
      this.items.every(({ closed }) => closed),
      'response done with an open item',
    );
    check(response.usage !== null, 'no usage');
    check(response.status !== 'in_progress', 'done and in progress');
    check((response.status === 'completed') === (response.status_details === null), 'status details');
    check(response.output.length === this.items.length, 'output lacks items');
    check(JSON.stringify(response.metadata) === JSON.stringify(this.created.metadata), 'metadata changed');
    this.done = response;
  }

  private closing(event: ResponseEventBody): void {
    check('item_id' in event, event.type);
    const item = this.item(event.item_id);
    item.closing.push(event.type);
    if (event.type === 'response.output_audio_transcript.done') {
      check(event.transcript === item.text, 'the transcript is not what its deltas said');
    }
    if (event.type === 'response.output_text.done') {
      check(event.text === item.text, 'the text is not what its deltas said');
    }
    if (
      event.type === 'response.function_call_arguments.done' ||
      event.type === 'response.mcp_call_arguments.done'
    ) {
      check(event.arguments === item.text && event.arguments !== '', 'arguments');
    }
  }

  private close(item: ConversationItem): void {
    const open = this.item(item.id);
    const order = open.closing.map((type) => type.replace('response.', '')).join(' ');
    const expected = closings[item.type];
    check(expected?.includes(order) === true, `closed by: ${order}`);
    open.closed = true;
  }

  private item(id: string): Item {
    const item = this.items.at(-1);
    check(item?.item.id === id && !item.closed, `event of item ${id}, which is not open`);
    check(item.inConversation, `event of item ${id} before conversation.item.added`);
    return item;
  }
}
