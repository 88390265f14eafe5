import { completeness, eagernessTable, semanticSilenceMs } from './semantic-policy';

describe('completeness', () => {
  it.each([
    ['What is the capital of France?', 'en', 'complete'],
    ['Go forward ten meters.', 'en', 'complete'],
    ['Turn the light on.', 'en', 'complete'],
    ['What are you waiting for?', 'en', 'complete'],
    ['I would like a table for two and', 'en', 'unfinished'],
    ['I would like a table for two and.', 'en', 'unfinished'],
    ['My number is zero, one,', 'en', 'unfinished'],
    ['Well, I think…', 'en', 'unfinished'],
    ['So um', 'en', 'unfinished'],
    ['Ich hätte gern einen Tisch für', 'de', 'unfinished'],
    ['Je voudrais une table pour', 'fr', 'unfinished'],
    ['Ich möchte äh', 'xx', 'unfinished'],
    ['ten meters', 'en', 'unsure'],
    ['', 'en', 'unsure'],
    ['はい。', 'ja', 'complete'],
    // An English conjunction is a word like others elsewhere.
    ['Det var and', 'da', 'unsure'],
    ['Call me if', '', 'unfinished'],
  ] as const)('%p (%s) is %s', (text, language, verdict) => {
    expect(completeness(text, language)).toBe(verdict);
  });
});

describe('semantic silence', () => {
  it('holds an unfinished sentence for the published maxima', () => {
    const held = (['low', 'medium', 'high', 'auto'] as const).map((eagerness) =>
      semanticSilenceMs(eagerness, 'I would like a', 'en'),
    );
    expect(held).toEqual([8_000, 4_000, 2_000, 4_000]);
  });

  it('answers a whole sentence soonest, the more eager the sooner', () => {
    for (const [eagerness, table] of Object.entries(eagernessTable)) {
      expect(table.completeMs).toBeLessThanOrEqual(table.unsureMs);
      expect(table.unsureMs).toBeLessThan(table.unfinishedMs);
      expect(table.completeMs).toBeGreaterThanOrEqual(eagernessTable.high.completeMs);
      expect(table.completeMs).toBeLessThanOrEqual(eagernessTable.low.completeMs);
      expect(['low', 'medium', 'high', 'auto']).toContain(eagerness);
    }
  });

  it('is unsure without a transcript', () => {
    expect(semanticSilenceMs('auto', undefined, 'en')).toBe(eagernessTable.auto.unsureMs);
  });
});
