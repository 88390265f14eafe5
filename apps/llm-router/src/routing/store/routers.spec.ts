import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decode, encode, v1 } from '@parley/contracts';
import { RouterStore } from '@parley/state';
import { createLogger } from '@parley/telemetry';
import { RoutersController } from '../routers.controller';
import { readRouterFile } from './router-file';
import { Routers } from './routers';

const { LIST, GET, CREATE, UPDATE, DELETE } = v1.RoutersRequest.Operation;
const logger = createLogger('test', 'silent');
const url = process.env['PARLEY_TEST_REDIS_URL']!;

const yaml = `
routers:
  - name: house
    defaultRoute:
      route_id: all
      variants:
        - variant: { variant_id: v, model_id: groq/openai/gpt-oss-20b }
          weight: 1
scores:
  gpt-4.1: { intelligence: 60, coding: 52 }
`;

const fileOf = (text: string): string => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'routers-')), 'routers.yaml');
  writeFileSync(file, text);
  return file;
};

const resource = (name: string, model: string) => ({
  name,
  displayName: 'One',
  routes: [],
  defaultRoute: { route_id: 'r', variants: [{ variant: { variant_id: 'v', model_id: model }, weight: 1 }] },
});

describe('routers', () => {
  const workers: Routers[] = [];
  const worker = async (): Promise<{ routers: Routers; controller: RoutersController }> => {
    const { routers: fromFile } = readRouterFile(fileOf(yaml));
    const routers = new Routers({ fromFile, store: new RouterStore({ url }), logger });
    await routers.start();
    workers.push(routers);
    return { routers, controller: new RoutersController(routers, logger) };
  };
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((routers) => routers.stop()));
  });

  const ask = async (controller: RoutersController, request: v1.RoutersRequest.$Properties) => {
    const { routersJson, error } = decode(
      v1.RoutersReply,
      await controller.handle(encode(v1.RoutersRequest, request)),
    );
    return { routers: (routersJson ?? []).map((text) => JSON.parse(text) as Record<string, unknown>), error };
  };

  it('are made, read, changed and removed, and other workers know', async () => {
    const [one, two] = [await worker(), await worker()];
    const name = `made-${Date.now()}`;
    const json = (value: object) => ({ routerJson: JSON.stringify(value) });
    const created = await ask(one.controller, { operation: CREATE, ...json(resource(name, 'openai/a')) });
    expect(created.routers[0]).toMatchObject({ name, displayName: 'One' });
    const again = await ask(two.controller, { operation: CREATE, ...json(resource(name, 'openai/a')) });
    expect(again.error).toMatchObject({ code: 'exists', param: 'name' });
    expect((await ask(two.controller, { operation: GET, name })).routers[0]).toMatchObject({ name });

    const change = { display_name: 'Two', defaultRoute: resource(name, 'openai/b').defaultRoute };
    const update = { operation: UPDATE, name, ...json(change), updateMask: ['displayName'] };
    expect((await ask(two.controller, update)).routers[0]).toMatchObject({
      displayName: 'Two',
      defaultRoute: { variants: [{ variant: { model_id: 'openai/a' } }] },
    });
    const { routers } = await ask(one.controller, { operation: LIST });
    expect(routers.map((router) => router['name'])).toEqual(expect.arrayContaining(['house', name]));
    while (two.routers.find(name)?.display_name !== 'Two')
      await new Promise((resolve) => setTimeout(resolve, 50));

    expect((await ask(one.controller, { operation: DELETE, name })).error).toBeNull();
    expect((await ask(two.controller, { operation: GET, name })).error).toMatchObject({ code: 'not_found' });
    expect((await ask(one.controller, { operation: DELETE, name })).error).toMatchObject({
      code: 'not_found',
    });
  });

  it('that are wrong are refused at the field, and the operator’s stay as they are', async () => {
    const { controller } = await worker();
    const bad = { ...resource('bad', ''), routes: [] };
    const refused = await ask(controller, { operation: CREATE, routerJson: JSON.stringify(bad) });
    expect(refused.error).toMatchObject({
      code: 'invalid_value',
      param: 'defaultRoute.variants[0].variant.model_id',
    });
    expect((await ask(controller, { operation: CREATE, routerJson: '{' })).error).toMatchObject({
      code: 'invalid_value',
    });
    const house = { operation: UPDATE, name: 'house', routerJson: '{}' };
    expect((await ask(controller, house)).error).toMatchObject({ code: 'read_only' });
  });

  it('can be routed by while Redis is away, and say so to who would change them', async () => {
    const { routers: fromFile } = readRouterFile(fileOf(yaml));
    const store = new RouterStore({ url: 'redis://127.0.0.1:1', deadlineMs: 100 });
    const routers = new Routers({ fromFile, store, logger });
    workers.push(routers);
    await routers.start();
    expect(routers.find('house')?.name).toBe('house');
    const reply = await ask(new RoutersController(routers, logger), { operation: GET, name: 'house' });
    expect(reply.error).toMatchObject({ code: 'unavailable' });
  });

  it('come from a file that says where it is wrong', () => {
    expect(readRouterFile(undefined)).toEqual({ routers: [], scores: {} });
    expect(readRouterFile(fileOf(yaml)).scores).toEqual({ 'gpt-4.1': { intelligence: 60, coding: 52 } });
    expect(() => readRouterFile(fileOf(yaml.replace('variant_id: v', 'variant_id: "a b"')))).toThrow(
      'routers[0]: defaultRoute.variants[0].variant.variant_id',
    );
    expect(() => readRouterFile(fileOf('routes: []'))).toThrow('routes');
    const twice = `${yaml.split('scores')[0]}${yaml.split('routers:')[1]}`;
    expect(() => readRouterFile(fileOf(twice))).toThrow('twice');
  });
});
