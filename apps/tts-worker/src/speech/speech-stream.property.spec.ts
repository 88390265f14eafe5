import * as fc from 'fast-check';
import { blip, ScriptedEngine } from '../testing/scripted-engine';
import { SpeechBench, voiceOf } from '../testing/speech-bench';

/** What a caller may do, in any order. */
const action = fc.oneof(
  fc.record({ do: fc.constant('begin' as const) }),
  fc.record({
    do: fc.constant('text' as const),
    delta: fc.constantFrom('Hello there, ', 'a. ', '😀', 'One. Two', ''),
  }),
  fc.record({ do: fc.constant('finish' as const) }),
  fc.record({ do: fc.constant('cancel' as const) }),
  fc.record({ do: fc.constant('wait' as const) }),
);

describe('any order of messages', () => {
  it('ends every finished response once, and says nothing of abandoned ones afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 15 }), async (actions) => {
        const bench = await SpeechBench.open([voiceOf(new ScriptedEngine(blip))]);
        try {
          let generation = 0;
          const open = new Set<number>();
          for (const step of actions) {
            if (step.do === 'begin') {
              generation += 1;
              open.clear();
              open.add(generation);
              bench.begin(generation);
            } else if (step.do === 'text') bench.text(step.delta, generation);
            else if (step.do === 'finish') bench.finish(generation);
            else if (step.do === 'wait') await new Promise((resolve) => setTimeout(resolve, 1));
            else {
              bench.stream.cancel(generation);
              open.clear();
            }
          }
          for (const last of open) {
            bench.finish(last);
            await bench.ended(last);
          }
          const final = generation + 1;
          await bench.say('The end.', final);
          const ends = bench.heard.filter(({ event }) => event.event === 'done' || event.event === 'failed');
          const perGeneration = new Map<number, number>();
          for (const end of ends)
            perGeneration.set(end.generation, (perGeneration.get(end.generation) ?? 0) + 1);
          for (const [, count] of perGeneration) expect(count).toBe(1);
          for (const wanted of [...open, final]) expect(perGeneration.get(wanted)).toBe(1);
          let newest = 0;
          for (const heard of bench.heard) {
            expect(heard.generation).toBeGreaterThanOrEqual(newest);
            newest = heard.generation;
          }
          expect(await bench.metric('parley_tts_segments_waiting')).toBe(0);
        } finally {
          await bench.close();
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
