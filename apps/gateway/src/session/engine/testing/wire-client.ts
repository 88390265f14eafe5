import { serverEventSchemas, type ConversationItem, type ServerEventBody } from '@parley/protocol';
import type { Effect } from '../coordinator/effects';
import { Chain } from './wire-chain';
import { WireResponse } from './wire-response';

type Of<T extends ServerEventBody['type']> = Extract<ServerEventBody, { type: T }>;

function check(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** A strict client: follows every event, and throws at the first that is malformed, out of order, doubled or unknown. */
export class WireClient {
  readonly chain = new Chain();
  readonly responses = new Map<string, WireResponse>();
  /** Committed items that transcription events are due for → how many came. */
  readonly transcriptions = new Map<string, number>();
  readonly audioBytes = new Map<string, number>();
  /** `mcp_list_tools` items: whether they came to an end. */
  readonly listed = new Map<string, boolean>();
  /** Calls whose result came after their response. */
  readonly late = new Set<string>();
  speaking: string | undefined;
  transcribes = false;
  private committed: Of<'input_audio_buffer.committed'> | undefined;

  onEffect(effect: Effect): void {
    if (effect.type === 'emit_audio') {
      const { ids, pcm } = effect;
      this.response(ids.response_id).delta(ids, 'audio');
      this.audioBytes.set(ids.item_id, (this.audioBytes.get(ids.item_id) ?? 0) + pcm.byteLength);
    }
    if (effect.type !== 'emit') return;
    serverEventSchemas.get(effect.event.type)?.parse({ event_id: 'event_1', ...effect.event });
    this.onEvent(effect.event);
  }

  get active(): WireResponse[] {
    return [...this.responses.values()].filter((response) => response.conversational && !response.done);
  }

  private onEvent(event: ServerEventBody): void {
    switch (event.type) {
      case 'session.updated':
        this.transcribes = event.session.audio.input.transcription !== null;
        return;
      case 'input_audio_buffer.speech_started':
        check(this.speaking === undefined, 'speech started twice');
        this.speaking = event.item_id;
        return;
      case 'input_audio_buffer.speech_stopped':
        check(this.speaking === event.item_id, 'speech stopped that had not started');
        this.speaking = undefined;
        return;
      case 'input_audio_buffer.committed':
        check(this.speaking === undefined, 'committed while speech goes on');
        this.committed = event;
        if (this.transcribes) this.transcriptions.set(event.item_id, 0);
        return;
      case 'conversation.item.added':
        this.added(event.previous_item_id, event.item);
        return;
      case 'conversation.item.done':
        this.chain.close(event.item);
        return;
      case 'conversation.item.deleted':
        this.chain.remove(event.item_id);
        return;
      case 'conversation.item.input_audio_transcription.completed':
      case 'conversation.item.input_audio_transcription.failed': {
        const count = this.transcriptions.get(event.item_id);
        check(count === 0, `transcription event ${String((count ?? -1) + 1)} of ${event.item_id}`);
        this.transcriptions.set(event.item_id, 1);
        return;
      }
      case 'response.created': {
        const { id, conversation_id: conversation } = event.response;
        check(!this.responses.has(id), 'response created twice');
        check(conversation === null || this.active.length === 0, 'two active responses');
        this.responses.set(id, new WireResponse(event.response));
        return;
      }
      case 'response.done':
        this.response(event.response.id).end(event.response);
        return;
      case 'response.mcp_call.in_progress':
      case 'response.mcp_call.completed':
      case 'response.mcp_call.failed':
        return this.called(event.item_id, event.type);
      case 'mcp_list_tools.in_progress':
        check(!this.listed.has(event.item_id), 'tools are listed twice in one item');
        this.listed.set(event.item_id, false);
        return;
      case 'mcp_list_tools.completed':
      case 'mcp_list_tools.failed':
        check(this.listed.get(event.item_id) === false, 'tools were listed that were not asked for');
        this.listed.set(event.item_id, true);
        return;
      default:
        if ('response_id' in event) this.response(event.response_id).on(event);
    }
  }

  private added(previous: string | null, item: ConversationItem): void {
    if (this.committed?.item_id === item.id) {
      check(
        this.committed.previous_item_id === previous,
        'committed and added disagree about the previous item',
      );
      this.committed = undefined;
    }
    this.chain.add(previous, item);
    for (const response of this.active) response.added(item);
  }

  private called(itemId: string, type: string): void {
    const running = [...this.responses.values()].filter(({ done }) => done === undefined);
    if (running.some((response) => response.called(itemId, type))) return;
    // The response was spoken over: a result that comes later is told once.
    const left = [...this.responses.values()]
      .flatMap(({ items }) => items)
      .find(({ item }) => item.id === itemId);
    check(left?.closed === true && !type.endsWith('in_progress'), `${type} of ${itemId}`);
    check(!this.late.has(itemId), `${itemId} has two results`);
    this.late.add(itemId);
  }

  private response(id: string): WireResponse {
    const response = this.responses.get(id);
    check(response !== undefined, `unknown response ${id}`);
    check(!response.done, `event of response ${id} after its end`);
    return response;
  }
}
