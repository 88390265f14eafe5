import { EngineError } from '@parley/engines-kit';
import { catalogue } from '../catalogue/catalogue';
import { splitModelId } from '../models/model-id';
import { settingNames, type SettingName } from '../chat/settings';
import { claudeTakesEffort } from '../providers/effort';
import type { ProviderRegistry, ResolvedModel } from '../providers/registry';
import type { Measures } from './measures';
import type { ModelSelection } from './selection';
import type { Scores } from './scores';
import { sortModels, type ModelFacts } from './sort';

export interface SelectContext {
  readonly registry: ProviderRegistry;
  readonly measures: Measures;
  readonly scores: Scores;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** What a model must be able to do for a request. */
export interface Needs {
  /** `asked`: the answer is about them; `shown`: they were shown before. */
  readonly images: 'none' | 'shown' | 'asked';
  readonly tools: boolean;
  /** It is to be told how long to think. */
  readonly effort: boolean;
  readonly settings: readonly SettingName[];
}

/** One answer tries this many models at most. */
const maxCandidates = 8;

const nameOfAll = 'auto';

/**
 * The models of a selection in the order to ask them.
 * @throws EngineError of class caller_fault when none of them can be had
 */
export function selectModels(selection: ModelSelection, needs: Needs, ctx: SelectContext): ResolvedModel[] {
  const { models, sort, ignore, provider } = selection;
  const refusals: string[] = [];
  const pool = (models.length === 0 ? [nameOfAll] : models).flatMap((name) => {
    try {
      return expand(name, selection, ctx);
    } catch (error) {
      if (!EngineError.isInstance(error)) throw error;
      refusals.push(error.message);
      return [];
    }
  });
  const wanted = [...new Map(pool.map((model) => [model.name, model])).values()].filter(
    (model) => !isIgnored(model, ignore) && suits(model, needs),
  );
  const sorted =
    sort.length === 0
      ? wanted
      : sortModels(
          wanted.map((model) => factsOf(model, ctx)),
          sort,
        );
  const ordered = needs.images === 'shown' ? seeingFirst(sorted) : sorted;
  const first = provider?.allow_fallbacks === false ? 1 : maxCandidates;
  if (ordered.length > 0) return ordered.slice(0, first);
  const why = refusals[0] ?? whyNone(pool, needs);
  throw new EngineError('caller_fault', 'no_model_available', `no model of the selection can be had: ${why}`);
}

/** A name in a selection: `auto`, "provider/model", or a model that several providers may serve. */
function expand(name: string, { provider }: ModelSelection, ctx: SelectContext): ResolvedModel[] {
  const { registry } = ctx;
  if (name === nameOfAll) return all(ctx);
  const split = splitModelId(name);
  if (split !== undefined && registry.providers.includes(split.provider)) return [registry.resolve(name)];
  const served = catalogue()
    .namesakes(name)
    .filter(({ id }) => registry.providers.includes(splitModelId(id)?.provider ?? ''))
    .map(({ id }) => registry.resolve(id));
  if (served.length === 0) return [registry.resolve(name)];
  const byLatency = sortModels(
    served.map((model) => factsOf(model, ctx)),
    [{ metric: 'latency' }],
  );
  return inOrder(byLatency, provider?.order ?? []);
}

/** Every model of the configured providers that is not withdrawn. */
function all({ registry, today }: SelectContext): ResolvedModel[] {
  return registry
    .models()
    .map(({ provider, name }) => registry.resolve(`${provider}/${name}`))
    .filter(({ entry }) => entry === undefined || entry.retiresOn === null || entry.retiresOn > today);
}

const inOrder = <Model extends ResolvedModel>(
  models: readonly Model[],
  order: readonly string[],
): Model[] => {
  const rank = ({ id }: ResolvedModel) =>
    order.includes(id.provider) ? order.indexOf(id.provider) : order.length;
  return models.toSorted((a, b) => rank(a) - rank(b));
};

const isIgnored = ({ id, name }: ResolvedModel, ignore: readonly string[]): boolean =>
  ignore.includes(name) || ignore.includes(id.provider) || ignore.includes(id.model);

export const seesImages = ({ entry, provider }: Pick<ResolvedModel, 'entry' | 'provider'>): boolean =>
  entry?.input.includes('image') ?? provider.capabilities.images;

/** Of images that were shown before others may only be told. */
const seeingFirst = (models: readonly ResolvedModel[]): ResolvedModel[] =>
  models.toSorted((a, b) => Number(seesImages(b)) - Number(seesImages(a)));

export function suits(model: ResolvedModel, { images, tools, effort, settings }: Needs): boolean {
  const { entry, provider } = model;
  const calls = entry?.tools ?? provider.capabilities.tools;
  return (
    (images !== 'asked' || seesImages(model)) &&
    (!tools || calls) &&
    (!effort || takesEffort(model)) &&
    lacks(model, settings) === undefined
  );
}

/** What models that take no temperature refuse too. */
const ofSampling: readonly SettingName[] = ['topP', 'frequencyPenalty', 'presencePenalty'];

/** The first setting that a model or its provider does not take. */
export const lacks = (
  { provider, entry }: ResolvedModel,
  settings: readonly SettingName[],
): SettingName | undefined =>
  settings.find(
    (name) =>
      provider.capabilities.settings?.includes(name) !== true ||
      (entry?.sampling === false && ofSampling.includes(name)),
  );

function takesEffort({ entry, provider, id }: ResolvedModel): boolean {
  if (provider.capabilities.effort === undefined || entry?.reasoning === false) return false;
  return provider.id !== 'anthropic' || claudeTakesEffort(id.model);
}

function whyNone(pool: readonly ResolvedModel[], needs: Needs): string {
  if (pool.length === 0) return 'it is empty';
  const wanting = [
    needs.images === 'asked' ? 'images' : '',
    needs.tools ? 'tools' : '',
    needs.effort ? 'a reasoning effort' : '',
    ...needs.settings.map((name) => settingNames[name]),
  ].filter((need) => need !== '');
  return wanting.length === 0 ? 'all are ignored' : `none that takes ${wanting.join(' and ')} is left`;
}

const factsOf = (model: ResolvedModel, { measures, scores }: SelectContext): ResolvedModel & ModelFacts => ({
  ...model,
  price: model.entry?.price ?? null,
  measured: measures.of(model.name),
  scores: scores.of(model.name),
});
