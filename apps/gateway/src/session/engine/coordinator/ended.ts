import type { ResponseStatus, ResponseStatusDetails } from '@parley/protocol';
import { interrupted } from '../playout/clock';
import { mainLane } from '../response/state';
import { usageOf } from '../response/usage';
import { mark, stagesOf } from '../timing/timing';
import { traceOf } from '../timing/trace';
import { isWholeCall } from '../tools/pairing';
import { settle } from './asides';
import { planFollowUp } from './follow-up';
import { waitForUser } from './idle';
import { protectRest } from './protection';
import { leaveTools } from './run-tool';
import type { Live } from './state';
import type { Step } from './step';
import { wireResponse } from './wire';

/** The one end of a response. */
export function ended(
  step: Step,
  live: Live,
  status: ResponseStatus,
  details: ResponseStatusDetails | null,
): void {
  const { response, clock } = live;
  const { nowMs } = step.ctx;
  const { closed, lane } = response;
  const usage = usageOf({
    llm: response.usage,
    inputAudioMs: live.inputAudioMs,
    outputAudioMs: live.aside === null ? live.sentMs : 0,
    outputChars: live.writtenChars,
  });
  step.dropLive(response.id);
  if (live.tools.sources.length > 0) {
    const { sources } = live.tools;
    step.do({ type: 'extension', event: { type: 'parley.sources', responseId: response.id, sources } });
  }
  step.emit({
    type: 'response.done',
    response: wireResponse(response, step.state.conversationId, { status, details, output: closed, usage }),
  });
  step.do(
    { type: 'clear_timer', key: `watch:${response.id}` },
    { type: 'clear_timer', key: `pace:${response.id}` },
  );
  if (lane === mainLane) step.set({ clock: status === 'cancelled' ? interrupted(clock, nowMs) : clock });
  else step.do({ type: 'close_lane', lane });
  const called = closed.some(isWholeCall);
  // The client answers its calls and asks for the next response itself.
  if (lane === mainLane && called) step.set({ owed: false });
  if (lane === mainLane && !called && status !== 'failed') waitForUser(step);
  if (live.marks.firstAudio !== undefined) step.do({ type: 'assistant_speech', speaking: false });
  if (live.aside !== null) return settle(step, live.aside, response, live.sentMs, status);
  protectRest(step, live);
  leaveTools(step, live, details);
  planFollowUp(step, live, status, details);
  reportTiming(step, live, status);
}

function reportTiming(step: Step, live: Live, status: ResponseStatus): void {
  const { nowMs } = step.ctx;
  const done = mark(live.marks, 'done', nowMs);
  const spoke = done.firstAudio !== undefined;
  const playoutEnd = status === 'cancelled' ? nowMs : live.clock.endAtMs;
  const marks = spoke ? mark(done, 'playoutEnd', playoutEnd) : done;
  const timing = {
    responseId: live.response.id,
    itemId: live.turnItemId,
    status,
    stages: stagesOf(marks),
    failovers: live.failovers,
    trace: traceOf(step.state.session),
    speculation: live.speculated,
  };
  step.do({ type: 'timing', timing, marks });
  step.do({ type: 'extension', event: { type: 'parley.turn_timing', ...timing } });
}
