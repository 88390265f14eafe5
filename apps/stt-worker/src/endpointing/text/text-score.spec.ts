import { endModels } from '../estimators/load-models';
import { scoreText } from './text-score';

const score = (text: string, language = 'en'): number => scoreText(text, language, endModels().endings).score;

describe('what was said', () => {
  it.each([
    ['I would like to book a table', 'I would like to book a'],
    ['What time do you open', 'What time do you'],
    ['Yes', 'Yes but'],
    ['I live in Berlin', 'I live in'],
    ['Can you help me', 'Can you help me with'],
    ['He was not an ill disposed young man', 'He was not an ill disposed'],
  ])('%j is over rather than %j', (whole, cut) => {
    expect(score(whole)).toBeGreaterThan(score(cut) + 1);
  });

  it.each([
    ['Ich hätte gern einen Tisch.', 'Ich hätte gern einen', 'de'],
    ['Je voudrais une table.', 'Je voudrais une table avec', 'fr'],
    ['Quiero una mesa.', 'Quiero una mesa para', 'es'],
  ])('in other languages, by marks and open words: %j, not %j', (whole, cut, language) => {
    expect(score(whole, language)).toBeGreaterThan(score(cut, language));
  });

  it('takes a filler or a dash for going on, whatever else', () => {
    expect(score('I would like a table um')).toBeLessThanOrEqual(-4);
    expect(score('I would like a table...')).toBeLessThanOrEqual(-4);
    expect(scoreText('I would like a table...', 'en', endModels().endings).stop).toBe(false);
  });

  it('has a finite answer for anything', () => {
    for (const text of ['', ' ', '...', '?', '12', '日本語です。', 'a'.repeat(10_000)]) {
      expect(Number.isFinite(score(text))).toBe(true);
    }
  });
});
