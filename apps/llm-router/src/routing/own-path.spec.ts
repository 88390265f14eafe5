import { ownPath, pathText } from './own-path';

const written = {
  defaultRoute: { variants: [{ weight: 1, variant: { modelId: 'a' } }] },
  routes: [{ route_id: 'r', variants: [{ variant_id: 'v', textGenerationConfig: { temperature: 9 } }] }],
};

it('names the route around what stands by itself', () => {
  const value = { defaultRoute: { route: { routeId: '' } } };
  expect(pathText(ownPath(value, ['default_route', 'route_id']))).toBe('defaultRoute.route.routeId');
});

it.each([
  ['default_route.variants.0.variant.model_id', 'defaultRoute.variants[0].variant.modelId'],
  ['default_route.variants.0.weight', 'defaultRoute.variants[0].weight'],
  ['routes.0.route.route_id', 'routes[0].route_id'],
  [
    'routes.0.route.variants.0.variant.text_generation_config.temperature',
    'routes[0].variants[0].textGenerationConfig.temperature',
  ],
  ['default_route.route_id', 'defaultRoute.route_id'],
  ['routes.0.condition.cel_expression', 'routes[0].condition.cel_expression'],
  ['default_route.variants.0.variant', 'defaultRoute.variants[0].variant'],
  ['display_name', 'display_name'],
  ['', ''],
])('%s is what the client wrote as %s', (path, own) => {
  const keys = path === '' ? [] : path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  expect(pathText(ownPath(written, keys))).toBe(own);
});
