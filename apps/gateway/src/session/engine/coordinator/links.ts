import type { ErrorCode } from '@parley/protocol';
import { deadlines } from '../deadlines';
import { awaitsModel, headMessage, mainLane, type Failure } from '../response/state';
import type { EngineEvent, Service } from './events';
import { holdsEnd } from '../playout/gate';
import { dropDraft } from './drafts';
import { respond } from './outputs';
import type { Live } from './state';
import type { Step } from './step';
import { turnEvent } from './turns';
import { forgetHeld } from './voice';

type LinkEvent = Extract<EngineEvent, { type: 'link' }>;

/** A service was lost or found again. The persona's coming and going is nobody's business. */
export function onLink(step: Step, { service, lane, status }: LinkEvent): void {
  switch (service) {
    case 'persona':
      return;
    case 'stt':
      return hearing(step, status);
    case 'llm':
    case 'tts':
      return work(step, service, lane, status);
  }
}

function hearing(step: Step, status: LinkEvent['status']): void {
  if (status === 'open') return hears(step);
  if (status === 'lost') return;
  if (!step.state.outages.includes('stt')) {
    step.set({ outages: [...step.state.outages, 'stt'] });
    tell(step, 'stt');
  }
  turnEvent(step, { type: 'unavailable' });
}

/** A worker hears the session: the first one, or one that took over. */
function hears(step: Step): void {
  over(step, 'stt');
  if (step.state.turn.open === null) return;
  step.set({ rehearing: true });
  step.do({ type: 'set_timer', key: 'rehear', afterMs: deadlines.rehearMs });
}

function work(step: Step, service: 'llm' | 'tts', lane: string, status: LinkEvent['status']): void {
  const live = step.state.live.find(({ response }) => response.lane === lane);
  if (status === 'open') return over(step, service);
  if (lane === mainLane) dropDraft(step, 'failed');
  if (live === undefined || !concerns(live, service)) return;
  if (service === 'tts') forgetHeld(step, live.response.id);
  if (status === 'lost') {
    respond(step, step.live(live.response.id) ?? live, {
      type: service === 'llm' ? 'model_lost' : 'speech_lost',
    });
    const after = step.live(live.response.id);
    if (service === 'tts' && after !== undefined) step.putLive({ ...after, failovers: after.failovers + 1 });
    return;
  }
  if (live.aside === null) tell(step, service);
  const failure: Failure = { type: 'server_error', code: codes[service], message: messages[service] };
  // What the model had written is still said before the response ends.
  respond(step, live, { type: service === 'llm' ? 'model_failed' : 'fail', failure });
}

function concerns({ response, gate }: Live, service: 'llm' | 'tts'): boolean {
  if (service === 'llm') return awaitsModel(response);
  const speech = headMessage(response)?.speech;
  return speech?.done === false && !holdsEnd(gate, speech.generation);
}

const over = (step: Step, service: Service): void =>
  step.set({ outages: step.state.outages.filter((other) => other !== service) });

const codes = {
  stt: 'stt_unavailable',
  llm: 'llm_unavailable',
  tts: 'tts_unavailable',
} as const satisfies Partial<Record<Service, ErrorCode>>;

const messages = {
  stt: 'Speech recognition is unavailable at the moment. The session goes on as soon as it is back.',
  llm: 'The language model is unavailable at the moment.',
  tts: 'Speech synthesis is unavailable at the moment.',
} as const;

function tell(step: Step, service: keyof typeof codes): void {
  step.error({
    type: 'server_error',
    code: codes[service],
    message: messages[service],
    param: null,
    event_id: null,
  });
}
