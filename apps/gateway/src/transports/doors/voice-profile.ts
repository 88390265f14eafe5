import type { Estimate, Perception } from '../../session/engine/perception/perception';

/** As Inworld tells it: each list in falling confidence. What was not estimated is left out. */
export function voiceProfile(perception: Perception, topN: number): Readonly<Record<string, Estimate[]>> {
  const { age, emotion, pitch, vocalStyle, accent } = perception;
  return Object.fromEntries(
    Object.entries({ age, emotion, pitch, vocalStyle, accent })
      .filter(([, estimates]) => estimates.length > 0)
      .map(([name, estimates]) => [name, estimates.slice(0, topN)]),
  );
}
