import { createLogger } from '@parley/telemetry';
import type { DecisionRecord } from '../hearing/ports';
import { logDecision } from './decision-log';

const record: DecisionRecord = {
  utterance: 3,
  revision: 1,
  action: 'commit',
  reason: 'likely',
  silenceMs: 416.2,
  probability: 0.81,
  neededMs: 250,
  value: 'none',
  evidence: { language: 'en', text: 'My canary is yellow.', acoustic: undefined, speechMs: 1_920 },
};

it('shows every number that a turn was ended by, and no word', () => {
  const lines: string[] = [];
  logDecision(
    createLogger('stt', 'info', { destination: { write: (line) => lines.push(line) } }),
    's',
    record,
  );
  const { inputs, ...line } = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  expect(line).toMatchObject({
    msg: 'turn ended',
    session: 's',
    utterance: 3,
    silenceMs: 416,
    probability: 0.81,
  });
  expect(inputs).toMatchObject({ words: expect.any(Number), stop: 1, question: 0 });
  expect(Object.values(inputs as object).filter((value) => typeof value !== 'number')).toEqual([]);
  expect(lines[0]).not.toMatch(/canary|redacted/);
});
