import type { Settled } from '../aside/aside';
import type { ServerExtras } from '../../extras';
import type { ProtocolError, ServerEventBody } from '@parley/protocol';
import type { Ctx } from '../ctx';
import type { Effect } from './effects';
import type { ToolsState } from '../tools/state';
import { withChange, type Live, type SessionState } from './state';

/** One event being handled: the state as it is by now, and the effects so far. Lives no longer than that. */
export class Step {
  readonly effects: Effect[] = [];
  /** Asides that ended with it. */
  readonly settled: Settled[] = [];

  constructor(
    public state: SessionState,
    readonly ctx: Ctx,
  ) {}

  set(change: Partial<SessionState>): void {
    this.state = withChange(this.state, change);
  }

  setTools(change: Partial<ToolsState>): void {
    this.set({ tools: { ...this.state.tools, ...change } });
  }

  do(...effects: readonly Effect[]): void {
    this.effects.push(...effects);
  }

  emit(event: ServerEventBody, extras?: ServerExtras): void {
    this.effects.push(extras === undefined ? { type: 'emit', event } : { type: 'emit', event, extras });
  }

  error(error: ProtocolError, eventId?: string | null): void {
    this.emit({ type: 'error', error: { ...error, event_id: eventId ?? error.event_id } });
    this.do({ type: 'observe', what: 'error', label: error.code ?? 'none' });
  }

  live(responseId: string): Live | undefined {
    return this.state.live.find(({ response }) => response.id === responseId);
  }

  putLive(live: Live): void {
    this.set({
      live: this.state.live.map((other) => (other.response.id === live.response.id ? live : other)),
    });
  }

  dropLive(responseId: string): void {
    this.set({ live: this.state.live.filter(({ response }) => response.id !== responseId) });
  }
}
