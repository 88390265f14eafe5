import type { Effect } from '../coordinator/effects';
import type { SessionState } from '../coordinator/state';
import { activeOf } from '../coordinator/state';

/** Watches that fillers are heard once in a wait, and only where nothing else is. */
export class Fillers {
  /** What was wrong first. */
  broken: string | undefined;
  heard = 0;
  /** By what they waited for and whose it was. */
  private readonly waits = new Set<string>();
  private readonly over = new Set<string>();
  /** Messages of which the answer itself was heard. */
  private readonly answered = new Set<string>();

  constructor(private readonly state: () => SessionState) {}

  onEffect(effect: Effect): void {
    if (effect.type === 'emit_audio' && effect.keep) this.answered.add(effect.ids.item_id);
    if (effect.type === 'emit_audio' && !effect.keep && this.answered.has(effect.ids.item_id))
      this.fail('a filler is heard in the middle of an answer');
    if (effect.type !== 'extension' || effect.event.type !== 'parley.filler') return;
    const { fillerId, responseId, of, outcome } = effect.event;
    if (this.over.has(fillerId)) this.fail('a filler ends twice');
    if (outcome !== 'started') {
      this.over.add(fillerId);
      return;
    }
    this.heard += 1;
    const { stage } = this.state().filler;
    const wait = `${of}:${stage.kind === 'quiet' ? responseId : stage.wait.id}`;
    if (this.waits.has(wait)) this.fail(`${wait} has two fillers`);
    this.waits.add(wait);
    const active = activeOf(this.state());
    if (active !== undefined && active.sentMs > 0) this.fail('a filler begins over an answer');
  }

  private fail(what: string): void {
    this.broken ??= what;
  }
}
