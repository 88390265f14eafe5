import { FrameAnalyzer, type FrameFeatures } from '../features/frames';
import { quantile, summarize } from '../features/summary';
import { recording, recordings } from '../testing/recordings';
import { deviations, initialBaseline, learn, measuresOf, type Baseline } from './baseline';
import { arousalOf } from './traits';

const summaryOf = (folder: string, name: string) => {
  const frames: FrameFeatures[] = [];
  new FrameAnalyzer(0).push(recording(folder, name), (frame) => frames.push(frame));
  return summarize(frames);
};
const show = (line: string): boolean => process.stderr.write(`${line}\n`);
const percent = (share: number): string => `${Math.round(100 * share)} %`;

const digits = recordings('digits');
(digits === undefined ? describe.skip : describe)('pitch of spoken digits', () => {
  it('lies where men speak for each of the six men', () => {
    const speakers = [...new Set(digits!.map((name) => name.split('_')[1]!))];
    for (const speaker of speakers) {
      const pitches = digits!
        .filter((name) => name.split('_')[1] === speaker)
        .map((name) => summaryOf('digits', name).pitchHz)
        .filter((hz) => hz > 0)
        .sort((a, b) => a - b);
      const median = quantile(pitches, 0.5);
      show(`digits ${speaker}: median pitch ${Math.round(median)} Hz of ${pitches.length} clips`);
      expect(median).toBeGreaterThan(80);
      expect(median).toBeLessThan(200);
    }
  });
});

/** Speaker, text, emotion (W anger, T sadness, N neutral …) as the file names say. */
const emotion = recordings('emotion')?.map((name) => ({
  name,
  speaker: name.slice(0, 2),
  letter: name[5]!,
}));
const FEMALE = new Set(['08', '09']);

(emotion === undefined ? describe.skip : describe)('acted German emotions', () => {
  const of = (speaker: string, letter: string) =>
    emotion!
      .filter((clip) => clip.speaker === speaker && clip.letter === letter)
      .map((clip) => summaryOf('emotion', clip.name));
  const speakers = [...new Set(emotion?.map((clip) => clip.speaker))];

  it('has neutral pitch in the range of each speaker’s gender', () => {
    for (const speaker of speakers) {
      const pitches = of(speaker, 'N')
        .map((voice) => voice.pitchHz)
        .sort((a, b) => a - b);
      const median = quantile(pitches, 0.5);
      show(`emotion ${speaker}: neutral pitch ${Math.round(median)} Hz`);
      expect(median).toBeGreaterThan(FEMALE.has(speaker) ? 165 : 85);
      expect(median).toBeLessThan(FEMALE.has(speaker) ? 300 : 165);
    }
  });

  it('orders anger above sadness in arousal against each speaker’s own neutral habit', () => {
    let right = 0;
    let pairs = 0;
    for (const speaker of speakers) {
      const baseline = of(speaker, 'N').reduce<Baseline>(
        (known, voice) => learn(known, measuresOf(voice, 0), voice.voicedMs),
        initialBaseline,
      );
      const arousal = (letter: string): number[] =>
        of(speaker, letter).map((voice) => arousalOf(deviations(baseline, measuresOf(voice, 0))));
      const mean = (values: number[]): string =>
        values.length === 0
          ? '–'
          : (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(2);
      const [angry, sad] = [arousal('W'), arousal('T')];
      show(
        `emotion ${speaker}: arousal anger ${mean(angry)} fear ${mean(arousal('A'))} happiness ` +
          `${mean(arousal('F'))} boredom ${mean(arousal('L'))} sadness ${mean(sad)}`,
      );
      for (const high of angry) for (const low of sad) right += high > low ? 1 : 0;
      pairs += angry.length * sad.length;
    }
    show(`emotion: anger above sadness in ${percent(right / pairs)} of ${pairs} pairs (chance 50 %)`);
    expect(right / pairs).toBeGreaterThan(0.8);
  });
});
