import { FrameAnalyzer, SAMPLE_RATE_HZ, type FrameFeatures } from './frames';
import { countNuclei, countTextSyllables } from './syllables';

describe('countTextSyllables', () => {
  it.each([
    ['he was not an ill disposed young man', 'en', 9],
    ['go forward ten meters', 'en', 6],
    ['He made the table.', 'en', 5],
    ['wanted', 'en', 2],
    ['Guten Morgen', 'de', 4],
    ['Добрый день', 'ru', 3],
    ['今日は', 'ja', 3],
    ['안녕하세요', 'ko', 5],
    ['', 'en', 0],
    ['123', 'en', 6],
    ['مرحبا', 'ar', 0],
  ])('%s', (text, language, syllables) => {
    expect(countTextSyllables(text, language)).toBe(syllables);
  });
});

describe('countNuclei', () => {
  it.each([2, 3, 5])('counts %d bursts a second of a voiced buzz', (perSecond) => {
    const samples = Float32Array.from({ length: 2 * SAMPLE_RATE_HZ }, (_, i) => {
      const t = i / SAMPLE_RATE_HZ;
      const beat = 0.02 + 0.3 * Math.sin(Math.PI * perSecond * t) ** 2;
      return beat * Math.sin(2 * Math.PI * 140 * t);
    });
    const frames: FrameFeatures[] = [];
    new FrameAnalyzer(0).push(samples, (frame) => frames.push(frame));
    expect(countNuclei(frames)).toBe(2 * perSecond);
  });

  it('counts none in silence', () => {
    expect(countNuclei([])).toBe(0);
  });
});
