import { joined, murmur, silence, speech } from '../testing/fake-vad';
import { HearingRig, pushToTalk, serverVad } from '../testing/hearing-rig';

const frame = 512;
const hear = { answer: () => 'Hello.' };

describe('a turn with server_vad', () => {
  it('is told in order, from start to final', () => {
    const rig = new HearingRig({ ...hear, config: { ...serverVad(), transcription: { language: 'en' } } });
    rig.play(joined(silence(20), speech(30), silence(20)));
    expect(rig.told).toEqual([
      `started 1 ${17 * frame}`,
      'partial 1 "Hello." 0',
      'partial 1 "Hello." 5',
      `stopped 1 ${60 * frame}`,
      `committed 1 ${17 * frame}-${60 * frame}`,
      'final 1 "Hello."',
    ]);
  });

  it('commits before a final that comes late, and says how long it took', () => {
    const rig = new HearingRig();
    rig.mayPartial = false;
    rig.play(joined(silence(5), speech(20), silence(20)));
    expect(rig.told.at(-1)).toMatch(/^committed/);
    rig.nowMs += 300;
    rig.decoded(rig.takeOrder(), 'Hello.');
    const { final } = rig.events.at(-1)!;
    expect(final).toMatchObject({
      utterance: 1,
      text: 'Hello.',
      language: 'en',
      engine: 'test/rig',
      decodeMs: 50,
    });
    expect(final!.audioMs).toBe(33 * 32);
    expect(final!.waitedMs).toBeGreaterThanOrEqual(300);
  });

  it('numbers the turns and never lets them overlap', () => {
    const rig = new HearingRig({ ...hear, nextUtterance: 7 });
    rig.play(joined(speech(10), silence(12), speech(10), silence(12)));
    const positions = rig.told.filter((told) => /^committed/.test(told));
    expect(positions).toEqual([`committed 7 0-${20 * frame}`, `committed 8 ${20 * frame}-${42 * frame}`]);
  });

  it('gives the recogniser the audio of the turn, padding included', () => {
    const rig = new HearingRig();
    rig.mayPartial = false;
    rig.play(joined(silence(20), speech(10), silence(4)));
    const { pcm } = rig.takeOrder();
    expect(pcm).toHaveLength((3 + 10 + 2) * frame);
    expect(pcm[3 * frame - 1]).toBe(0);
    expect(pcm[3 * frame]).toBe(2_000);
  });
});

describe('positions', () => {
  it('begin where the stream does', () => {
    const rig = new HearingRig({ ...hear, startSample: 1_000_000 });
    rig.play(joined(silence(10), speech(10), silence(12)));
    expect(rig.told[0]).toBe(`started 1 ${1_000_000 + 7 * frame}`);
  });

  it('are the same however the audio is cut', () => {
    const audio = joined(silence(7), speech(25), silence(14), speech(12), silence(20));
    const toldBy = (piece: number) => {
      const rig = new HearingRig(hear);
      rig.mayPartial = false;
      rig.play(audio, piece);
      return rig.told.filter((told) => !told.startsWith('partial'));
    };
    const whole = toldBy(320);
    for (const piece of [1_600, 160, 77, 512, 8_000]) expect(toldBy(piece)).toEqual(whole);
  });
});

it('tells where the voice pauses within a turn, and how much it has said', () => {
  const rig = new HearingRig(hear);
  rig.play(joined(silence(5), speech(10), silence(4), speech(10), silence(20)));
  expect(rig.edges).toEqual(['paused', 'resumed', 'paused']);
  const pauses = rig.events.flatMap(({ speechPaused }) => speechPaused ?? []);
  expect(pauses.map(({ speechMs, utterance }) => [speechMs, utterance])).toEqual([
    [320, 1],
    [640, 1],
  ]);
});

describe('gaps and replays', () => {
  it('count missing audio as silence, after a moment', () => {
    const rig = new HearingRig(hear);
    rig.play(speech(10));
    rig.position += 20 * frame;
    rig.play(silence(2));
    expect(rig.told.some((told) => told.startsWith('stopped'))).toBe(false);
    rig.pass(500);
    expect(rig.told).toContain(`stopped 1 ${20 * frame}`);
    rig.play(speech(10));
    expect(rig.told.at(-1)).toBe(`started 2 ${29 * frame}`);
  });

  it('fill a gap from a replay that comes in time, and hear nothing twice', () => {
    const audio = joined(silence(10), speech(20), silence(20));
    const straight = new HearingRig(hear);
    straight.mayPartial = false;
    straight.play(audio);
    const rig = new HearingRig(hear);
    rig.mayPartial = false;
    const live = 15 * frame;
    rig.session.audio(live, audio.subarray(live));
    rig.pass(300);
    expect(rig.told).toEqual([]);
    rig.session.audio(0, audio.subarray(0, 18 * frame));
    rig.answer();
    expect(rig.told.filter((told) => !told.startsWith('partial'))).toEqual(
      straight.told.filter((told) => !told.startsWith('partial')),
    );
  });

  it('count frames that claim to be far ahead', () => {
    const rig = new HearingRig();
    rig.session.audio(2 ** 50, speech(1));
    expect(rig.session.refusedFrames).toBe(1);
  });
});

describe('a commit by the caller', () => {
  it('ends a turn in mid-speech, and the rest is the next turn', () => {
    const rig = new HearingRig();
    rig.mayPartial = false;
    rig.play(joined(silence(10), speech(20)));
    rig.session.commit({ utterance: 1, startSample: 0, endSample: 30 * frame });
    expect(rig.told).toEqual([
      `started 1 ${7 * frame}`,
      `stopped 1 ${30 * frame}`,
      `committed 1 ${7 * frame}-${30 * frame}`,
    ]);
    rig.decoded(rig.takeOrder(), 'Hello');
    rig.play(speech(5));
    expect(rig.told.slice(3)).toEqual(['final 1 "Hello"', `started 2 ${30 * frame}`]);
  });

  it('waits for audio that is still on its way', () => {
    const rig = new HearingRig(hear);
    rig.play(joined(silence(10), speech(10)));
    rig.session.commit({ utterance: 1, startSample: 0, endSample: 25 * frame });
    expect(rig.told).not.toContain('final 1 "Hello."');
    rig.play(speech(5));
    expect(rig.told).toContain(`committed 1 ${7 * frame}-${25 * frame}`);
  });

  it('does not wait for ever', () => {
    const rig = new HearingRig(hear);
    rig.play(joined(silence(10), speech(10)));
    rig.session.commit({ utterance: 1, startSample: 0, endSample: 1_000 * frame });
    rig.pass(599);
    expect(rig.told.some((told) => told.startsWith('committed'))).toBe(false);
    rig.pass(1);
    rig.answer();
    expect(rig.told.slice(-2)).toEqual([`committed 1 ${7 * frame}-${1_000 * frame}`, 'final 1 "Hello."']);
  });

  it('of silence gives an empty final', () => {
    const rig = new HearingRig(hear);
    rig.play(silence(40));
    rig.session.commit({ utterance: 1, startSample: 30 * frame, endSample: 40 * frame });
    expect(rig.told).toEqual([`committed 1 ${30 * frame}-${40 * frame}`, 'final 1 ""']);
  });

  it('that comes after the VAD ended the turn changes nothing', () => {
    const rig = new HearingRig(hear);
    rig.play(joined(speech(10), silence(12)));
    const told = [...rig.told];
    rig.session.commit({ utterance: 1, startSample: 0, endSample: 22 * frame });
    expect(rig.told).toEqual(told);
  });

  it('fixes the end of a replayed turn, whatever the VAD makes of its pauses', () => {
    const rig = new HearingRig(hear);
    const audio = joined(speech(10), silence(14), speech(10), silence(30));
    rig.session.commit({ utterance: 1, startSample: 0, endSample: 40 * frame });
    rig.session.audio(0, audio);
    rig.answer();
    expect(rig.told.filter((told) => told.startsWith('committed'))).toEqual([`committed 1 0-${40 * frame}`]);
    expect(rig.told.at(-1)).toBe('final 1 "Hello."');
  });
});

describe('push-to-talk', () => {
  it('tells nothing until the caller commits', () => {
    const rig = new HearingRig({ config: pushToTalk, ...hear });
    rig.play(joined(silence(10), speech(40), silence(100), speech(10)));
    expect(rig.told).toEqual([]);
    rig.session.commit({ utterance: 1, startSample: 2 * frame, endSample: 160 * frame });
    rig.answer();
    expect(rig.told).toEqual([`committed 1 ${2 * frame}-${160 * frame}`, 'final 1 "Hello. Hello."']);
  });

  it('has decoded already what was said before a pause', () => {
    const rig = new HearingRig({ config: pushToTalk, ...hear });
    rig.play(joined(speech(40), silence(20)));
    rig.session.commit({ utterance: 1, startSample: 0, endSample: 60 * frame });
    expect(rig.told.at(-1)).toBe('final 1 "Hello."');
  });

  it('decodes a whisper that the VAD was not sure of', () => {
    const rig = new HearingRig({ config: pushToTalk });
    rig.play(new Int16Array(20 * frame).fill(700));
    rig.session.commit({ utterance: 1, startSample: 0, endSample: 20 * frame });
    rig.decoded(rig.takeOrder(), 'Psst.');
    expect(rig.told.at(-1)).toBe('final 1 "Psst."');
  });

  it('takes the number that the caller counts', () => {
    const rig = new HearingRig({ config: pushToTalk, ...hear });
    rig.play(speech(10));
    rig.session.commit({ utterance: 4, startSample: 0, endSample: 10 * frame });
    rig.answer();
    expect(rig.told.at(-1)).toBe('final 4 "Hello."');
    rig.play(speech(10));
    rig.session.commit({ utterance: 5, startSample: 10 * frame, endSample: 20 * frame });
    rig.answer();
    expect(rig.told.at(-1)).toBe('final 5 "Hello."');
  });
});

describe('clearing', () => {
  it('abandons the open turn: nothing more is told of it', () => {
    const rig = new HearingRig();
    rig.mayPartial = false;
    rig.play(joined(silence(5), speech(20), silence(4)));
    expect(rig.orders).toHaveLength(1);
    rig.session.clear(29 * frame);
    expect(rig.dropped).toHaveLength(1);
    rig.play(silence(20));
    expect(rig.told).toEqual([`started 1 ${2 * frame}`]);
  });

  it('lets speech that goes on begin a turn of its own, not before the clearing', () => {
    const rig = new HearingRig();
    rig.mayPartial = false;
    rig.play(speech(20));
    rig.session.clear(20 * frame);
    rig.play(speech(5));
    expect(rig.told).toEqual(['started 1 0', `started 1 ${20 * frame}`]);
  });

  it('spares a turn that begins behind it', () => {
    const rig = new HearingRig(hear);
    rig.play(joined(silence(20), speech(20)));
    rig.session.clear(10 * frame);
    rig.play(silence(12));
    expect(rig.told.at(-1)).toBe('final 1 "Hello."');
  });
});

describe('new settings', () => {
  it('hold from the next frame on', () => {
    const rig = new HearingRig(hear);
    rig.play(joined(speech(20), silence(6)));
    rig.session.configure(serverVad({ silenceDurationMs: 1_600 }));
    rig.play(silence(43));
    expect(rig.told.some((told) => told.startsWith('stopped'))).toBe(false);
    rig.play(silence(1));
    expect(rig.told).toContain(`stopped 1 ${70 * frame}`);
  });

  it('leave an open turn to the caller when detection is switched off', () => {
    const rig = new HearingRig(hear);
    rig.play(speech(20));
    rig.session.configure(pushToTalk);
    rig.play(silence(100));
    expect(rig.told.filter((told) => !told.startsWith('partial'))).toEqual(['started 1 0']);
    rig.session.commit({ utterance: 1, startSample: 0, endSample: 120 * frame });
    expect(rig.told.at(-1)).toBe('final 1 "Hello."');
  });

  it('forget push-to-talk audio when detection is switched on', () => {
    const rig = new HearingRig({ config: pushToTalk, ...hear });
    rig.play(speech(20));
    rig.session.configure(serverVad());
    rig.play(joined(speech(10), silence(12)));
    expect(rig.told[0]).toBe(`started 1 ${20 * frame}`);
  });

  it('reach the recogniser', () => {
    const transcription = { language: 'DE-at', prompt: 'Parley' };
    const rig = new HearingRig({ config: { ...serverVad(), transcription } });
    rig.play(joined(speech(20), silence(4)));
    expect(rig.takeOrder()).toMatchObject({ language: 'de', prompt: 'Parley' });
  });
});

describe('languages', () => {
  it('are detected in the first partial of a turn, once there is enough to tell by, and kept', () => {
    const rig = new HearingRig();
    rig.play(speech(46));
    expect(rig.orders).toEqual([]);
    rig.play(speech(20));
    const first = rig.takeOrder();
    expect(first).toMatchObject({ purpose: 'partial', language: '' });
    rig.decoded(first, 'Hallo', 'de');
    rig.play(silence(4));
    expect(rig.takeOrder()).toMatchObject({ purpose: 'early', language: 'de' });
  });

  it('are detected in the final when there was no time before', () => {
    const rig = new HearingRig();
    rig.mayPartial = false;
    rig.play(joined(speech(10), silence(4)));
    expect(rig.takeOrder()).toMatchObject({ purpose: 'early', language: '' });
  });
});

describe('a recording', () => {
  const quarterSecond = 8;

  it('is told how far it is heard, never past what waits for its words', () => {
    const rig = new HearingRig({ recording: true });
    rig.mayPartial = false;
    rig.play(joined(silence(40), speech(40), silence(40)));
    expect(rig.heardTo.length).toBeGreaterThan(0);
    const before = rig.heardTo.at(-1)!;
    expect(before).toBeLessThanOrEqual(40 * frame);
    rig.decoded(rig.takeOrder(), 'Hello.');
    rig.play(silence(quarterSecond));
    expect(rig.heardTo.at(-1)).toBeGreaterThan(80 * frame);
  });

  it('ends what is open where its audio ends', () => {
    const rig = new HearingRig({ ...hear, recording: true });
    rig.play(joined(silence(20), speech(30)));
    expect(rig.session.done).toBe(false);
    rig.session.finish();
    rig.answer();
    expect(rig.told.slice(-2)).toEqual([`committed 1 ${17 * frame}-${50 * frame}`, 'final 1 "Hello."']);
    expect(rig.session.done).toBe(true);
  });

  it('of which the VAD takes nothing for speech is left to the recogniser if there was a doubt', () => {
    const doubtful = new HearingRig({ ...hear, recording: true });
    doubtful.play(joined(silence(10), murmur(10), silence(10)));
    doubtful.session.finish();
    doubtful.answer();
    expect(doubtful.told.at(-1)).toBe('final 1 "Hello."');
    const silent = new HearingRig({ ...hear, recording: true });
    silent.play(silence(30));
    silent.session.finish();
    expect(silent.told.at(-1)).toBe('final 1 ""');
    expect([doubtful.session.done, silent.session.done]).toEqual([true, true]);
  });
});
