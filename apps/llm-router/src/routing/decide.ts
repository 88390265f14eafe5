import type { RoutingFacts } from './facts';
import { holds } from './conditions';
import type { Route, Router, Variant } from './router';
import { unitHash, variantAt } from './variants';

export interface Decision {
  readonly route: Route;
  readonly variant: Variant;
}

/**
 * Which variant of a router answers: the first route whose condition holds, else the default one, and in it the
 * variant of this user's point. Undefined when no route is right.
 * @param seed stands for the user where the client named none
 */
export function decide(router: Router, facts: RoutingFacts, seed: string): Decision | undefined {
  const matching = router.routes.find(({ condition }) => holds(condition.cel_expression, facts));
  const route = matching?.route ?? router.default_route;
  if (route === undefined) return undefined;
  const point = unitHash(`${router.name} ${route.route_id} ${facts.user === '' ? seed : facts.user}`);
  return { route, variant: variantAt(route, point) };
}
