import { v1 } from '@parley/contracts';
import { joined, silence, speech } from '../testing/fake-vad';
import { HearingRig, serverVad } from '../testing/hearing-rig';

const rigWith = (transcription: v1.Transcription.$Properties): HearingRig =>
  new HearingRig({ config: { ...serverVad(), transcription } });

/** What the recogniser is asked in the next turn, and answers. */
function turn(rig: HearingRig, heard: string) {
  rig.mayPartial = false;
  rig.play(joined(speech(60), silence(20)));
  const { language, languages } = rig.order;
  rig.decoded(rig.takeOrder(), 'Ja.', heard);
  return { language, languages };
}

describe('languages that are possible', () => {
  it('are told with what is to be detected', () => {
    expect(turn(rigWith({ languages: ['de-AT', 'EN', 'de'] }), 'de')).toEqual({
      language: '',
      languages: ['de', 'en'],
    });
  });

  it('are no question when there is one', () => {
    expect(turn(rigWith({ languages: ['de'] }), 'de')).toEqual({ language: 'de', languages: [] });
  });

  it('begin with the one that was heard last', () => {
    const rig = rigWith({ languages: ['de', 'en'] });
    turn(rig, 'en');
    expect(turn(rig, 'en')).toEqual({ language: 'en', languages: ['en', 'de'] });
  });

  it('are detected anew when what was heard before is none of them', () => {
    const rig = rigWith({});
    turn(rig, 'fr');
    rig.session.configure({ ...serverVad(), transcription: { languages: ['de', 'en'] } });
    expect(turn(rig, 'de')).toEqual({ language: '', languages: ['de', 'en'] });
  });
});

it('keywords are put before the recogniser with the prompt', () => {
  const rig = rigWith({ language: 'en', prompt: 'A call.', keywords: ['Parley', 'Kazimir'] });
  rig.play(joined(speech(20), silence(4)));
  expect(rig.takeOrder().prompt).toBe('A call. Parley, Kazimir.');
});

describe('delay', () => {
  const { Delay } = v1.Transcription;

  /** Samples at which partials were asked for, while somebody speaks for five seconds. */
  function partials(delay: v1.Transcription.Delay): number[] {
    const asked: number[] = [];
    const rig = new HearingRig({
      config: { ...serverVad(), transcription: { language: 'en', delay } },
      answer: ({ purpose, pcm }) => {
        if (purpose === 'partial') asked.push(pcm.length);
        return 'One two three.';
      },
    });
    rig.play(speech(160));
    return asked;
  }

  it('is how far apart readings are', () => {
    const counts = [Delay.MINIMAL, Delay.LOW, Delay.MEDIUM, Delay.HIGH, Delay.XHIGH].map(
      (delay) => partials(delay).length,
    );
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(new Set(counts).size).toBe(5);
    expect(counts.at(-1)).toBeGreaterThan(0);
  });

  it('is low unless said', () => {
    expect(partials(Delay.DELAY_UNSPECIFIED)).toEqual(partials(Delay.LOW));
  });

  it.each([Delay.MINIMAL, Delay.XHIGH])('keeps no final waiting (%s)', (delay) => {
    const rig = new HearingRig({
      config: { ...serverVad(), transcription: { language: 'en', delay } },
      answer: () => 'Yes.',
    });
    rig.play(joined(speech(40), silence(10)));
    expect(rig.told.at(-1)).toBe('final 1 "Yes."');
  });
});
