import { sight, unknownLanguage, type LanguageTrack } from './language';

const after = (...sightings: readonly (readonly [string, number])[]): LanguageTrack =>
  sightings.reduce((track, [language, speechMs]) => sight(track, { language, speechMs }), unknownLanguage);

describe('the language of a session', () => {
  it('is the first one heard for long enough', () => {
    expect(after(['ta', 400]).current).toBe('');
    expect(after(['ta', 400], ['de', 1_200]).current).toBe('de');
  });

  it('changes when another is heard twice in a row', () => {
    expect(after(['de', 2_000], ['en', 2_000]).current).toBe('de');
    expect(after(['de', 2_000], ['en', 2_000], ['en', 2_000]).current).toBe('en');
    expect(after(['de', 2_000], ['en', 2_000], ['de', 2_000], ['en', 2_000]).current).toBe('de');
    expect(after(['de', 2_000], ['en', 2_000], ['fr', 2_000]).current).toBe('de');
  });

  it('does not change for a word or two', () => {
    expect(after(['de', 2_000], ['en', 300], ['en', 300], ['en', 300]).current).toBe('de');
  });

  it('learns nothing from an engine that does not say', () => {
    expect(after(['de', 2_000], ['', 2_000]).current).toBe('de');
  });
});
