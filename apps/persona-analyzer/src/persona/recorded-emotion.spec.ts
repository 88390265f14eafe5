import { SAMPLE_RATE_HZ } from '../features/frames';
import { recording, recordings } from '../testing/recordings';
import { PerceptionSession } from './perceive';
import { measuredRules, sureTraits } from './sure';
import type { PerceivedEvent } from './types';

/** Speaker, text, emotion (W anger, F joy, A fear, E disgust, L boredom, T sadness, N neutral) as file names say. */
const clips = recordings('emotion')?.map((name) => ({
  name,
  speaker: name.slice(0, 2),
  letter: name[5]!,
}));
const pause = new Float32Array(5 * SAMPLE_RATE_HZ);

/** The last of what a caller says is perceived, a chunk of it and the whole. */
function perceived(names: readonly string[]): readonly PerceivedEvent[] {
  const session = new PerceptionSession({ startSample: 0, chunkMs: 1000 });
  let at = 0;
  let events: PerceivedEvent[] = [];
  for (const [utterance, name] of names.entries()) {
    const audio = recording('emotion', name);
    session.hear(pause);
    const startSample = at + pause.length;
    at = startSample + audio.length;
    events = session.hear(audio);
    const spoken = { utterance, startSample, endSample: at, transcript: '', language: 'de' };
    events.push(...session.utteranceEnded(spoken), ...session.hear(new Float32Array(320)));
    at += 320;
  }
  const last = (scope: PerceivedEvent['scope']) => events.findLast((event) => event.scope === scope);
  return [last('chunk'), last('utterance')].filter((event) => event !== undefined);
}

(clips === undefined ? describe.skip : describe)('what is told of acted German emotions', () => {
  it('is right far more often than not, and never told of somebody who speaks as always', () => {
    const told = { chunk: new Map<string, string>(), utterance: new Map<string, string>() };
    for (const clip of clips!) {
      const neutral = clips!.filter(
        ({ name, speaker, letter }) => letter === 'N' && speaker === clip.speaker && name !== clip.name,
      );
      const before = neutral.slice(0, 3).map(({ name }) => name);
      for (const { scope, perception } of perceived([...before, clip.name])) {
        const [first] = perception.emotion;
        if (first === undefined || !sureTraits(perception, measuredRules).includes('emotion')) continue;
        if (first.label === 'neutral') continue;
        told[scope].set(first.label, (told[scope].get(first.label) ?? '') + clip.letter);
      }
    }
    for (const [scope, labels] of Object.entries(told)) {
      const angry = labels.get('angry') ?? '';
      const right = angry.replaceAll(/[^W]/g, '').length;
      const share = `${right} of ${angry.length}`;
      process.stderr.write(`emotion: angry told by the ${scope} is right in ${share}: ${angry}\n`);
      expect([...labels.keys()]).toEqual(['angry']);
      expect(angry.length).toBeGreaterThan(10);
      expect(right / angry.length).toBeGreaterThan(0.75);
      expect(angry).not.toMatch(/[NLT]/);
    }
  }, 120_000);
});
