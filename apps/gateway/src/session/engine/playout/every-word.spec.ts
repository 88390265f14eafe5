import { stockBehaviour, type BehaviourDefaults } from '../behaviour';
import { textOf } from '../conversation/context';
import { Harness } from '../testing/harness';

const text = 'One, two; three four: five six (seven) eight — nine ten! Eleven twelve?';
const words = [...text.matchAll(/\p{L}+[,;:!)?]?/gu)].map((match, index) => ({
  textStart: match.index,
  textEnd: match.index + match[0].replace(/[,;:!)?]$/u, '').length,
  startMs: 40 + index * 170,
  endMs: 40 + index * 170 + 150,
}));
const audioMs = 2_400;
const frameMs = 60;

const decides: BehaviourDefaults = {
  ...stockBehaviour,
  maxLeadMs: 300,
  interruption: 'decide',
  pauses: true,
};

/** Plays the answer for `ms`, and speaks over it so that it ends. */
function interruptedAfter(ms: number, behaviour: BehaviourDefaults): string {
  const h = new Harness({}, behaviour);
  h.client({ type: 'response.create' });
  h.model({ type: 'text', delta: text });
  h.model({ type: 'finished', reason: 'stop', usage: null });
  const { generation } = h.last('speak_begin');
  const says = (event: Extract<Parameters<Harness['dispatch']>[0], { type: 'speech' }>['event']): unknown =>
    h.dispatch({ type: 'speech', generation, event });
  says({ type: 'segment_started', textStart: 0, textEnd: text.length });
  for (let at = 0; at < audioMs; at += frameMs) says({ type: 'audio', pcm: new Uint8Array(frameMs * 48) });
  says({ type: 'segment_done', words });
  h.advance(ms);
  h.audio(1_000);
  h.hears({ type: 'speech_started', utterance: 1, startSample: 0 });
  h.advance(137);
  h.hears({ type: 'partial', utterance: 1, text: 'Hold on please', stableChars: 0 });
  const entry = h.state.conversation.entries.at(0);
  if (entry === undefined) throw new Error('no answer');
  return textOf(entry);
}

/** What somebody heard who listened for so long. */
function oracle(ms: number): string[] {
  return words
    .filter(({ endMs }) => endMs <= ms)
    .map(({ textStart, textEnd }) => text.slice(textStart, textEnd));
}

const bare = (said: string): string[] => said.match(/\p{L}+/gu) ?? [];

describe.each([
  ['a stock client', stockBehaviour],
  ['a player that pauses', decides],
] as const)('%s, interrupted', (_name, behaviour) => {
  const moments = words.flatMap(({ startMs, endMs }) => [startMs, endMs - 1, endMs, endMs + 1]);

  it.each(moments)('after %d ms, is remembered to have heard what it heard', (ms) => {
    expect(bare(interruptedAfter(ms, behaviour))).toEqual(oracle(ms));
  });

  it('keeps the marks that belong to the last word', () => {
    expect(interruptedAfter(380, behaviour)).toBe('One, two;');
  });
});
