import type { HearingEvent } from '../session/engine/turn/events';
import { overlap, type ClientKind, type PlayerEvent } from './overlap';

const utterance = 1;
const at = (atMs: number, event: HearingEvent) => ({ atMs, event });
const started = at(400, { type: 'speech_started', utterance, startSample: 0 });
const committed = (atMs: number, text: string) => [
  at(atMs, { type: 'speech_stopped', utterance, endSample: 16 * atMs, speechEndSample: 16 * 700 }),
  at(atMs, { type: 'turn_committed', utterance, startSample: 0, endSample: 16 * atMs }),
  at(atMs + 200, { type: 'final', utterance, text, language: 'en' }),
];
const paused = at(764, { type: 'speech_paused', utterance, speechEndSample: 16 * 700, speechMs: 300 });
const kinds = (client: ClientKind, heard: Parameters<typeof overlap>[1]): PlayerEvent['kind'][] => [
  ...new Set(overlap(client, heard, 4_000).map(({ kind }) => kind)),
];

describe('a session in mid-answer', () => {
  it('speaks on where nothing is heard', () => {
    expect(kinds('stock', [])).toEqual(['audio']);
    expect(kinds('extensions', [])).toEqual(['audio']);
  });

  it('is ended by speech: at once, or when it is known to be more than assent', () => {
    const interruption = [started, at(900, { type: 'partial', utterance, text: 'Wait', stableChars: 0 })];
    const stock = overlap('stock', interruption, 4_000);
    expect(stock.find(({ kind }) => kind === 'flushed')).toEqual({ kind: 'flushed', atMs: 400 });
    const extensions = overlap('extensions', interruption, 4_000);
    expect(extensions.find(({ kind }) => kind === 'paused')?.atMs).toBe(400);
    expect(extensions.find(({ kind }) => kind === 'flushed')?.atMs).toBe(900);
  });

  it('goes on after assent for a player that pauses, and not for a stock client', () => {
    const assent = [started, paused, ...committed(1_200, 'Mm-hmm.')];
    expect(kinds('extensions', assent)).toEqual(['audio', 'paused', 'resumed']);
    expect(kinds('stock', assent)).toContain('flushed');
  });
});
