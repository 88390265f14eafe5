import { v1 } from '@parley/contracts';
import { joined, silence, speech } from '../testing/fake-vad';
import { HearingRig, pushToTalk, serverVad } from '../testing/hearing-rig';

const frame = 512;

describe('noise reduction', () => {
  const reduction = { type: v1.NoiseReduction.Type.NEAR_FIELD, strength: 1 };

  it('holds for what the VAD hears: audio is judged once it is clean', () => {
    const audio = joined(silence(10), speech(10), silence(12));
    const raw = new HearingRig();
    raw.play(audio);
    const rig = new HearingRig({ config: { ...serverVad(), noiseReduction: reduction } });
    rig.play(audio);
    expect(rig.told).toEqual([]);
    rig.denoiser.answer();
    expect(rig.told).toEqual(raw.told);
    expect(raw.told[0]).toBe(`started 1 ${7 * frame}`);
  });

  it('does not keep a commit waiting for audio to come', () => {
    const rig = new HearingRig({ config: { ...pushToTalk, noiseReduction: reduction } });
    rig.play(speech(20));
    rig.session.commit({ utterance: 1, startSample: 0, endSample: 20 * frame });
    expect(rig.told).toEqual([]);
    rig.denoiser.answer();
    expect(rig.told).toEqual([`committed 1 0-${20 * frame}`]);
    expect(rig.orders.at(-1)?.pcm).toEqual(speech(20));
  });
});
