import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Prices, readPrices } from '@parley/metering';
import { parseSessionPatch } from '@parley/protocol';

const page = readFileSync(path.join(__dirname, '../../../../docs/cost.md'), 'utf8');
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';

describe('docs/cost.md', () => {
  it('shows prices that are taken as it says', () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'prices-')), 'prices.yaml');
    writeFileSync(file, block('yaml'));
    const prices = new Prices(readPrices(file));
    const speech = { service: 'tts', purpose: 'speech', characters: 1_000_000, audioMs: 60_000 } as const;
    const hearing = { service: 'stt', purpose: 'transcription', model: 'acme/ear', audioMs: 60_000 } as const;
    expect(prices.costOf({ ...speech, model: 'acme/voice' })).toBe(15_000_000_000);
    expect(prices.costOf({ ...speech, model: 'other/voice' })).toBe(20_000_000);
    expect(prices.costOf({ ...speech, model: 'piper/joe' })).toBe(0);
    expect(prices.costOf({ ...speech, model: 'nobody/voice' })).toBeNull();
    expect(prices.costOf(hearing)).toBe(6_000_000);
  });

  it('shows a budget that a session takes', () => {
    const session: unknown = JSON.parse(block('json'));
    expect(parseSessionPatch(session).ok).toEqual(session);
  });
});
