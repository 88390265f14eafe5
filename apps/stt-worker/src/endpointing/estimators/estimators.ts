import { sigmoid, type LinearModel } from '../text/linear-model';
import type { EndEstimator, EstimatorName, Evidence } from './estimator';
import {
  prosodyFeatures,
  sizedFeatures,
  smartTurnFeatures,
  textFeatures,
  weighedFeatures,
  type FusionFeatures,
} from './fusion-features';

/** Everything that was fitted; one model for each set of things there may be to judge by. */
export interface EndModels {
  readonly endings: LinearModel;
  readonly fused: Readonly<Record<Available, LinearModel>>;
}

/** By what words are judged: their classes and marks alone, or the text model too (`read`). */
type Spoken = 'text' | 'read';

/** What there is of: words, pitch and level (`sound`), smart-turn. */
export type Available = Spoken | 'sound' | 'sound+smart' | `${Spoken}+sound` | `${Spoken}+sound+smart`;

export function features(evidence: Evidence, endings: LinearModel): FusionFeatures {
  return {
    ...textFeatures(evidence, endings),
    ...prosodyFeatures(evidence),
    ...sizedFeatures(evidence),
    ...smartTurnFeatures(evidence),
  };
}

export function available({ text, read, acoustic }: Evidence): Available | undefined {
  const spoken = text === undefined ? undefined : read === undefined ? 'text' : 'read';
  if (acoustic === undefined) return spoken;
  const sound = acoustic.smartTurn === undefined ? 'sound' : 'sound+smart';
  return spoken === undefined ? sound : `${spoken}+${sound}`;
}

function apply({ bias, weights }: LinearModel, values: FusionFeatures): number {
  const score = Object.entries(weighedFeatures(values)).reduce(
    (sum, [name, value]) => sum + (weights[name] ?? 0) * value,
    bias,
  );
  return sigmoid(score);
}

/** Estimators by name; each listens only to what its name says. */
export function estimatorNamed(name: EstimatorName, models: EndModels): EndEstimator {
  const judge = remembering((evidence) => {
    const there = available(evidence);
    return there && apply(models.fused[there], features(evidence, models.endings));
  });
  switch (name) {
    case 'fused':
      return { name, needs: { text: true, acoustic: true }, estimate: judge };
    case 'text':
      return {
        name,
        needs: { text: true, acoustic: false },
        estimate: (evidence) => judge({ ...evidence, acoustic: undefined }),
      };
    case 'prosody':
      return {
        name,
        needs: { text: false, acoustic: true },
        estimate: ({ acoustic, ...evidence }) =>
          judge({
            ...evidence,
            text: undefined,
            acoustic: acoustic && { ...acoustic, smartTurn: undefined },
          }),
      };
    case 'engine':
      // A reading without it is judged by its words.
      return {
        name,
        needs: { text: true, acoustic: false },
        estimate: ({ endOfTurn, ...evidence }) => endOfTurn ?? judge({ ...evidence, acoustic: undefined }),
      };
    case 'smart-turn':
      return {
        name,
        needs: { text: false, acoustic: true },
        estimate: ({ acoustic }) => acoustic?.smartTurn,
      };
  }
}

/** A pause is judged every 32 ms, mostly by the same things as before. */
function remembering(
  estimate: (evidence: Evidence) => number | undefined,
): (evidence: Evidence) => number | undefined {
  const known = new Map<
    string,
    { readonly acoustic: Evidence['acoustic']; readonly is: number | undefined }
  >();
  return (evidence) => {
    const key = [evidence.language, evidence.text ?? '\0', evidence.read].join('\0');
    const before = known.get(key);
    if (before !== undefined && before.acoustic === evidence.acoustic) return before.is;
    const is = estimate(evidence);
    if (known.size >= mostRemembered) known.clear();
    known.set(key, { acoustic: evidence.acoustic, is });
    return is;
  };
}

const mostRemembered = 64;
