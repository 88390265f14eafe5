import { UtteranceRig } from '../testing/utterance-rig';

describe('the end of a turn', () => {
  it('is decoded early and used when the silence lasts', () => {
    const rig = new UtteranceRig();
    rig.speak(960);
    rig.pause(32);
    expect(rig.take()).toEqual([]);
    rig.pause(32);
    expect(rig.take()).toEqual(['early 1 0-1024']);
    rig.answer(1, 'Hello.');
    rig.take();
    rig.pause(200);
    rig.close();
    expect(rig.take()).toEqual(['final "Hello."']);
  });

  it('is decoded as early after the end of the voice where the VAD tells of that late', () => {
    const rig = new UtteranceRig();
    rig.speak(960);
    rig.linger(32);
    expect(rig.take()).toEqual([]);
    rig.pause(32);
    expect(rig.take()).toEqual(['early 1 0-1024']);
  });

  it('waits for the early decode that is still running, and starts no other', () => {
    const rig = new UtteranceRig();
    rig.speak(960);
    rig.pause(320);
    rig.close();
    expect(rig.take()).toEqual(['early 1 0-1024']);
    rig.answer(1, 'Hello.');
    expect(rig.take()).toEqual(['final "Hello."']);
    expect(rig.state.done).toBe(true);
  });

  it('drops the early decode when speech goes on, and hears the rest', () => {
    const rig = new UtteranceRig();
    rig.speak(960);
    rig.pause(128);
    rig.speak(960);
    rig.answer(1, 'Hello.');
    rig.pause(320);
    rig.close();
    expect(rig.take()).toEqual(['early 1 0-1024', 'partial "Hello." 0', 'early 2 0-2112']);
    rig.answer(2, 'Hello there.');
    expect(rig.take()).toEqual(['final "Hello there."']);
  });

  it('decodes at once when the caller ends the turn in mid-speech', () => {
    const rig = new UtteranceRig();
    rig.speak(960);
    rig.close();
    expect(rig.take()).toEqual(['final 1 0-960']);
    rig.answer(1, 'Hel');
    expect(rig.take()).toEqual(['final "Hel"']);
  });

  it('does not use a decode that hears beyond the end', () => {
    const rig = new UtteranceRig();
    rig.mayPartial = true;
    rig.speak(960);
    rig.take();
    rig.step({ kind: 'closed', closing: { startSample: 0, endSample: 8_000, atMs: rig.nowMs } });
    expect(rig.take()).toEqual(['final 2 0-500']);
    rig.answer(1, 'Hello there you');
    expect(rig.take()).toEqual([]);
    rig.answer(2, 'Hello');
    expect(rig.take()).toEqual(['final "Hello"']);
  });

  it('is an empty final without speech, with nothing decoded', () => {
    const rig = new UtteranceRig();
    rig.pause(2_000);
    rig.close();
    expect(rig.take()).toEqual(['final ""']);
  });

  it('is empty when the recogniser made its text up', () => {
    const rig = new UtteranceRig();
    rig.speak(96);
    rig.close();
    rig.answer(1, 'Thank you.');
    expect(rig.take()).toEqual(['final 1 0-96', 'final ""']);
  });
});

describe('long turns', () => {
  it('are cut at a pause, so that the last decode is short', () => {
    const rig = new UtteranceRig();
    rig.speak(5_120);
    rig.pause(256);
    expect(rig.take()).toEqual(['early 1 0-5184']);
    rig.answer(1, 'The first part.');
    rig.speak(960);
    rig.pause(320);
    rig.close();
    expect(rig.take()).toEqual(['partial "The first part." 15', 'early 2 5320-6400']);
    rig.answer(2, 'The second.');
    expect(rig.take()).toEqual(['final "The first part. The second."']);
  });

  it('tell the recogniser what was said before', () => {
    const rig = new UtteranceRig();
    rig.speak(5_120);
    rig.pause(256);
    rig.answer(1, 'The first part.');
    rig.speak(960);
    rig.pause(128);
    expect(rig.effects.at(-1)).toMatchObject({ kind: 'decode', previousText: 'The first part.' });
  });

  it('are not cut at a short pause, or when short themselves', () => {
    const rig = new UtteranceRig();
    rig.speak(5_120);
    rig.pause(160);
    rig.speak(320);
    expect(rig.state.segments).toHaveLength(1);
    const short = new UtteranceRig();
    short.speak(2_000);
    short.pause(1_000);
    short.speak(320);
    expect(short.state.segments).toHaveLength(1);
  });

  it('forget a long silence', () => {
    const rig = new UtteranceRig();
    rig.speak(960);
    rig.pause(5_000);
    rig.answer(1, 'One.');
    rig.speak(960);
    rig.pause(96);
    expect(rig.take().at(-1)).toBe('early 2 5784-7008');
  });

  it('without a pause are cut where they are quietest', () => {
    const rig = new UtteranceRig();
    rig.speak(20_000);
    rig.speak(32, -45);
    rig.speak(8_000);
    expect(rig.decodes('segment')).toBe(1);
    expect(rig.take().find((entry) => entry.startsWith('segment'))).toBe('segment 1 0-20016');
    expect(rig.state.segments).toHaveLength(2);
  });

  it('lose nothing: every millisecond of speech is in some required or used decode', () => {
    const rig = new UtteranceRig();
    for (let i = 0; i < 12; i++) {
      rig.speak(2_400);
      rig.pause(256);
    }
    rig.close();
    const { segments } = rig.state;
    const edges = segments.flatMap(({ startSample, speechEndSample, endSample }) => [
      startSample,
      speechEndSample,
      endSample!,
    ]);
    expect(edges).toEqual(edges.toSorted((x, y) => x - y));
    const spoken = segments.reduce((sum, segment) => sum + segment.speechSamples, 0);
    expect(spoken).toBe(12 * 2_400 * 16);
  });
});

describe('partials', () => {
  it('run side by side where the engine can, and only those far apart make words stable', () => {
    const rig = new UtteranceRig({
      ...{ firstPartialMs: 320, glanceStepMs: 96, partialsAtOnce: 2, partialStepMs: 640, partialRest: 1 },
    });
    rig.mayPartial = true;
    rig.speak(640);
    expect(rig.take()).toEqual(['partial 1 0-320', 'partial 2 0-416']);
    rig.answer(2, 'And so');
    rig.answer(1, 'And');
    expect(rig.take()).toEqual(['partial "And so" 0']);
    rig.speak(32);
    rig.answer(3, 'And so my');
    expect(rig.take()).toEqual(['partial 3 0-672', 'partial "And so my" 0']);
    rig.speak(640);
    for (const job of [4, 5]) rig.answer(job, 'And so my fellow');
    expect(rig.take().at(-1)).toBe('partial "And so my fellow" 0');
    rig.speak(32);
    rig.answer(6, 'And so my fellow');
    expect(rig.take().at(-1)).toBe('partial "And so my fellow" 9');
  });

  it('come when there is enough new speech, one at a time', () => {
    const rig = new UtteranceRig({ firstPartialMs: 640, partialStepMs: 320 });
    rig.mayPartial = true;
    rig.speak(1_600);
    expect(rig.take()).toEqual(['partial 1 0-640']);
    rig.answer(1, 'And so');
    rig.speak(320);
    expect(rig.take()).toEqual(['partial "And so" 0', 'partial 2 0-1664']);
    rig.answer(2, 'And so my');
    expect(rig.take()).toEqual(['partial "And so my" 6']);
  });

  it('rest in between for twice the time they took', () => {
    const rig = new UtteranceRig({ firstPartialMs: 640, partialStepMs: 32, partialRest: 3 });
    rig.mayPartial = true;
    rig.speak(640);
    rig.answer(1, 'And', 500);
    rig.take();
    rig.speak(992);
    expect(rig.take()).toEqual([]);
    rig.speak(32);
    expect(rig.take()).toEqual(['partial 2 0-1664']);
  });

  it('are skipped while the engine has better to do', () => {
    const rig = new UtteranceRig();
    rig.speak(2_000);
    expect(rig.take()).toEqual([]);
    expect(rig.skipped).toBe(3);
  });

  it('are not begun in a pause, nor in a turn nobody was told of', () => {
    const rig = new UtteranceRig({ earlyDecodeMs: 10_000 });
    rig.speak(640);
    rig.mayPartial = true;
    rig.pause(640);
    const silent = new UtteranceRig({}, false);
    silent.mayPartial = true;
    silent.speak(3_000);
    expect([...rig.take(), ...silent.take()]).toEqual([]);
  });

  it('that fail are not missed, and not tried again at once', () => {
    const rig = new UtteranceRig();
    rig.mayPartial = true;
    rig.speak(704);
    rig.take();
    rig.fail(1, true);
    rig.speak(1_900);
    expect(rig.take()).toEqual([]);
    rig.speak(200);
    expect(rig.take()).toEqual(['partial 2 0-2720']);
  });

  it('that come after the end are not told', () => {
    const rig = new UtteranceRig();
    rig.mayPartial = true;
    rig.speak(704);
    rig.speak(320);
    rig.close();
    rig.take();
    rig.answer(1, 'Hel');
    expect(rig.take()).toEqual([]);
    rig.answer(2, 'Hello');
    expect(rig.take()).toEqual(['final "Hello"']);
  });
});

describe('failures', () => {
  it('of a required decode are tried once more', () => {
    const rig = new UtteranceRig();
    rig.speak(960);
    rig.close();
    rig.take();
    rig.fail(1, true);
    expect(rig.take()).toEqual(['final 2 0-960']);
    rig.fail(2, true);
    expect(rig.take()).toEqual(['failed broken']);
    rig.answer(2, 'late');
    expect(rig.take()).toEqual([]);
  });

  it('that cannot be mended end the turn at once', () => {
    const rig = new UtteranceRig();
    rig.speak(960);
    rig.close();
    rig.fail(1, false);
    expect(rig.take()).toEqual(['final 1 0-960', 'failed broken']);
  });

  it('of an early decode make the end decode again', () => {
    const rig = new UtteranceRig();
    rig.speak(960);
    rig.pause(96);
    rig.fail(1, false);
    rig.take();
    rig.close();
    expect(rig.take()).toEqual(['final 2 0-1056']);
  });

  it('of an inner segment fail the turn, when it ends', () => {
    const rig = new UtteranceRig({ earlyDecodeMs: 10_000 });
    rig.speak(5_120);
    rig.pause(256);
    rig.fail(1, false);
    rig.speak(960);
    expect(rig.take()).toEqual(['segment 1 0-5320']);
    rig.close();
    expect(rig.take()).toEqual(['failed broken']);
  });

  it('end a turn whose final does not come', () => {
    const rig = new UtteranceRig({ finalDeadlineMs: 5_000 });
    rig.speak(960);
    rig.close();
    rig.take();
    rig.step({ kind: 'tick', nowMs: rig.nowMs + 4_999, readAtMs: -Infinity });
    expect(rig.take()).toEqual([]);
    rig.step({ kind: 'tick', nowMs: rig.nowMs + 5_000, readAtMs: -Infinity });
    expect(rig.take()).toEqual(['drop 1', 'failed deadline']);
    rig.step({ kind: 'tick', nowMs: rig.nowMs + 6_000, readAtMs: -Infinity });
    expect(rig.take()).toEqual([]);
  });

  it('wait for those before them, as long as these are read', () => {
    const rig = new UtteranceRig({ finalDeadlineMs: 5_000 });
    rig.speak(960);
    rig.close();
    rig.take();
    const readAtMs = rig.nowMs + 20_000;
    rig.step({ kind: 'tick', nowMs: readAtMs + 4_999, readAtMs });
    expect(rig.take()).toEqual([]);
    rig.step({ kind: 'tick', nowMs: readAtMs + 5_000, readAtMs });
    expect(rig.take()).toEqual(['drop 1', 'failed deadline']);
  });
});
