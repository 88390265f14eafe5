import {
  noBudget,
  nothingSpent,
  parseUsd,
  plus,
  spentTokens,
  tighter,
  type Budget,
  type Expenses,
} from '@parley/state';
import type { Response, ServerEventBody, Session } from '@parley/protocol';
import {
  amount,
  type BillLine,
  BudgetNews,
  countsMoney,
  knownCost,
  type ModelUse,
  type SessionLimits,
  sessionUses,
  spentMessage,
  spentUse,
  unpricedMessage,
  unpricedModels,
  usageOf,
} from '@parley/metering';
import { meter, nothingMetered, type Metered, type MeterEvent } from '../../metering/generation-meter';
import { receiptOf } from '../../metering/receipt';
import type { Effect } from '../engine/coordinator/effects';
import { mainLane } from '../engine/response/state';
import type { ExtensionEvent, UsageMeter } from '../ports';

export interface AccountsOptions {
  /** Undefined: nobody pays. */
  readonly usage: UsageMeter | undefined;
  /** The operator's. */
  readonly limits: SessionLimits;
  readonly session: () => Session;
  /** Whether a lane is for words that bridge a wait. */
  readonly isFiller: (lane: string) => boolean;
  readonly tell: (event: ExtensionEvent) => void;
  /** Called once: nothing more may be spent. */
  readonly spent: (message: string) => void;
}

/** What a cancelled answer has used is waited for so long. */
const spentMs = 5_000;
const maxNames = 64;

/** What a session uses and what it costs, held against its budget and its key's. */
export class Accounts {
  #state = nothingMetered;
  #spent = nothingSpent;
  /** Charged, and on no receipt yet. */
  #open: { readonly lane: string | null; readonly entry: BillLine }[] = [];
  readonly #news = new BudgetNews();
  readonly #waits = new Set<NodeJS.Timeout>();
  /** What models that are asked for have come to be, and what they cost. */
  readonly #meant = new Map<string, Pick<ModelUse, 'model' | 'price'>>();
  readonly #asked = new Map<number, string>();
  /** Whose speech came last, and how much of it is not metered yet. */
  #speaking = 0;
  #spokenMs = 0;
  readonly #lanes = new Set<string>([mainLane]);
  #over = false;

  constructor(private readonly options: AccountsOptions) {}

  /** What the session uses is seen here before anybody acts on it. Audio comes too often to be more than added up. */
  readonly observe = (event: MeterEvent): void => {
    if (event.type === 'spoke') {
      if (event.generation !== this.#speaking) this.#meterSpeech();
      this.#speaking = event.generation;
      this.#spokenMs += event.audioMs;
      return;
    }
    this.#meterSpeech();
    if (event.type === 'used') this.#learn(event.generation, event.uses);
    if (event.type === 'abandoned') this.#await(event.generation);
    const [state, metered] = meter(this.#state, event);
    this.#state = state;
    if (metered.length > 0) this.#charge(metered.map((one) => this.#named(one)));
  };

  performed(effect: Effect): void {
    switch (effect.type) {
      case 'generate': {
        const { lane, generation, request } = effect;
        const { model } = request;
        this.#remember(generation, model);
        const purpose = this.options.isFiller(lane) ? 'filler' : 'answer';
        return this.observe({ type: 'asked', lane, generation, model, purpose, chars: charsOf(request) });
      }
      case 'abandon_model':
        return this.observe({ type: 'abandoned', generation: effect.generation });
      case 'speak_begin': {
        const { lane, generation } = effect;
        const purpose = this.options.isFiller(lane) ? 'filler' : 'speech';
        return this.observe({ type: 'voiced', lane, generation, purpose });
      }
      case 'open_lane':
        this.#lanes.add(effect.lane);
        return;
      case 'close_lane':
        this.#lanes.delete(effect.lane);
        return this.observe({ type: 'ended', lane: effect.lane });
      case 'speculation':
        return this.observe({ type: 'draft', outcome: effect.outcome });
      default:
        return;
    }
  }

  /** The end of a response, with its receipt where the client asked for such things. */
  ended(
    event: Extract<ServerEventBody, { type: 'response.done' }>,
    extensions: boolean,
  ): Extract<ServerEventBody, { type: 'response.done' }> {
    const { response } = event;
    const lane = response.conversation_id === null ? response.id : mainLane;
    this.observe({ type: 'ended', lane });
    // What belongs to no response that is under way is shown with the next.
    const shown = this.#open.filter((one) => one.lane === lane || !this.#lanes.has(one.lane ?? ''));
    this.#open = this.#open.filter((one) => !shown.includes(one));
    const bill = shown.map(({ entry }) => entry);
    this.#countAudio(response, bill);
    if (!extensions) return event;
    return { ...event, response: { ...response, parley: receiptOf(bill, this.#spent.nanoUsd) } };
  }

  /** Looks whether there is still something left, also of what other sessions may spend. */
  check(): void {
    const { usage, limits, session, tell } = this.options;
    const { parley } = session();
    const own = parley?.budget;
    const asked: Budget = own === undefined ? noBudget : budgetOf(own);
    const uses = [...sessionUses(tighter(limits.budget, asked), this.#spent), ...(usage?.uses() ?? [])];
    for (const { use, state } of this.#news.of(uses, own?.warn_at ?? limits.warnAt)) {
      const { scope, measure, limit, used } = use;
      const unit = measure === 'nanoUsd' ? 'usd' : 'tokens';
      const amounts = { limit: amount(measure, limit), used: amount(measure, used) };
      tell({ type: 'parley.budget', scope, unit, ...amounts, state });
    }
    const spent = spentUse(uses);
    if (spent !== undefined) this.#end(spentMessage(spent));
    else if (limits.refuseUnpriced && this.#unpriced.size > 0 && countsMoney(uses))
      this.#end(unpricedMessage([...this.#unpriced]));
  }

  /** What is still open is charged by what is known of it. */
  close(): void {
    for (const wait of this.#waits) clearTimeout(wait);
    this.#over = true;
    this.observe({ type: 'closed' });
  }

  readonly #unpriced = new Set<string>();

  #meterSpeech(): void {
    if (this.#spokenMs === 0) return;
    const spoke = { type: 'spoke', generation: this.#speaking, audioMs: this.#spokenMs } as const;
    this.#spokenMs = 0;
    this.#state = meter(this.#state, spoke)[0];
  }

  /** What was asked for is taken for the model that it came to before. */
  #named(one: Metered): Metered {
    const meant = one.unnamed === true ? this.#meant.get(one.line.model) : undefined;
    if (meant === undefined || one.line.service !== 'llm') return one;
    return { lane: one.lane, line: { ...one.line, model: meant.model, price: meant.price } };
  }

  #charge(metered: readonly Metered[]): void {
    const bill = this.options.usage?.charge(metered.map(({ line }) => line)) ?? [];
    for (const [index, entry] of bill.entries())
      this.#open.push({ lane: metered[index]?.lane ?? null, entry });
    this.#add({ nanoUsd: knownCost(bill), tokens: tokensOf(bill) });
    // Of a model that nobody named it is not known that it has no price.
    const named = bill.filter((_, index) => metered[index]?.unnamed !== true);
    for (const model of unpricedModels(named)) {
      if (this.#unpriced.size < maxNames) this.#unpriced.add(model);
    }
    if (!this.#over) this.check();
  }

  /** The reference counts audio in tokens too; nobody charges for them here. */
  #countAudio({ usage }: Response, bill: readonly BillLine[]): void {
    const inputAudioTokens = usage?.input_token_details.audio_tokens ?? 0;
    const outputAudioTokens = usage?.output_token_details.audio_tokens ?? 0;
    const audio = { inputAudioTokens, outputAudioTokens };
    const tokens = { inputTokens: inputAudioTokens, outputTokens: outputAudioTokens };
    const model = bill.findLast(({ line }) => line.purpose === 'answer')?.line.model;
    this.options.usage?.add({ responses: 1, ...audio, ...tokens }, model);
    this.#add({ nanoUsd: 0, tokens: inputAudioTokens + outputAudioTokens });
  }

  #add(expenses: Expenses): void {
    this.#spent = plus(this.#spent, expenses);
  }

  #end(message: string): void {
    if (this.#over) return;
    this.#over = true;
    this.options.spent(message);
  }

  #await(generation: number): void {
    const wait = setTimeout(() => {
      this.#waits.delete(wait);
      this.observe({ type: 'overdue', generation });
    }, spentMs).unref();
    this.#waits.add(wait);
  }

  #remember(generation: number, model: string): void {
    this.#asked.set(generation, model);
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > maxNames && oldest !== undefined) this.#asked.delete(oldest);
  }

  #learn(generation: number, uses: readonly ModelUse[]): void {
    const asked = this.#asked.get(generation);
    const use = uses.findLast(({ status }) => status === 'ok');
    if (asked === undefined || use === undefined) return;
    if (this.#meant.size < maxNames || this.#meant.has(asked)) this.#meant.set(asked, use);
  }
}

const tokensOf = (bill: readonly BillLine[]): number =>
  bill.reduce((sum, entry) => sum + spentTokens(usageOf(entry)), 0);

type AskedBudget = NonNullable<NonNullable<Session['parley']>['budget']>;

const budgetOf = ({ usd, tokens }: AskedBudget): Budget => ({
  nanoUsd: usd === undefined ? null : (parseUsd(usd) ?? null),
  tokens: tokens ?? null,
});

const charsOf = ({
  instructions,
  messages,
  tools,
}: Extract<Effect, { type: 'generate' }>['request']): number =>
  messages.reduce((sum, { text }) => sum + text.length, instructions.length) +
  (tools.length === 0 ? 0 : JSON.stringify(tools).length);
