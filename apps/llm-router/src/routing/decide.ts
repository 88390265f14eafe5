import type { RoutingFacts } from './facts';
import { holds } from './conditions';
import type { Route, Router, Variant } from './router';
import { unitHash, variantAt } from './variants';
import { within } from './within';

export interface Decision {
  readonly route: Route;
  readonly variant: Variant;
}

/** For all conditions of a router: a regular expression, or lists within lists, could take the thread for good. */
const conditionsMs = 50;

/**
 * Which variant of a router answers: the first route whose condition holds, else the default one, and in it the
 * variant of this user's point. Undefined when no route is right.
 * @param seed stands for the user where the client named none
 * @param onLate the conditions came to no end in time
 */
export function decide(
  router: Router,
  facts: RoutingFacts,
  seed: string,
  onLate: () => void = () => undefined,
): Decision | undefined {
  const matching = matchingRoute(router, facts, onLate);
  const route = matching?.route ?? router.default_route;
  if (route === undefined) return undefined;
  const point = unitHash(`${router.name} ${route.route_id} ${facts.user === '' ? seed : facts.user}`);
  return { route, variant: variantAt(route, point) };
}

/** The first whose condition holds; none when that is not known in time. */
function matchingRoute(
  { routes }: Router,
  facts: RoutingFacts,
  onLate: () => void,
): Router['routes'][number] | undefined {
  if (routes.length === 0) return undefined;
  const first = () => routes.find(({ condition }) => holds(condition.cel_expression, facts));
  return within(conditionsMs, first, onLate);
}
