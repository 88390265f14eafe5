import { field } from '@parley/testing';
import type { ReceivedEvent } from '@parley/testing';

type Json = Readonly<Record<string, unknown>>;

/** Tracks that may land anywhere beside the life they belong to. */
const besides = /^conversation\.item\.input_audio_transcription\.|^rate_limits\.updated$/;

/**
 * What a client was told, as lines to read and compare: the type and the key fields of each event. Ids are named in
 * the order they come (I1, R1, K1: items, responses, calls), `∅` is null, and a run of deltas is one line.
 */
export function score(events: readonly ReceivedEvent[], names: Names = new Names()): string[] {
  const lines: string[] = [];
  for (const event of events) {
    if (besides.test(event.type)) continue;
    const line = event.type.endsWith('.delta')
      ? `  Δ ${names.of(event.body['item_id'])}`
      : `${event.type} ${names.fieldsOf(event)}`.trimEnd();
    if (line !== lines.at(-1) || !line.startsWith('  Δ')) lines.push(line);
  }
  return lines;
}

/** Expected lines, written as one text. */
export const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^ {8}/, ''))
    .filter((line) => line.trim() !== '');

export class Names {
  private readonly names = new Map<string, string>();

  of(id: unknown): string {
    if (id === null) return '∅';
    if (typeof id !== 'string') return '?';
    const letter = id.startsWith('resp_') ? 'R' : id.startsWith('call_') ? 'K' : 'I';
    const known = this.names.get(id);
    if (known !== undefined) return known;
    const count = [...this.names.values()].filter((name) => name.startsWith(letter)).length;
    const name = `${letter}${count + 1}`;
    this.names.set(id, name);
    return name;
  }

  fieldsOf(event: ReceivedEvent): string {
    const { body } = event;
    if (body['item'] !== undefined && body['response_id'] === undefined) return this.placed(event);
    if (body['item'] !== undefined)
      return `${this.of(body['response_id'])}[${String(body['output_index'])}] ${this.item(body['item'] as Json)}`;
    if (body['response'] !== undefined) return this.response(body['response'] as Json);
    if (body['error'] !== undefined)
      return `${String(field(event, 'error.code'))} ${String(field(event, 'error.param'))}`;
    return this.others(body);
  }

  private placed(event: ReceivedEvent): string {
    const after =
      'previous_item_id' in event.body ? `after ${this.of(event.body['previous_item_id'])}: ` : '';
    return `${after}${this.item(event.body['item'] as Json)}`;
  }

  private item(item: Json): string {
    const id = this.of(item['id']);
    switch (item['type']) {
      case 'function_call':
        return `${id} ${String(item['status'])} ${this.of(item['call_id'])} ${String(item['name'])}(${String(item['arguments'])})`;
      case 'mcp_list_tools':
        return `${id} ${String(item['server_label'])} offers [${(item['tools'] as Json[]).map(({ name }) => String(name)).join()}]`;
      case 'mcp_call':
        return `${id} ${call(item)} = ${typeof item['output'] === 'string' ? item['output'] : outcome(item['error'])}`;
      case 'mcp_approval_request':
        return `${id} may ${call(item)}?`;
      case 'mcp_approval_response':
        return `${id} ${this.of(item['approval_request_id'])} ${item['approve'] === true ? 'yes' : 'no'}`;
      case 'function_call_output':
        return `${id} ${String(item['status'])} ${this.of(item['call_id'])} = ${String(item['output'])}`;
      default:
        return `${id} ${String(item['status'])} ${String(item['role'])} ${(item['content'] as Json[]).map(part).join()}`.trimEnd();
    }
  }

  private response(response: Json): string {
    const details = response['status_details'] as Json | null;
    const reason =
      details === null ? '' : ` (${String(details['reason'] ?? (details['error'] as Json)['code'])})`;
    const output = (response['output'] as Json[]).map((item) => this.of(item['id'])).join();
    const aside = response['conversation_id'] === null ? ' out of band' : '';
    return `${this.of(response['id'])} ${String(response['status'])}${reason}${aside} ${output}`.trimEnd();
  }

  /** Of a part or of an input: ids, then what was said. */
  private others(body: Json): string {
    const words: string[] = [];
    if ('previous_item_id' in body) words.push(`after ${this.of(body['previous_item_id'])}:`);
    if (body['item_id'] !== undefined) words.push(this.of(body['item_id']));
    if (body['call_id'] !== undefined)
      words.push(`${this.of(body['call_id'])} ${String(body['name'])}(${String(body['arguments'])})`);
    else if (typeof body['arguments'] === 'string') words.push(`(${body['arguments']})`);
    if (body['part'] !== undefined) words.push(part(body['part'] as Json));
    for (const said of ['transcript', 'text'])
      if (typeof body[said] === 'string') words.push(`"${body[said]}"`);
    return words.join(' ');
  }
}

const call = (item: Json): string =>
  `${String(item['server_label'])}.${String(item['name'])}(${String(item['arguments'])})`;

const outcome = (error: unknown): string =>
  error == null ? '∅' : `${String((error as Json)['type'])}: ${String((error as Json)['message'])}`;

function part(content: Json): string {
  const type = String(content['type']);
  const said = content['transcript'] ?? content['text'];
  if (typeof said === 'string') return `${type}("${said}")`;
  return 'transcript' in content ? `${type}(∅)` : type;
}
