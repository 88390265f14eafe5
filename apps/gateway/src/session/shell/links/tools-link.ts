import type { InboundFrame, Stream } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { toModelUses, type ModelUse } from '@parley/metering';
import type { Effect } from '../../engine/coordinator/effects';
import { limits } from '../../engine/deadlines';
import { Link, type LinkOpening, type LinkUser } from './link';
import type { LinkContext } from './ports';
import { callMessage, cancelMessage, listMessage, toListed, toResult } from './tools-messages';

type ToolsEffect = Extract<Effect, { type: 'list_tools' | 'call_tool' | 'cancel_tool' }>;

interface Waiting {
  readonly kind: 'list' | 'call';
  readonly payload: Uint8Array;
  sent: boolean;
}

const gone = 'No server for tools can be had at present.';
const lost = 'The server that ran the tool was lost; whether the tool has run is not known.';
/** JSON-RPC: a fault of the server. */
const fault = -32_000;

/** A session's way to the tools that run on the server: opened when the first is wanted. */
export class ToolsLink implements LinkUser {
  readonly #link: Link;
  readonly #waiting = new Map<string, Waiting>();
  /** Calls by which a provider's model was asked, and what that must have cost, until it is told. */
  readonly #asked = new Map<string, readonly ModelUse[]>();

  constructor(private readonly context: LinkContext) {
    this.#link = new Link(context, 'tools', this);
  }

  perform(effect: ToolsEffect): void {
    const { itemId } = effect;
    switch (effect.type) {
      case 'list_tools':
        return this.#ask(itemId, 'list', listMessage(itemId, effect.server));
      case 'call_tool':
        return this.#ask(itemId, 'call', callMessage(effect));
      case 'cancel_tool': {
        const sent = this.#waiting.get(itemId)?.sent === true;
        this.#waiting.delete(itemId);
        const { stream } = this.#link;
        if (!sent || stream === undefined) return;
        stream.send(encode(v1.ToolsInput, cancelMessage(itemId)));
        this.#send(stream);
      }
    }
  }

  close(): void {
    this.#waiting.clear();
    this.#chargeAsked();
    this.#link.close();
  }

  /** Nobody will tell any more what it cost. */
  #chargeAsked(): void {
    const uses = [...this.#asked.values()].flat();
    this.#asked.clear();
    this.#charge(uses);
  }

  #charge(uses: readonly ModelUse[]): void {
    if (uses.length > 0) this.context.metered({ type: 'searched', uses });
  }

  #ask(id: string, kind: Waiting['kind'], message: v1.ToolsInput.$Properties): void {
    this.#waiting.set(id, { kind, payload: encode(v1.ToolsInput, message), sent: false });
    const { stream } = this.#link;
    if (stream === undefined) this.#link.demand();
    else this.#send(stream);
  }

  /** What has not been sent yet, as far as the worker takes it. */
  #send(stream: Stream): void {
    let lists = 0;
    for (const waiting of this.#waiting.values()) {
      if (waiting.kind === 'list' && ++lists > limits.maxListingsAtOnce) continue;
      if (waiting.sent) continue;
      waiting.sent = stream.send(waiting.payload);
      if (waiting.sent) continue;
      stream.ready().then(
        () => this.#send(stream),
        () => undefined,
      );
      return;
    }
  }

  opening(): LinkOpening {
    return { config: new Uint8Array() };
  }

  onOpen(stream: Stream): void {
    this.#send(stream);
  }

  onUnavailable(): void {
    this.#failAll(gone, () => true);
  }

  isIdle(): boolean {
    return this.#waiting.size === 0;
  }

  /** A list may be asked for again; a call may have done what it does. */
  onLost(): void {
    this.#chargeAsked();
    this.#failAll(lost, ({ kind, sent }) => kind === 'call' && sent);
    for (const waiting of this.#waiting.values()) waiting.sent = false;
    if (this.#waiting.size > 0) this.#link.demand();
  }

  #failAll(message: string, which: (waiting: Waiting) => boolean): void {
    for (const [itemId, waiting] of this.#waiting) {
      if (!which(waiting)) continue;
      this.#waiting.delete(itemId);
      if (waiting.kind === 'list') {
        this.context.dispatch({ type: 'tools_listed', itemId, tools: null, message });
        continue;
      }
      const error = { type: 'protocol_error', code: fault, message } as const;
      this.context.dispatch({ type: 'tool_result', itemId, result: { error } });
    }
  }

  onFrame({ payload }: InboundFrame): void {
    const { listed, result, asked } = decode(v1.ToolsEvent, payload);
    if (asked != null) return void this.#asked.set(asked.requestId ?? '', toModelUses(asked.attempts));
    const itemId = (listed ?? result)?.requestId ?? '';
    this.#waiting.delete(itemId);
    this.#asked.delete(itemId);
    const { stream } = this.#link;
    if (stream !== undefined) this.#send(stream);
    if (listed != null) {
      const { tools, failure, leftOut } = listed;
      const message = (failure == null ? leftOut : failure.message) ?? '';
      this.context.dispatch({
        type: 'tools_listed',
        itemId,
        tools: failure == null ? toListed(tools) : null,
        message,
      });
    } else if (result != null) {
      this.#charge(toModelUses(result.attempts));
      this.context.dispatch({ type: 'tool_result', itemId, result: toResult(result) });
    }
  }
}
