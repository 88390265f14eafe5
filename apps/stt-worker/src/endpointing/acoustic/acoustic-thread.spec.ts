import { resolveProgram } from '@parley/engines-kit';
import { resolveModel } from '@parley/models';
import { shippedUtterance } from '../../testing/recordings';
import { AcousticThread } from './acoustic-thread';

const program = resolveProgram(__dirname, './acoustic.worker.ts');

describe('the acoustic thread', () => {
  it('tells the end of a recorded sentence from a cut in the middle of it', async () => {
    const { model } = await resolveModel('smart-turn-v3.2');
    const ear = new AcousticThread({ program, modelPath: model });
    await ear.start();
    const whole = shippedUtterance();
    const pause = (speech: Int16Array): Int16Array => {
      const pcm = new Int16Array(speech.length + 3_200);
      pcm.set(speech);
      return pcm;
    };
    const half = whole.subarray(0, Math.floor(whole.length * 0.45));
    const [end, cut] = await Promise.all([
      ear.judge(pause(whole), whole.length),
      ear.judge(pause(half), half.length),
    ]);
    await ear.stop();
    expect(end!.smartTurn).toBeGreaterThan(cut!.smartTurn!);
    expect(cut!.prosody.seconds).toBeLessThan(end!.prosody.seconds);
  });

  it('judges pitch and level without a model, and refuses what would come too late', async () => {
    let refused = 0;
    const ear = new AcousticThread({ program, modelPath: undefined, onRefused: () => refused++ });
    expect(await ear.judge(new Int16Array(16_000), 16_000)).toBeUndefined();
    await ear.start();
    const readings = await Promise.all(
      Array.from({ length: 12 }, () => ear.judge(new Int16Array(16_000), 16_000)),
    );
    await ear.stop();
    const judged = readings.filter((reading) => reading !== undefined);
    expect(judged.length).toBeGreaterThan(0);
    expect(judged.every(({ smartTurn }) => smartTurn === undefined)).toBe(true);
    expect(refused).toBe(1 + readings.length - judged.length);
  });

  it('says so when the model is no model', async () => {
    const ear = new AcousticThread({ program, modelPath: __filename });
    await expect(ear.start()).rejects.toThrow('could not start');
  });
});
