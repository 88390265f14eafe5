import { bytesToInt16, concatInt16 } from '@parley/audio';
import { alignedClips } from '../../support/aligned';
import { germanClips, transcribedClips, type Clip } from '../../support/clips';
import { coughs, noises, shortVoices, type Sound } from '../../support/sounds';
import { loudFromMs } from '../../support/true-end';
import { hearing, perMs, room } from './audio';
import type { Scenario } from './scenario';

const leadMs = 300;
const tailMs = 4_500;
const noiseMs = 1_000;
const germanCount = 10;
const coughCount = 10;
/** Letters and digits that sound like assent as much as any do. */
const assentVoices = ['m', 'o', 'a', 'eight', 'one'] as const;
const voicesEach = 3;
const assent = ['Mm-hmm.', 'Uh-huh.', 'Yeah.', 'Okay.', 'Right.'] as const;

/**
 * What is heard while the assistant speaks. Recorded: interruptions and noises. Synthetic: coughs. Of assent the voices are recorded, the words are the stand-in's.
 */
export function overlaps(speechDirectory: string): Scenario[] {
  return [
    ...interruptions(speechDirectory),
    ...noises(speechDirectory, noiseMs).map((sound) => over('sound', sound)),
    ...coughs(coughCount).map((sound) => over('cough', sound)),
    ...shortVoices(speechDirectory, assentVoices, voicesEach).map((sound, i) => ({
      ...over('assent', sound),
      transcript: assent[i % assent.length]!,
    })),
  ];
}

/** Whole utterances; they begin with their first phoneme where its time is known, else where they become loud. */
function interruptions(speechDirectory: string): Scenario[] {
  const onsets = new Map(alignedClips(speechDirectory).map((clip) => [clip.name, clip.speechStartMs]));
  const onsetMs = ({ name, pcm }: Clip): number => onsets.get(name) ?? loudFromMs(bytesToInt16(pcm));
  return [
    ...transcribedClips(speechDirectory).map((clip) => over('interruption', clip, onsetMs(clip))),
    ...germanClips(speechDirectory, germanCount).map((clip) => ({
      ...over('interruption', clip, onsetMs(clip)),
      language: 'de',
    })),
  ];
}

function over(kind: Scenario['kind'], sound: Sound, onsetMs = 0): Scenario {
  const samples = hearing(sound);
  const endMs = leadMs + samples.length / perMs;
  return {
    ...{
      id: `over the assistant: ${kind} ${sound.name}`,
      kind,
      clip: sound.name,
      language: 'en',
      over: true,
    },
    pcm: concatInt16([room(leadMs), samples, room(tailMs)]),
    speechEndMs: undefined,
    notBeforeMs: endMs + tailMs,
    speechStartMs: leadMs + onsetMs,
  };
}
