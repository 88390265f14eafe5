import { endpointSettings } from './settings';
import { listeningFrom, stepVad, type VadEvent, type VadState } from './vad-machine';

const frame = 512;
const settings = endpointSettings({ threshold: 0.5, prefixPaddingMs: 64, silenceDurationMs: 160 });

/** Runs one probability per 32 ms frame from sample 0. */
function run(probabilities: readonly number[], silenceSamples = 5 * frame, floorSample = 0) {
  let state: VadState = listeningFrom(floorSample);
  const events: VadEvent[] = [];
  probabilities.forEach((probability, i) => {
    const step = stepVad(
      state,
      { startSample: i * frame, endSample: (i + 1) * frame, probability },
      settings,
      silenceSamples,
    );
    state = step.state;
    if (step.event) events.push(step.event);
  });
  return { state, events };
}

const times = (count: number, probability: number): number[] =>
  Array.from({ length: count }, () => probability);

describe('the server_vad machine', () => {
  it('stays silent below the threshold', () => {
    expect(run(times(50, 0.49)).events).toEqual([]);
  });

  it('starts after two frames of speech, padded', () => {
    expect(run([...times(10, 0), 0.6]).events).toEqual([]);
    expect(run([...times(10, 0), 0.6, 0.6]).events).toEqual([
      { kind: 'speech_started', startSample: 10 * frame - 1024 },
    ]);
  });

  it('does not pad before the beginning of the audio', () => {
    expect(run([0, 0.9, 0.9]).events).toEqual([{ kind: 'speech_started', startSample: 0 }]);
  });

  it('forgets a click', () => {
    expect(run([0, 0.9, 0, 0.9, 0, 0.9, 0]).events).toEqual([]);
  });

  it('lets an onset waver between the thresholds', () => {
    const { events } = run([...times(10, 0), 0.9, 0.4, 0.9]);
    expect(events).toEqual([{ kind: 'speech_started', startSample: 10 * frame - 1024 }]);
  });

  it('stops after the silence, and says where speech ended', () => {
    const { events, state } = run([0.9, 0.9, 0.9, ...times(5, 0.1)]);
    expect(events[1]).toEqual({ kind: 'speech_stopped', endSample: 8 * frame, speechEndSample: 3 * frame });
    expect(state).toEqual(listeningFrom(8 * frame));
  });

  it('does not stop one frame too soon', () => {
    expect(run([0.9, 0.9, 0.9, ...times(4, 0.1)]).events).toHaveLength(1);
  });

  it('keeps speaking while the probability wavers above the stop threshold', () => {
    expect(run([0.9, 0.9, ...times(30, 0.36)]).events).toHaveLength(1);
  });

  it('needs the start threshold to end a pause', () => {
    const wavering = [0.9, 0.9, 0.1, 0.4, 0.4, 0.4, 0.4];
    expect(run(wavering).events[1]).toMatchObject({ kind: 'speech_stopped', speechEndSample: 2 * frame });
    expect(run([0.9, 0.9, 0.1, 0.6, ...times(4, 0.1)]).events).toHaveLength(1);
  });

  it('never begins a turn before the end of the last', () => {
    const { events } = run([0.9, 0.9, ...times(5, 0), 0.9, 0.9]);
    expect(events[2]).toEqual({ kind: 'speech_started', startSample: 7 * frame });
  });

  it('hears nothing before its floor', () => {
    expect(run(times(6, 0.9), 5 * frame, 4 * frame).events).toEqual([
      { kind: 'speech_started', startSample: 4 * frame },
    ]);
    expect(run(times(5, 0.9), 5 * frame, 4 * frame).events).toEqual([]);
  });

  it('ends a turn in one long silent stretch, where the silence was long enough', () => {
    const speaking = run([0.9, 0.9]).state;
    const gap = { startSample: 2 * frame, endSample: 500 * frame, probability: 0 };
    expect(stepVad(speaking, gap, settings, 5 * frame).event).toEqual({
      kind: 'speech_stopped',
      endSample: 7 * frame,
      speechEndSample: 2 * frame,
    });
  });

  const peek = (state: VadState, endSample: number, probability: number) =>
    stepVad(
      state,
      { startSample: endSample - (endSample % frame), endSample, probability, peek: true },
      settings,
      5 * frame,
    );

  it('starts with a look at what came since the first frame of speech, 16 ms on', () => {
    const { state } = run([0, 0, 0, 0.9]);
    expect(peek(state, 4 * frame + 255, 0.9).event).toBeUndefined();
    expect(peek(state, 4 * frame + 256, 0.9).event).toEqual({
      kind: 'speech_started',
      startSample: 3 * frame - 1024,
    });
    expect(peek(state, 4 * frame + 256, 0.1).state).toEqual(listeningFrom(0));
  });

  it('stops with a look at a silence that is long enough, and leaves a voice to the frame that follows', () => {
    const { state } = run([0.9, 0.9, 0.9, ...times(4, 0.1)]);
    const late = { ...state, speechEndSample: 3 * frame - 400 } as VadState;
    expect(peek(late, 7 * frame + 111, 0.1).event).toBeUndefined();
    expect(peek(late, 7 * frame + 112, 0.1).event).toMatchObject({ endSample: 8 * frame - 400 });
    expect(peek(late, 7 * frame + 200, 0.9)).toEqual({ state: late, event: undefined });
  });

  it('begins no pause on a look alone', () => {
    const { state } = run([0.9, 0.9, 0.9]);
    expect(peek(state, 3 * frame + 200, 0.1).state).toEqual(state);
  });

  it('counts silence from where the voice ended, not from the end of the frame', () => {
    const { state } = run([0.9, 0.9]);
    const last = { startSample: 2 * frame, endSample: 3 * frame, probability: 0.9 };
    const spoken = stepVad(state, { ...last, voiceEndSample: 2 * frame + 100 }, settings, 5 * frame).state;
    expect(spoken).toMatchObject({ speechEndSample: 2 * frame + 100 });
    const trailing = stepVad(state, { ...last, voiceEndSample: 2 * frame - 100 }, settings, 5 * frame).state;
    expect(trailing).toMatchObject({ speechEndSample: 2 * frame });
  });

  it('never stops by itself in push-to-talk', () => {
    expect(run([0.9, 0.9, ...times(1000, 0)], Infinity).events).toHaveLength(1);
  });
});
