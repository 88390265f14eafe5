import { EngineError } from '@parley/engines-kit';
import type { Plan } from '../answering/plan';
import type { ParsedRequest } from '../chat/parse-request';
import type { ChatRequest } from '../chat/types';
import { splitModelId } from '../models/model-id';
import type { ResolvedModel } from '../providers/registry';
import { decide } from './decide';
import { routingFacts, type RoutingFacts } from './facts';
import type { Router, Variant } from './router';
import type { ModelSelection } from './selection';
import { givenSettings, settingNames } from '../chat/settings';
import { lacks, seesImages, selectModels, suits, type Needs, type SelectContext } from './select';
import { asksOfImages, hasImages, withoutImages } from '../prompt/unseen-images';
import { withTemplates } from './templates';

/** One model was named, and its provider lacks a setting. */
export class SettingNotSupported extends EngineError {
  constructor(
    model: string,
    readonly param: string,
  ) {
    super('caller_fault', 'setting_not_supported', `${model} does not take ${param}`);
  }
}

export interface RouterSource {
  find(name: string): Router | undefined;
  names(): readonly string[];
}

export type PlannerContext = Omit<SelectContext, 'today'> & {
  readonly routers: RouterSource;
  /** The conditions of a router came to no end in time: none of them held. */
  readonly onLate?: (router: string) => void;
};

export interface PlanRequest {
  readonly request: ParsedRequest;
  /** Stands for the user where the client named none: the same through one conversation. */
  readonly seed: string;
  /** The prompt is the caller's own, and nothing is told in it: what a model does not see it is not asked. */
  readonly ownPrompt?: boolean;
  /** Makes the prompt for a model; called when that model is asked. */
  readonly assemble: (request: ParsedRequest, model: ResolvedModel) => ChatRequest;
}

/** Who answers a request, in order: by its own selection, by a router, or by the one model that it names. */
export class Planner {
  constructor(private readonly ctx: PlannerContext) {}

  /** @throws EngineError of class caller_fault that says what could be had */
  plan(planRequest: PlanRequest): Plan {
    const { request } = planRequest;
    const needs = {
      images: imagesOf(planRequest),
      tools: request.tools.length > 0,
      effort: request.reasoningEffort !== undefined,
      settings: givenSettings(request.settings ?? {}),
    };
    const routerName = routerOf(request.model);
    if (routerName !== undefined) return this.#byRouter(routerName, planRequest, needs);
    const selection = ownSelection(request);
    const models =
      selection === undefined ? [this.#single(request.model, needs)] : this.#select(selection, needs);
    return { candidates: candidatesOf(models, planRequest, request) };
  }

  #byRouter(name: string, planRequest: PlanRequest, needs: Needs): Plan {
    const router = this.ctx.routers.find(name);
    if (router === undefined) {
      const names = this.ctx.routers.names();
      const there = names.length === 0 ? 'there is none' : `there are ${names.slice(0, 20).join(', ')}`;
      throw new EngineError('caller_fault', 'unknown_router', `there is no router "${name}"; ${there}`);
    }
    const facts = routingFacts(planRequest.request);
    const decision = decide(router, facts, planRequest.seed, () => this.ctx.onLate?.(name));
    if (decision === undefined) {
      const message = `no route of the router "${name}" is right for this request, and it has no default`;
      throw new EngineError('caller_fault', 'no_route', message);
    }
    const { route, variant } = decision;
    const models = this.#select(selectionOf(variant.model_id, variant.model_selection), needs);
    return {
      candidates: candidatesOf(models, planRequest, shaped(planRequest.request, variant, facts)),
      routing: { router: name, route: route.route_id, variant: variant.variant_id },
    };
  }

  #select(selection: ModelSelection, needs: Needs): ResolvedModel[] {
    return selectModels(selection, needs, { ...this.ctx, today: new Date().toISOString().slice(0, 10) });
  }

  #single(name: string, needs: Needs): ResolvedModel {
    const model = this.ctx.registry.resolve(name);
    const asked = { images: 'none' as const, tools: false, effort: false, settings: [] };
    if (!suits(model, { ...asked, images: needs.images })) {
      const message = `${model.name} takes no images: leave them out, or choose a model that sees`;
      throw new EngineError('caller_fault', 'images_not_supported', message);
    }
    if (!suits(model, { ...asked, effort: needs.effort })) {
      const message = `${model.name} cannot be told how long to reason: leave reasoning out`;
      throw new EngineError('caller_fault', 'reasoning_not_supported', message);
    }
    const lacking = lacks(model, needs.settings);
    if (lacking !== undefined) {
      throw new SettingNotSupported(model.name, settingNames[lacking]);
    }
    return model;
  }
}

/** "parley/NAME", "inworld/NAME" and "router/NAME" name a router; "…/auto" is the selection of all models. */
function routerOf(model: string): string | undefined {
  const id = splitModelId(model);
  if (id === undefined || id.model === 'auto') return undefined;
  return ['parley', 'inworld', 'router'].includes(id.provider)
    ? id.model.replace(/^routers\//, '')
    : undefined;
}

const autoNames = ['auto', 'parley/auto', 'inworld/auto'];

/** A name behind which more than one model may answer. */
export const isRouted = (model: string): boolean =>
  autoNames.includes(model) || routerOf(model) !== undefined;

/** The request's own choice among models; undefined when it names one and nothing else. */
function ownSelection({ model, selection }: ParsedRequest): ModelSelection | undefined {
  if (autoNames.includes(model)) {
    const { models = [], sort = [], ignore = [], provider } = selection ?? {};
    return { models, sort: sort.length === 0 ? balanced : sort, ignore, provider };
  }
  return selection === undefined ? undefined : selectionOf(model === '' ? undefined : model, selection);
}

/** What a conversation wants of a model that nobody chose. */
const balanced: ModelSelection['sort'] = [{ metric: 'latency' }, { metric: 'price' }];

/** A model with others behind it: it is asked first, unless a sort decides. */
function selectionOf(model: string | undefined, selection: ModelSelection | undefined): ModelSelection {
  const { models = [], sort = [], ignore = [], provider } = selection ?? {};
  return { models: model === undefined ? models : [model, ...models], sort, ignore, provider };
}

/** A variant's messages are added; its settings hold where the request has none of its own. */
function shaped(request: ParsedRequest, variant: Variant, facts: RoutingFacts): ParsedRequest {
  const { temperature, max_new_tokens } = variant.text_generation_config;
  return {
    ...withTemplates(request, variant.message_templates, facts),
    temperature: request.temperature ?? temperature,
    maxOutputTokens: request.maxOutputTokens ?? max_new_tokens,
  };
}

const candidatesOf = (
  models: readonly ResolvedModel[],
  { assemble }: PlanRequest,
  request: ParsedRequest,
): Plan['candidates'] =>
  models.map((model) => ({
    model,
    request: () => assemble(seesImages(model) ? request : withoutImages(request), model),
  }));

/** Of what was shown before, a model that does not see is told that it was. */
function imagesOf({ request, ownPrompt }: PlanRequest): Needs['images'] {
  if (!hasImages(request)) return 'none';
  return ownPrompt === true || asksOfImages(request) ? 'asked' : 'shown';
}
