import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { endingFeatures, endingWords } from '../endpointing/text/ending-features';
import { areaUnderCurve, fitLogistic, type Example } from './logistic';

/**
 * Fits the weights that tell whether an English text is a whole turn so far. Input: text files with one turn or
 * sentence on a line. Each end of a sentence is a yes, each place between two words a no.
 *
 *   node dist/fitting/fit-endings.program.js --source "name (licence)" … --out FILE TEXT…
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    source: { type: 'string', multiple: true, default: [] },
    least: { type: 'string', default: '8' },
    ridge: { type: 'string', default: '2e-6' },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Place {
  readonly features: string[];
  readonly yes: boolean;
  readonly weight: number;
}

/** A place behind a comma: whether more comes is a matter of taste there. */
const commaWeight = 0.3;
/** Every so-manieth line is kept out of the fit. */
const heldOut = 10;

function places(line: string): Place[] {
  const found: Place[] = [];
  const sentences = line.split(/(?<=[.!?]["”')]?)\s+/u).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  for (const sentence of sentences) {
    const words = endingWords(sentence);
    const raw = sentence.split(/\s+/u);
    for (let end = 1; end < words.length; end++) {
      const comma = raw.length === words.length && /[,;:—–-]["”]?$/u.test(raw[end - 1]!);
      found.push({
        features: endingFeatures(words.slice(0, end)),
        yes: false,
        weight: comma ? commaWeight : 1,
      });
    }
    if (words.length > 0) found.push({ features: endingFeatures(words), yes: true, weight: 1 });
  }
  return found;
}

const fitted: Place[] = [];
const kept: Place[] = [];
for (const file of positionals) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  lines.forEach((line, i) => (i % heldOut === 0 ? kept : fitted).push(...places(line)));
}

const counts = new Map<string, number>();
for (const { features } of fitted) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
const names = [...counts].filter(([, count]) => count >= Number(values.least)).map(([name]) => name);
const indexOf = new Map(names.map((name, index) => [name, index]));

const yesWeight =
  fitted.filter(({ yes }) => !yes).reduce((sum, { weight }) => sum + weight, 0) /
  fitted.filter(({ yes }) => yes).length;
const toExample = ({ features, yes, weight }: Place): Example => ({
  features: features.flatMap((name) => {
    const index = indexOf.get(name);
    return index === undefined ? [] : [[index, 1] as const];
  }),
  yes,
  weight: yes ? yesWeight : weight,
});

const { bias, weights } = fitLogistic(fitted.map(toExample), names.length, {
  passes: 4,
  rate: 0.08,
  ridge: Number(values.ridge),
});
const scored = kept.map(({ features, yes }) => ({
  yes,
  score: features.reduce((sum, name) => sum + (weights[indexOf.get(name) ?? -1] ?? 0), bias),
}));
const loss = (score: number, yes: boolean): number => Math.log(1 + Math.exp(yes ? -score : score));
const mean = (yes: boolean): number => {
  const those = scored.filter((one) => one.yes === yes);
  return those.reduce((sum, { score }) => sum + loss(score, yes), 0) / those.length;
};
say(
  `${fitted.length} places fitted, ${kept.length} kept out, ${names.length} features; kept out: ` +
    `AUC ${areaUnderCurve(scored).toFixed(4)}, loss yes ${mean(true).toFixed(3)} no ${mean(false).toFixed(3)}`,
);

if (values.out !== undefined) {
  const written = names
    .map((name, index) => [name, Math.round(weights[index]! * 100) / 100] as const)
    .filter(([, weight]) => Math.abs(weight) >= 0.1)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const model = {
    source: values.source,
    bias: Math.round(bias * 100) / 100,
    weights: Object.fromEntries(written),
  };
  writeFileSync(values.out, `${JSON.stringify(model, undefined, 0)}\n`);
  say(`${written.length} weights written to ${values.out}`);
}
