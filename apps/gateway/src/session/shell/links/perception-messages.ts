import { v1 } from '@parley/contracts';
import type { Estimate, Perception, PerceptionEvent } from '../../engine/perception/perception';

const estimates = (list: readonly v1.Estimate.$Properties[] | null | undefined): Estimate[] =>
  (list ?? []).map(({ label, confidence }) => ({ label: label ?? '', confidence: confidence ?? 0 }));

export function toPerceptionEvent(message: v1.PerceptionEvent): PerceptionEvent {
  const perception: v1.Perception.$Properties = message.perception ?? {};
  return {
    scope: message.scope === v1.PerceptionEvent.Scope.UTTERANCE ? 'utterance' : 'chunk',
    utterance: message.utterance,
    startSample: message.startSample,
    endSample: message.endSample,
    perception: {
      emotion: estimates(perception.emotion),
      age: estimates(perception.age),
      accent: estimates(perception.accent),
      speakingRate: estimates(perception.speakingRate),
      pitch: estimates(perception.pitch),
      vocalStyle: estimates(perception.vocalStyle),
      pitchHz: perception.pitchHz ?? 0,
      energyDbfs: perception.energyDbfs ?? 0,
      syllablesPerSecond: perception.syllablesPerSecond ?? 0,
      sure: perception.sure ?? [],
    },
  };
}

export const perceptionMessage = (perception: Perception): v1.Perception.$Properties => ({
  ...perception,
  emotion: [...perception.emotion],
  age: [...perception.age],
  accent: [...perception.accent],
  speakingRate: [...perception.speakingRate],
  pitch: [...perception.pitch],
  vocalStyle: [...perception.vocalStyle],
  sure: [...perception.sure],
});
