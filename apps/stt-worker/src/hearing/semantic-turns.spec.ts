import { v1 } from '@parley/contracts';
import type { EndEstimator } from '../endpointing/estimators/estimator';
import { estimatorNamed } from '../endpointing/estimators/estimators';
import { endModels } from '../endpointing/estimators/load-models';
import { eagernessTable } from '../endpointing/policy/eagerness';
import type { ListenOrder } from './ports';
import { joined, silence, speech } from '../testing/fake-vad';
import { HearingRig } from '../testing/hearing-rig';

const frame = 512;

describe('semantic_vad', () => {
  const semantic = (eagerness: v1.TurnDetection.Eagerness) => ({
    turnDetection: { mode: v1.TurnDetection.Mode.SEMANTIC_VAD, eagerness },
  });
  /** Sure of what ends in a full stop, sure of the contrary otherwise. */
  const byStop: EndEstimator = {
    name: 'text',
    needs: { text: true, acoustic: false },
    estimate: ({ text }) => (text === undefined ? undefined : text.endsWith('.') ? 0.95 : 0.01),
  };
  const silenceToEnd = (text: string, eagerness: v1.TurnDetection.Eagerness): number => {
    const rig = new HearingRig({ config: semantic(eagerness), answer: () => text, estimator: byStop });
    rig.play(joined(silence(20), speech(40), silence(300)));
    const stopped = rig.events.find((event) => event.speechStopped)?.speechStopped;
    return (stopped!.endSample! - stopped!.speechEndSample!) / 16;
  };
  const { LOW, MEDIUM, HIGH, AUTO } = v1.TurnDetection.Eagerness;
  /** With the piece of audio that makes the silence long enough, not with the next whole frame. */
  const isSoonAfter = (silenceMs: number, neededMs: number): boolean =>
    silenceMs >= neededMs && silenceMs < neededMs + 32;

  it.each([
    ['high', HIGH],
    ['medium', MEDIUM],
    ['auto', AUTO],
    ['low', LOW],
  ] as const)(
    '%s: ends a whole sentence soon, and holds an unfinished one for its longest',
    (name, eagerness) => {
      const { minDelayMs, maxDelayMs } = eagernessTable[name];
      expect(isSoonAfter(silenceToEnd('Go on.', eagerness), minDelayMs)).toBe(true);
      expect(isSoonAfter(silenceToEnd('I would like a', eagerness), maxDelayMs)).toBe(true);
    },
  );

  it('holds for 2, 4 or 8 s at the longest, as the reference publishes', () => {
    const longest = (['high', 'medium', 'auto', 'low'] as const).map(
      (name) => eagernessTable[name].maxDelayMs,
    );
    expect(longest).toEqual([2_000, 4_000, 4_000, 8_000]);
  });

  it('waits for words no longer than the engine usually takes', () => {
    const rig = new HearingRig({ config: semantic(HIGH), textWaitMs: 640 });
    const ended = (): boolean => rig.told.some((told) => told.startsWith('stopped'));
    rig.play(joined(speech(40), silence(19)));
    expect(ended()).toBe(false);
    expect(rig.decisions.at(-1)).toMatchObject({ action: 'hold', reason: 'waiting_for_text' });
    rig.play(silence(32));
    expect(ended()).toBe(true);
    expect(rig.decisions.at(-1)).toMatchObject({ action: 'commit', evidence: { text: undefined } });
  });

  it('tells how long words took from the real end of speech', () => {
    const rig = new HearingRig({ config: semantic(AUTO), estimator: byStop });
    rig.mayPartial = false;
    rig.play(joined(speech(40), silence(9)));
    rig.decoded(rig.takeOrder(), 'Go on.');
    expect(rig.finalisationsMs).toEqual([9 * 32]);
    expect(rig.told.at(-1)).toBe('final 1 "Go on."');
  });

  it('believes a recogniser that tells the end of a turn itself, and asks nobody else', () => {
    const engine = estimatorNamed('engine', endModels());
    const toldAt = (endOfTurn: number | undefined, text = 'I would like a'): number => {
      const rig = new HearingRig({ config: semantic(AUTO), estimator: engine });
      rig.mayPartial = false;
      rig.play(joined(speech(40), silence(4)));
      rig.decoded(rig.takeOrder(), text, 'en', endOfTurn);
      rig.play(silence(300));
      expect(rig.listens).toEqual([]);
      return rig.decisions.findLast(({ action }) => action === 'commit')!.silenceMs;
    };
    const { minDelayMs, maxDelayMs } = eagernessTable.auto;
    expect(isSoonAfter(toldAt(0.9), minDelayMs)).toBe(true);
    expect(isSoonAfter(toldAt(0.01, 'Go on.'), maxDelayMs)).toBe(true);
    // Without its word the words judge.
    expect(toldAt(undefined)).toBeGreaterThan(1_000);
    expect(toldAt(undefined)).toBeLessThanOrEqual(maxDelayMs + 32);
  });

  it('has the words read once a pause where there is a text model, and waits for its word', () => {
    const byReader: EndEstimator = { ...byStop, estimate: ({ read }) => (read === undefined ? 0.01 : read) };
    const rig = new HearingRig({
      ...{ config: semantic(HIGH), answer: () => 'Go on.', estimator: byReader, hasReader: true },
    });
    rig.play(joined(speech(40), silence(16)));
    expect(rig.reads).toEqual([{ text: 'Go on.', language: 'en' }]);
    expect(rig.decisions.at(-1)).toMatchObject({ action: 'hold', reason: 'waiting_for_text' });
    rig.session.read('Go on', 0.9);
    expect(rig.told.some((told) => told.startsWith('stopped'))).toBe(false);
    rig.session.read('Go on.', 0.9);
    expect(rig.decisions.at(-1)).toMatchObject({ action: 'commit', probability: 0.9 });
  });

  it('judges without a text model that has no word, or is away for longer than words are waited for', () => {
    const answered = new HearingRig({
      ...{ config: semantic(HIGH), answer: () => 'Go on.', estimator: byStop, hasReader: true },
    });
    answered.play(joined(speech(40), silence(8)));
    answered.session.read('Go on.', undefined);
    expect(answered.decisions.at(-1)).toMatchObject({ action: 'commit' });
    const away = new HearingRig({
      ...{
        config: semantic(HIGH),
        answer: () => 'Go on.',
        estimator: byStop,
        hasReader: true,
        textWaitMs: 640,
      },
    });
    away.play(joined(speech(40), silence(25)));
    expect(away.decisions.at(-1)).toMatchObject({ action: 'commit', silenceMs: 640 });
  });

  it('forgets what a recogniser said of an end when speech goes on', () => {
    const rig = new HearingRig({ config: semantic(HIGH), estimator: estimatorNamed('engine', endModels()) });
    rig.mayPartial = false;
    rig.play(joined(speech(40), silence(3)));
    rig.decoded(rig.takeOrder(), 'Book a table.', 'en', 0.95);
    rig.play(joined(speech(20), silence(16)));
    expect(rig.told.some((told) => told.startsWith('stopped'))).toBe(false);
    rig.decoded(rig.takeOrder(), 'Book a table for', 'en', 0.02);
    rig.play(silence(60));
    expect(rig.decisions.at(-1)).toMatchObject({ action: 'commit', reason: 'longest_wait' });
  });

  it('offers a turn as a candidate, and takes that back when speech goes on', () => {
    const half: EndEstimator = { ...byStop, estimate: () => 0.5 };
    const rig = new HearingRig({ config: semantic(AUTO), answer: () => 'Book a table', estimator: half });
    rig.play(joined(speech(40), silence(12), speech(20), silence(120)));
    expect(rig.offers).toEqual(['candidate 0', 'reopened 1', 'candidate 1']);
    const committed = rig.events.find(({ turnCommitted }) => turnCommitted)!.turnCommitted;
    expect(committed).toMatchObject({ utterance: 1, revision: 1 });
    expect(rig.events.find(({ final }) => final)!.final).toMatchObject({ utterance: 1, revision: 1 });
  });

  it('says that a turn goes on which was taken for over too soon, unless the assistant was heard by then', () => {
    const continues = (between: (rig: HearingRig) => void): unknown[] => {
      const rig = new HearingRig({ config: semantic(HIGH), answer: () => 'Go on.', estimator: byStop });
      rig.play(joined(speech(40), silence(20)));
      between(rig);
      rig.play(joined(speech(20), silence(20)));
      return rig.events.flatMap(({ speechStarted }) => (speechStarted ? [speechStarted.continues] : []));
    };
    expect(continues(() => undefined)).toEqual([0, 1]);
    expect(continues((rig) => rig.session.assistant(true))).toEqual([0, 0]);
    const cancelled = (rig: HearingRig): void => {
      rig.session.assistant(true);
      rig.session.assistant(false);
    };
    expect(continues(cancelled)).toEqual([0, 0]);
  });

  it('offers a turn as soon as its words are known, before it may end', () => {
    const rig = new HearingRig({ config: semantic(LOW), answer: () => 'Go on.', estimator: byStop });
    rig.play(joined(speech(40), silence(4)));
    expect(rig.offers).toEqual(['candidate 0']);
    expect(rig.told.some((told) => told.startsWith('stopped'))).toBe(false);
  });

  it('offers an unlikely end too once the pause is longer than most within a turn', () => {
    const rig = new HearingRig({
      ...{ config: semantic(LOW), answer: () => 'I would like a', estimator: byStop },
    });
    rig.play(joined(speech(40), silence(20)));
    expect(rig.offers).toEqual([]);
    rig.play(silence(4));
    expect(rig.offers).toEqual(['candidate 0']);
    rig.play(speech(20));
    expect(rig.offers).toEqual(['candidate 0', 'reopened 1']);
  });

  it('asks the acoustic ear once a pause, with the audio of the turn', () => {
    const sound: EndEstimator = {
      name: 'prosody',
      needs: { text: false, acoustic: true },
      estimate: ({ acoustic }) => (acoustic === undefined ? 0.01 : 0.95),
    };
    const rig = new HearingRig({ config: semantic(HIGH), answer: () => 'Go', estimator: sound });
    rig.play(joined(silence(20), speech(40), silence(10)));
    expect(rig.listens).toHaveLength(1);
    const [{ speechEndSample, pcm, speechSamples }] = rig.listens as [ListenOrder];
    expect(speechEndSample).toBe(60 * frame);
    expect(pcm.length - speechSamples).toBe(4 * frame);
    expect(pcm[speechSamples - 1]).toBe(2_000);
    expect(rig.told.some((told) => told.startsWith('stopped'))).toBe(false);
    const prosody = {
      pitchSlope: 0,
      finalPitch: 0,
      finalLevel: 0,
      levelSlope: 0,
      lengthening: 0,
      voicing: 0,
    };
    rig.session.listened(speechEndSample, { prosody: { ...prosody, seconds: 1 }, smartTurn: 0.9 });
    expect(rig.told.some((told) => told.startsWith('stopped'))).toBe(true);
  });

  it('lets the caller have the last word on where a turn ends', () => {
    const rig = new HearingRig({ config: semantic(HIGH), answer: () => 'Go on.', estimator: byStop });
    rig.play(joined(silence(20), speech(40)));
    rig.session.commit({ utterance: 1, startSample: 17 * frame, endSample: 90 * frame });
    rig.play(silence(40));
    expect(rig.told.filter((told) => told.startsWith('committed'))).toEqual([
      `committed 1 ${rig.told[0]!.split(' ')[2]}-${90 * frame}`,
    ]);
  });

  it('is one turn when the speaker goes on', () => {
    const rig = new HearingRig({ config: semantic(AUTO), answer: () => 'I would like a' });
    rig.play(joined(speech(40), silence(60), speech(40), silence(10)));
    expect(rig.told.filter((told) => told.startsWith('started'))).toHaveLength(1);
  });
});
