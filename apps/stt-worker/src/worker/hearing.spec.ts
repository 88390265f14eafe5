import { connectNats, type Bus } from '@parley/bus';
import { v1 } from '@parley/contracts';
import { waitFor } from '@parley/testing';
import { eagernessTable } from '../endpointing/policy/eagerness';
import { Caller } from '../testing/caller';
import { serverVad } from '../testing/hearing-rig';
import { joined } from '../testing/fake-vad';
import { room, shippedUtterance } from '../testing/recordings';
import { startWorker, type WorkerRig } from '../testing/worker-rig';

const scripted = { PARLEY_TEST_ENGINES: '1', PARLEY_STT_MODEL: 'test/scripted', PARLEY_SLOTS: '4' };
const config = serverVad({ prefixPaddingMs: 300, silenceDurationMs: 300 });
const turn = joined(room(500), shippedUtterance(), room(900));
const speed = 6;
/** Turns are looked at here, on machines that may be busy: a silent NATS is waited for. */
const patient = { lostAfterMs: 60_000, unansweredAfterMs: 60_000 };

jest.setTimeout(120_000);

describe.each([
  ['in memory', undefined],
  [
    'over NATS',
    (): Promise<Bus> =>
      connectNats({ servers: process.env['PARLEY_TEST_NATS_URL']!, name: 'stt test', settings: patient }),
  ],
])('a worker %s', (_where, busOf) => {
  let worker: WorkerRig;

  beforeAll(async () => {
    worker = await startWorker(scripted, busOf);
  }, 120_000);
  afterAll(() => worker.stop());

  it('hears a turn and tells it in order', async () => {
    const caller = await Caller.open(worker.bus, 'order', { config });
    await caller.play(turn, speed);
    await caller.ends(1);
    expect(caller.kinds.join(' ')).toMatch(
      /^speechStarted( partial| turnCandidate)* speechStopped turnCommitted final$/,
    );
    const startSample = caller.events.find(({ speechStarted }) => speechStarted)!.speechStarted!.startSample!;
    const endSample = caller.events.find(({ turnCommitted }) => turnCommitted)!.turnCommitted!.endSample!;
    // The voice lies 0.2–3.0 s into the recording, which begins at 0.5 s.
    expect(startSample / 16_000).toBeCloseTo(0.5, 0);
    expect(endSample / 16_000).toBeGreaterThan(3.4);
    expect(endSample / 16_000).toBeLessThan(4.1);
    expect(caller.texts).toEqual(['utterance 1']);
    caller.stream.close();
  });

  it('hears several sessions at once, each its own', async () => {
    const names = ['one', 'two', 'three'];
    const callers = await Promise.all(
      names.map((name, i) => Caller.open(worker.bus, name, { config, nextUtterance: 10 * (i + 1) })),
    );
    await Promise.all(callers.map((caller) => caller.play(joined(turn, turn), speed)));
    await Promise.all(callers.map((caller) => caller.ends(2)));
    expect(callers.map(({ texts }) => texts.join())).toEqual([
      'utterance 10,utterance 11',
      'utterance 20,utterance 21',
      'utterance 30,utterance 31',
    ]);
    for (const caller of callers) caller.stream.close();
  });

  it('hears a recording as fast as it comes, tells how far, and ends when it has', async () => {
    const caller = await Caller.open(worker.bus, 'recording', { config, recording: true });
    await caller.replay(0, joined(turn, turn, room(400), shippedUtterance()));
    caller.stream.end();
    await waitFor('the end', 60_000, () => caller.closed !== undefined);
    expect(caller.closed).toEqual({ kind: 'ended' });
    expect(caller.texts).toEqual(['utterance 1', 'utterance 2', 'utterance 3']);
    const heard = caller.events.flatMap(({ heardTo }) => heardTo?.sample ?? []);
    expect(heard.length).toBeGreaterThan(3);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    expect(caller.kinds).not.toContain('partial');
  });

  it('ends turns by the word of an engine that has one', async () => {
    const { SEMANTIC_VAD } = v1.TurnDetection.Mode;
    const silenceMs = async (name: string, end: number): Promise<number> => {
      const transcription = {
        model: 'test/scripted-turns',
        language: 'en',
        prompt: `[[hear: and then I]] [[end: ${end}]]`,
      };
      const caller = await Caller.open(worker.bus, name, {
        config: { turnDetection: { mode: SEMANTIC_VAD }, transcription },
      });
      await caller.play(joined(turn, room(4_000)), speed);
      await caller.ends(1);
      caller.stream.close();
      const { endSample, speechEndSample } = caller.events.find(
        ({ speechStopped }) => speechStopped,
      )!.speechStopped!;
      return (endSample! - speechEndSample!) / 16;
    };
    const { minDelayMs, maxDelayMs } = eagernessTable.auto;
    expect(await silenceMs('surely-over', 0.99)).toBeLessThan(maxDelayMs / 2);
    expect(await silenceMs('surely-not', 0.01)).toBeGreaterThanOrEqual(maxDelayMs);
    expect(await silenceMs('over', 0.8)).toBeGreaterThanOrEqual(minDelayMs);
  });

  it('takes over from a lost worker: replayed and live audio make one turn', async () => {
    const first = await Caller.open(worker.bus, 'whole', { config });
    await first.play(turn, speed);
    await first.ends(1);
    first.stream.close();
    const offset = 100_000;
    const half = Math.round(turn.length / 2);
    const second = await Caller.open(worker.bus, 'halves', { config, startSample: offset, nextUtterance: 5 });
    second.position = offset + half;
    const live = second.play(turn.subarray(half), speed);
    await second.replay(offset, turn.subarray(0, half + 4_000));
    await live;
    await second.ends(1);
    const committed = (caller: Caller) =>
      caller.events.find(({ event }) => event === 'turnCommitted')?.turnCommitted;
    expect(committed(second)).toMatchObject({
      utterance: 5,
      startSample: committed(first)!.startSample! + offset,
      endSample: committed(first)!.endSample! + offset,
    });
    second.stream.close();
  });

  it('obeys commits, clearings and new settings', async () => {
    const caller = await Caller.open(worker.bus, 'talk');
    await caller.play(turn, speed);
    expect(caller.kinds).toEqual([]);
    await caller.say({ commit: { utterance: 1, startSample: 0, endSample: turn.length } });
    await caller.ends(1);
    expect(caller.kinds).toEqual(['turnCommitted', 'final']);
    await caller.play(turn, speed);
    await caller.say({ clear: { upToSample: caller.position } });
    await caller.say({ commit: { utterance: 2, startSample: caller.position, endSample: caller.position } });
    await caller.ends(2);
    expect(caller.texts).toEqual(['utterance 1', '']);
    await caller.say({ configure: { turnDetection: config.turnDetection ?? null } });
    await caller.play(turn, speed);
    await caller.ends(3);
    expect(caller.texts[2]).toBe('utterance 3');
    caller.stream.close();
  });

  it('frees the slot of a stream that is closed', async () => {
    for (let i = 0; i < 7; i++) {
      const caller = await Caller.open(worker.bus, `again-${i}`, { config });
      caller.stream.close();
      await waitFor('a free slot', 20_000, async () =>
        (await worker.metrics()).includes('parley_stt_streams_open{service="stt-worker"} 0'),
      );
    }
    const metrics = await worker.metrics();
    expect(metrics).toContain('parley_stt_streams_open{service="stt-worker"} 0');
  });

  it('ends by itself when the caller sends no more and is owed nothing', async () => {
    const caller = await Caller.open(worker.bus, 'half', { config });
    caller.stream.end();
    await waitFor('the close', 20_000, () => caller.closed !== undefined);
    expect(caller.closed).toEqual({ kind: 'ended' });
  });

  it('refuses what it cannot do, and says why', async () => {
    const open = (options: Parameters<typeof Caller.open>[2]) => Caller.open(worker.bus, 'refused', options);
    await expect(open({ sampleRate: 24_000 })).rejects.toMatchObject({
      message: expect.stringContaining('HearOpen'),
    });
    const unknown = { ...config, transcription: { model: 'openai/whisper-1' } };
    await expect(open({ config: unknown })).rejects.toMatchObject({
      message: expect.stringContaining('openai/whisper-1'),
      retryable: true,
    });
  });

  it('leaves a stream whose new settings it cannot hear by to another worker', async () => {
    const caller = await Caller.open(worker.bus, 'gone', { config });
    await caller.say({ configure: { transcription: { model: 'openai/whisper-1' } } });
    await waitFor('the close', 20_000, () => caller.closed !== undefined);
    expect(caller.closed).toEqual({
      kind: 'failed',
      code: 'refused',
      message: 'no speech model openai/whisper-1 here',
      retryable: true,
    });
  });

  it('survives rubbish: closes the stream it came on, and counts what came among the audio', async () => {
    const caller = await Caller.open(worker.bus, 'rubbish', { config });
    caller.babble(Uint8Array.from([255, 255, 255]));
    await caller.play(turn, speed);
    await caller.ends(1);
    expect(caller.texts).toEqual(['utterance 1']);
    expect(await worker.metrics()).toMatch(/parley_stt_messages_refused_total\{[^}]*\} [1-9]/);
    caller.stream.send(Uint8Array.from([255, 255, 255]));
    await waitFor('the close', 20_000, () => caller.closed !== undefined);
    expect(caller.closed).toMatchObject({ kind: 'failed', code: 'invalid_message' });
  });
});
